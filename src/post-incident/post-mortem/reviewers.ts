import { peopleOf } from '../../capabilities/people/roles.ts';
import { includesLogin } from '../../model/login.ts';
import { approvalsMissing } from './reading.ts';
import type { PostMortemSituation } from './situation.ts';

/** Who may approve a post-mortem: of its role neither its owner nor, as far as is known, whoever has written in it. */
export function reviewers(situation: PostMortemSituation): {
  /** Those of them who are told: whoever is on call, where the role is a rota. */
  readonly told: readonly string[];
  /** Whether they are too few: somebody has to change that. */
  readonly isStuck: boolean;
} {
  const { approver, owners, editors, approvals } = situation.postMortem.team;
  if (approver === null) return { told: [], isStuck: false };
  const barred = [...owners, ...(editors === 'unknown' ? [] : (editors ?? []))];
  const may = (people: readonly string[]): readonly string[] => people.filter((it) => !includesLogin(barred, it));
  const [all, onCall] = [may(approver.people), may(peopleOf(situation, approver.role) ?? [])];
  const isStuck = all.length < approvals && approvalsMissing(situation.postMortem) > 0;
  return { told: onCall.length > 0 ? onCall : all, isStuck };
}
