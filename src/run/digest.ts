import { digestBody } from '../capabilities/notification/digest.ts';
import { digestEntries, type Brief } from '../engine/digest.ts';
import type { Effect } from '../engine/effect.ts';
import type { EffectOutcome, Order } from '../github/port.ts';
import type { Issue } from '../model/issue.ts';
import type { Run } from './context.ts';

/** In so many comments of a run somebody is mentioned; what escalation steps would tell them beyond that is one comment for all. */
const MOST_TOLD = 10;

/**
 * Carries orders out, as GitHub does, but for comments by which the same people would be told of ever more incidents in one run: of
 * those becomes one digest, on the first incident that it is about. `told` counts in how many comments a run has told each login.
 */
export async function carryOutDigested(
  run: Run,
  orders: readonly Order[],
  told: Map<string, number>,
): Promise<readonly (readonly EffectOutcome[])[]> {
  const { github, looks, now, policy } = run;
  const briefs = briefsIn(orders, told);
  const at = orders.findIndex(({ issue }) => briefs.has(issue.number));
  const host = orders[at]?.issue;
  const body = host && briefs.size > 1 ? digestBody(host.number, briefs, now, policy) : null;
  if (!host || body === null) return github.carryOut(orders, looks);

  const digest: Order = {
    issue: host,
    effects: [{ do: 'comment', issue: host.number, body, keys: [], to: [], why: '' }],
  };
  const shortened = orders.map(({ issue, effects }) => ({
    issue,
    effects: effects.flatMap((it) => restOf(it, briefs)),
  }));
  const all: readonly Order[] = [...shortened.slice(0, at), digest, ...shortened.slice(at)];
  const answers = [...(await github.carryOut(all, looks))];
  const [written] = answers.splice(at, 1);
  const outcome = await ascertained(run, digest, written![0]!);
  const entries = outcome.result === 'done' ? outcome.events.flatMap((event) => digestEntries(host, event)) : [];
  const proof = new Map(entries);

  return orders.map(({ issue, effects }, i) => {
    const rest = [...answers[i]!];
    return effects.map((effect) => {
      const its = restOf(effect, briefs).map(() => rest.shift()!);
      return briefOf(effect, briefs) ? joined([...its, provenBy(outcome, issue)]) : its[0]!;
    });
  });

  function provenBy(it: EffectOutcome, { number }: Issue): EffectOutcome {
    const entry = proof.get(number);
    return it.result === 'done' ? { result: 'done', events: entry ? [entry] : [] } : it;
  }
}

/** What a digest is to say, by the number of the incident: of those whose every addressee has been told of enough others. */
function briefsIn(orders: readonly Order[], told: Map<string, number>): ReadonlyMap<number, Brief> {
  const briefs = new Map<number, Brief>();
  for (const { issue, effects } of orders)
    for (const effect of effects) {
      if (effect.do !== 'comment') continue;
      const { brief } = effect;
      const isEnough = (login: string): boolean => (told.get(login.toLowerCase()) ?? 0) >= MOST_TOLD;
      const isDigested = brief != null && brief.asks.every(({ to }) => to.length > 0 && to.every(isEnough));
      if (isDigested) briefs.set(issue.number, brief);
      for (const login of isDigested ? (brief.rest?.to ?? []) : effect.to)
        told.set(login.toLowerCase(), (told.get(login.toLowerCase()) ?? 0) + 1);
    }
  return briefs;
}

/** What of an effect a digest says; null if none does. */
function briefOf(effect: Effect, briefs: ReadonlyMap<number, Brief>): Brief | null {
  const brief = effect.do === 'comment' ? effect.brief : null;
  return brief != null && briefs.get(effect.issue) === brief ? brief : null;
}

/** What is left of an effect beside a digest. */
function restOf(effect: Effect, briefs: ReadonlyMap<number, Brief>): readonly Effect[] {
  const brief = briefOf(effect, briefs);
  if (brief === null) return [effect];
  return brief.rest === null ? [] : [{ do: 'comment', issue: effect.issue, why: effect.why, ...brief.rest }];
}

/** One outcome for the parts of an effect: the worst, or all that happened. */
function joined(parts: readonly EffectOutcome[]): EffectOutcome {
  const failed = parts.find(({ result }) => result !== 'done');
  return failed ?? { result: 'done', events: parts.flatMap((it) => (it.result === 'done' ? it.events : [])) };
}

/** The outcome of writing a digest; of one whose answer was lost it is read whether it is there, and if not, it is written again. */
async function ascertained({ github, looks }: Run, digest: Order, outcome: EffectOutcome): Promise<EffectOutcome> {
  if (outcome.result !== 'uncertain') return outcome;
  try {
    const again = await github.readIssue(digest.issue.id);
    const [effect] = digest.effects;
    const found = again?.timeline.find(
      (it) =>
        it.kind === 'commented' && it.own && effect?.do === 'comment' && it.comment.body.trim() === effect.body.trim(),
    );
    if (found) return { result: 'done', events: [found] };
    const [[written]] = (await github.carryOut([digest], looks)) as [[EffectOutcome]];
    return written;
  } catch {
    return outcome;
  }
}
