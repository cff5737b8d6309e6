import type { Effect } from '../engine/effect.ts';
import type { Octokit } from './octokit.ts';
import type { EffectOutcome, Order } from './port.ts';
import type { Act } from './write.ts';

/** The most effects on several issues that share a request: GitHub gives one up after ten seconds. */
const MOST_SHARED = 10;

/** GitHub takes eighty creations of content a minute; more than this of one issue go in several requests. */
const MOST_AT_ONCE = 40;

/** After so many requests in a row that GitHub would not have, nothing more is asked of it. */
const MOST_REFUSED = 2;

interface Piece {
  readonly place: number;
  readonly acts: readonly Act[];
}

/**
 * Carries out orders by as few requests as is safe, each issue's in its order and the first order first. What follows an effect of the same
 * issue whose request failed is not asked for. `request` answers for each act, and never throws.
 */
export async function inRequests(
  orders: readonly Order[],
  request: (acts: readonly Act[]) => Promise<readonly EffectOutcome[]>,
): Promise<readonly (readonly EffectOutcome[])[]> {
  const outcomes = orders.map((): EffectOutcome[] => []);
  const broken = new Map<number, EffectOutcome>();
  let refusals = 0;
  for (const pieces of shared(orders)) {
    const last = [...broken.values()].at(-1);
    const open = refusals < MOST_REFUSED ? pieces.filter(({ place }) => !broken.has(place)) : [];
    const answers = open.length === 0 ? [] : [...(await request(open.flatMap(({ acts }) => acts)))];
    const fault = answers.length > 0 && answers.every(hasFailed) ? answers[0]! : null;
    if (answers.length > 0) refusals = fault && isLimit(fault) ? refusals + 1 : 0;
    for (const piece of pieces) {
      const { place, acts } = piece;
      const its = open.includes(piece)
        ? answers.splice(0, acts.length)
        : acts.map(() => unsent(broken.get(place) ?? last!));
      outcomes[place]!.push(...its);
      if (fault && open.includes(piece)) broken.set(place, fault);
    }
  }
  return outcomes;
}

/** The orders in pieces that make one request each: one issue's together as far as GitHub takes it, small ones of several. */
function shared(orders: readonly Order[]): readonly (readonly Piece[])[] {
  const requests: Piece[][] = [];
  let room = 0;
  for (const [place, { issue, effects }] of orders.entries()) {
    for (let from = 0; from < effects.length; from += MOST_AT_ONCE) {
      const acts = effects.slice(from, from + MOST_AT_ONCE).map((effect) => ({ issue, effect }));
      if (acts.length > room) {
        requests.push([]);
        room = MOST_SHARED;
      }
      requests.at(-1)!.push({ place, acts });
      room -= acts.length;
    }
  }
  return requests;
}

function hasFailed({ result }: EffectOutcome): boolean {
  return result !== 'done';
}

function isLimit(outcome: EffectOutcome): boolean {
  return outcome.result === 'refused' && outcome.error.trouble === 'rate-limited';
}

/** What becomes of an effect that is not asked for since another one failed so. */
function unsent(outcome: EffectOutcome): EffectOutcome {
  return outcome.result === 'done' ? outcome : { result: 'refused', error: outcome.error };
}

/** From this many requests that write on, a second passes between two, as GitHub asks; a page never waits for that. */
const HASTY = 20;

/** So many creations of content GitHub takes in a minute, and in an hour. It does not say whether each of one request counts; so each does. */
const CREATIONS = { minute: 80, hour: 500 } as const;

/** Keeps the requests of a run to the pace that GitHub asks for. */
interface Pace {
  /** How long to wait before a request with these effects, in milliseconds; counts it. */
  before(effects: readonly Effect[]): number;
  /** What share of the hour's allowance is left, of points or of creations, whichever is less; from 0 to 1. */
  readonly left: () => number;
}

export function createPace({ hook }: Octokit): Pace {
  let requests = 0;
  let created = 0;
  let points = 1;
  hook.after('request', ({ headers }) => {
    if (headers['x-ratelimit-resource'] !== 'graphql') return;
    const left = Number(headers['x-ratelimit-remaining']) / Number(headers['x-ratelimit-limit']);
    if (!Number.isNaN(left)) points = left;
  });
  return {
    before(effects) {
      const creating = effects.filter(isCreation).length;
      requests += 1;
      created += creating;
      const wait = created > CREATIONS.minute ? (creating * 60_000) / CREATIONS.minute : 0;
      return Math.max(wait, requests > HASTY ? 1_000 : 0);
    },
    left: () => Math.min(points, Math.max(0, 1 - created / CREATIONS.hour)),
  };
}

function isCreation(effect: Effect): boolean {
  const { do: kind } = effect;
  return (
    kind === 'comment' ||
    kind === 'open-issue' ||
    kind === 'react' ||
    (kind === 'write-card' && effect.comment === null)
  );
}
