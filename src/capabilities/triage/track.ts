import type { AlertLog } from '../alerts/log.ts';
import type { Category } from '../category/policy.ts';
import { isSettled, type VouchedState } from '../entitlement/vouched.ts';
import type { Facts } from '../report/facts.ts';
import type { Scene, Track } from '../track.ts';
import { propose, type Proposal, type Reported } from './proposal.ts';

interface Needs {
  readonly report: Facts;
  readonly alert: AlertLog | null;
}

interface Result {
  readonly proposal: Reported;
  /** Whether whoever reports it may have a say: somebody entitled, or a monitoring system. */
  readonly trusted: boolean;
}

/** What is asked of the tracks that follow, when all has been read. */
interface Outcome {
  readonly priority: { readonly periods: readonly { readonly assessed: boolean }[] };
  readonly category: { readonly held: object | null };
  readonly vouched: VouchedState;
}

/** What the policy proposes, and whether it may be set at once. */
export const triageTrack: Track<Reported, Result, Needs & Outcome> = {
  start(scene) {
    const { issue, policy, states } = scene;
    const proposal = propose(policy, states.report, issue.title);
    return { ...proposal, confidential: confidentialOf(proposal, scene) };
  },
  result(proposal, scene) {
    const { judge, issue, policy } = scene;
    const secret = policy.categories.filter(({ confidential }) => confidential);
    if (secret.length > 0 && isSettled(scene))
      for (const category of secret)
        judge.once(decisionOn(category), null, issue.openedAt, () => proposal.confidential === category);
    return { proposal, trusted: isTrusted(proposal, scene) };
  },
};

const decisionOn = ({ name }: Category): string => `secret ${name}`;

/** The confidential category that the report counts as: what was settled stays, however it is edited. */
function confidentialOf({ category }: Proposal, { policy, judge }: Scene<Needs>): Category | null {
  const settled = policy.categories
    .filter(({ confidential }) => confidential)
    .map((it) => [it, judge.recorded({ kind: 'decision', what: decisionOn(it), since: null })] as const);
  if (settled.some(([, counts]) => counts !== undefined)) return settled.find(([, counts]) => counts)?.[0] ?? null;
  return category?.category.confidential ? category.category : null;
}

/** Asks about whoever reports only where that would change anything. */
function isTrusted({ applies }: Proposal, { issue, judge, states }: Scene<Needs & Outcome>): boolean {
  if (states.alert) return true;
  const { author } = issue;
  if (author === null || author.bot) return false;
  const ranks = applies.priority && states.priority.periods.every(({ assessed }) => !assessed);
  const sorts = applies.category && states.category.held === null;
  const act = { what: 'opening', about: null, since: null };
  const isKnown = judge.recorded({ kind: 'right', ...act }) !== undefined;
  return (ranks || sorts || isKnown) && judge.isEntitled(act, author.login, issue.openedAt) === true;
}
