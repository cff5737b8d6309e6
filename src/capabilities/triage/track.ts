import type { AlertLog } from '../alerts/log.ts';
import type { Facts } from '../report/facts.ts';
import type { Scene, Track } from '../track.ts';
import { propose, type Proposal } from './proposal.ts';

interface Needs {
  readonly report: Facts;
  readonly alert: AlertLog | null;
}

interface Result {
  readonly proposal: Proposal;
  /** Whether whoever reports it may have a say: somebody entitled, or a monitoring system. */
  readonly trusted: boolean;
}

/** What is asked of the tracks that follow, when all has been read. */
interface Outcome {
  readonly priority: { readonly periods: readonly { readonly assessed: boolean }[] };
  readonly category: { readonly held: object | null };
}

/** What the policy proposes, and whether it may be set at once. */
export const triageTrack: Track<Proposal, Result, Needs & Outcome> = {
  start: ({ issue, policy, states }) => propose(policy, states.report, issue.title),
  result: (proposal, scene) => ({ proposal, trusted: isTrusted(proposal, scene) }),
};

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
