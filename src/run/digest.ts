import { digestBody } from '../capabilities/notification/digest.ts';
import { digestEntries, type Brief } from '../engine/digest.ts';
import type { Effect } from '../engine/effect.ts';
import { GitHubError, type EffectOutcome, type Order } from '../github/port.ts';
import type { Run } from './context.ts';

/** In so many comments of a run somebody is mentioned; what escalation steps would tell them beyond that is one comment for all. */
const MOST_TOLD = 10;

/** On so many incidents a digest is tried: one of them may take no comment. */
const MOST_HOSTS = 3;

type Outcomes = readonly EffectOutcome[];

/** An order of which a digest may say something, in its parts. */
interface Parted {
  readonly order: Order;
  readonly brief: Brief;
  /** What is done before people are told. */
  readonly before: readonly Effect[];
  readonly comment: Effect;
  /** What else the comment says, and what follows it. */
  readonly rest: readonly Effect[];
  readonly after: readonly Effect[];
}

/**
 * Carries orders out, as GitHub does, but for comments by which the same people would be told of ever more incidents in one run: of
 * those becomes one digest, on the first incident that it is about. `told` counts in how many comments a run has told each login.
 */
export async function carryOutDigested(
  run: Run,
  orders: readonly Order[],
  told: Map<string, number>,
): Promise<readonly Outcomes[]> {
  const { github, looks } = run;
  const parted = new Map(partedIn(orders, told).map((it) => [it.order, it]));
  if (parted.size < 2) {
    const outcomes = await github.carryOut(orders, looks);
    count(orders, outcomes, told);
    return outcomes;
  }
  const first = orders.map((it) => ({ issue: it.issue, effects: parted.get(it)?.before ?? it.effects }));
  const firstOutcomes = await github.carryOut(first, looks);
  count(first, firstOutcomes, told);

  // What a step raises or labels is done before people are told of it; what GitHub refuses of that is no reason not to tell them.
  const ready = [...parted.values()].filter(({ order }) => isKnown(firstOutcomes[orders.indexOf(order)]!));
  const digest = await writeDigest(run, ready);
  const last = ready.map((it) => ({ issue: it.order.issue, effects: lastOf(it, digest.get(it)) }));
  const lastOutcomes = await github.carryOut(last, looks);
  count(last, lastOutcomes, told);

  return orders.map((order, i) => {
    const part = parted.get(order);
    const [before, its] = [firstOutcomes[i]!, part ? ready.indexOf(part) : -1];
    if (!part) return before;
    const lost = before.find(({ result }) => result === 'uncertain');
    if (lost) return [...before, lost, ...part.after.map(() => lost)];
    const said = digest.get(part)!;
    if (said !== 'apart' && said.result !== 'done') return [...before, said, ...part.after.map(() => said)];
    const mine = [...lastOutcomes[its]!];
    const after = mine.splice(mine.length - part.after.length);
    return [...before, joined([...(said === 'apart' ? [] : [said]), ...mine]), ...after];
  });
}

/** What is left to be done of an order once it is known what became of the digest. */
function lastOf({ comment, rest, after }: Parted, digest: EffectOutcome | 'apart' | undefined): readonly Effect[] {
  if (digest === 'apart' || digest === undefined) return [comment, ...after];
  return digest.result === 'done' ? [...rest, ...after] : [];
}

/**
 * Writes a digest of orders. Gives for each what it proves, or why not; `apart` where it is to be told apart, since GitHub would have no
 * digest there.
 */
async function writeDigest(run: Run, all: readonly Parted[]): Promise<Map<Parted, EffectOutcome | 'apart'>> {
  const outcomes = new Map<Parted, EffectOutcome | 'apart'>(all.map((it) => [it, 'apart']));
  for (let from = 0; from < MOST_HOSTS; from++) {
    const told = all.slice(from);
    const host = told[0]?.order.issue;
    const briefs = new Map(told.map(({ order, brief }) => [order.issue.number, brief]));
    const body = host && told.length > 1 ? digestBody(host.number, briefs, run.now, run.policy) : null;
    if (!host || body === null) break;
    const effect: Effect = { do: 'comment', issue: host.number, body, keys: [], to: [], why: '' };
    const outcome = await written(run, { issue: host, effects: [effect] });
    if (outcome.result === 'refused' && outcome.error.trouble !== 'rate-limited') continue;
    const proof = new Map(outcome.result === 'done' ? outcome.events.flatMap((it) => digestEntries(host, it)) : []);
    for (const it of told) {
      const entry = proof.get(it.order.issue.number);
      outcomes.set(it, outcome.result === 'done' ? { result: 'done', events: entry ? [entry] : [] } : halting(outcome));
    }
    break;
  }
  return outcomes;
}

/** Writes one comment. Where the answer is lost it is read whether it is there, and if not, it is written again. */
async function written({ github, looks }: Run, order: Order): Promise<EffectOutcome> {
  const write = async (): Promise<EffectOutcome> => (await github.carryOut([order], looks))[0]![0]!;
  const outcome = await write();
  if (outcome.result !== 'uncertain') return outcome;
  try {
    const again = await github.readIssue(order.issue.id);
    const [effect] = order.effects;
    const found = again?.timeline.find(
      (it) =>
        it.kind === 'commented' && it.own && effect?.do === 'comment' && it.comment.body.trim() === effect.body.trim(),
    );
    return found ? { result: 'done', events: [found] } : await write();
  } catch {
    return outcome;
  }
}

/** Nobody knows whether a digest was written: nothing more is said of its incidents in this run, and the next one finds out. */
function halting({ error }: Exclude<EffectOutcome, { readonly result: 'done' }>): EffectOutcome {
  const { message, retryAfter } = error;
  return { result: 'refused', error: new GitHubError('rate-limited', message, retryAfter) };
}

/** Of orders, those whose every addressee has been told of enough others. */
function partedIn(orders: readonly Order[], told: ReadonlyMap<string, number>): readonly Parted[] {
  const counted = new Map(told);
  return orders.flatMap((order): Parted[] => {
    const at = order.effects.findIndex(({ do: kind }) => kind === 'comment');
    const comment = order.effects[at];
    if (comment?.do !== 'comment') return [];
    const { brief } = comment;
    const isEnough = (login: string): boolean => (counted.get(login.toLowerCase()) ?? 0) >= MOST_TOLD;
    const isDigested = brief != null && brief.asks.every(({ to }) => to.length > 0 && to.every(isEnough));
    for (const login of isDigested ? (brief.rest?.to ?? []) : comment.to)
      counted.set(login.toLowerCase(), (counted.get(login.toLowerCase()) ?? 0) + 1);
    if (!isDigested) return [];
    const rest: Effect[] =
      brief.rest === null ? [] : [{ do: 'comment', issue: comment.issue, why: comment.why, ...brief.rest }];
    return [{ order, brief, before: order.effects.slice(0, at), comment, rest, after: order.effects.slice(at + 1) }];
  });
}

/** Counts whom comments have told: those that were written. */
function count(orders: readonly Order[], outcomes: readonly Outcomes[], told: Map<string, number>): void {
  for (const [i, { effects }] of orders.entries())
    for (const [j, effect] of effects.entries())
      if (effect.do === 'comment' && outcomes[i]![j]?.result === 'done')
        for (const login of effect.to) told.set(login.toLowerCase(), (told.get(login.toLowerCase()) ?? 0) + 1);
}

function isKnown(outcomes: Outcomes): boolean {
  return outcomes.every(({ result }) => result !== 'uncertain');
}

/** One outcome for the parts of an effect: the first failure, or all that happened. */
function joined(parts: Outcomes): EffectOutcome {
  const failed = parts.find(({ result }) => result !== 'done');
  return failed ?? { result: 'done', events: parts.flatMap((it) => (it.result === 'done' ? it.events : [])) };
}
