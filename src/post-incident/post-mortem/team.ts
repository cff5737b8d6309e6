import type { Policy } from '../../capabilities/policy.ts';
import { includesLogin } from '../../model/login.ts';
import type { PostIncidentTrack } from '../event.ts';
import { ownersAfter } from '../owners.ts';

/** Who has changed a text; `unknown` where GitHub does not say. */
export type Editors = readonly string[] | 'unknown';

/** Who has to do with a post-mortem: two people write and approve it, never the same one. */
export interface Team {
  /** Its assignees. */
  readonly owners: readonly string[];
  /** Who has changed its text; null where nobody has asked yet. */
  readonly editors: Editors | null;
  /** The role that approves it, and its people; null where nobody must. */
  readonly approver: { readonly role: string; readonly people: readonly string[] } | null;
  /** How many of them must. */
  readonly approvals: number;
  /** Called where an answer depends on who has changed the text. */
  readonly wanted: () => void;
}

/** Why somebody may not approve it. */
export type ApprovalBar = 'role' | 'owner' | 'editor' | 'unknown';

/** What is known before the timeline is read. */
export type TeamGround = Pick<Team, 'editors' | 'approver' | 'approvals' | 'wanted'>;

/** Follows who owns a post-mortem. */
export const teamTrack = (ground: TeamGround): PostIncidentTrack<Team, Team> => ({
  start: () => ({ ...ground, owners: [] }),
  on: (state, event) => ({ ...state, owners: ownersAfter(state.owners, event) }),
  result: (state) => state,
});

/** Why somebody may not approve; null if they may. Where only the text's authors are unknown, they are asked for. */
export function barOf({ owners, editors, approver, wanted }: Team, by: string): ApprovalBar | null {
  if (approver !== null && !includesLogin(approver.people, by)) return 'role';
  if (includesLogin(owners, by)) return 'owner';
  if (editors === 'unknown') return 'unknown';
  if (editors === null) wanted();
  return includesLogin(editors ?? [], by) ? 'editor' : null;
}

/** The role that approves the post-mortems of a priority, and its people. */
export function approverOf(
  { priorities, roles }: Policy,
  priority: keyof Policy['priorities'],
): TeamGround['approver'] {
  const role = priorities[priority].postMortem?.approver ?? null;
  return role === null ? null : { role, people: roles.get(role) ?? [] };
}
