import type { Intent } from '../capabilities/situation.ts';
import { includesLogin } from '../model/login.ts';
import type { Issue } from '../model/issue.ts';
import type { PostIncidentEvent } from './event.ts';

/** Who owns an issue after an event: its assignees, whoever came last at the end. */
export function ownersAfter(owners: readonly string[], event: PostIncidentEvent): readonly string[] {
  if (event.kind !== 'assigned' && event.kind !== 'unassigned') return owners;
  const { kind, assignee } = event;
  if (assignee === null) return owners;
  const others = owners.filter((it) => !includesLogin([assignee], it));
  return kind === 'assigned' ? [...others, assignee] : others;
}

/** Whoever is to see to it is assigned, unless anybody has ever been: once its card is there, or they would be mailed of that too. */
export function assignFirst(issue: Issue, owner: string | null, why: string): readonly Intent[] {
  const isAssigned = issue.timeline.some(({ kind }) => kind === 'assigned' || kind === 'unassigned');
  if (owner === null || isAssigned || issue.state === 'closed') return [];
  return [{ do: 'assign', issue: issue.number, logins: [owner], why }];
}
