import { PROBLEM_MARK } from '../../capabilities/problem/track.ts';
import { readKey, writeKey } from '../../engine/keys.ts';
import { readAnyMark } from '../../engine/mark.ts';
import type { IncidentRecord } from '../../engine/record.ts';
import { loginOf } from '../../model/login.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import type { Issue } from '../../model/issue.ts';

/** The incident that a problem ticket was opened for. */
export interface ProblemOrigin {
  readonly incident: number;
  readonly priority: Priority;
  /** Whom the record of the incident names to see to it; null where it names nobody. */
  readonly owner: string | null;
}

/** The key under which the card of a problem ticket keeps its origin: people own the text, and may take the mark out of it. */
export const PROBLEM_ORIGIN = writeKey({ kind: 'opened', name: 'origin' });

/** The key under which it keeps that an incident belongs to it. */
export const memberKey = (incident: number) => writeKey({ kind: 'opened', name: `incident-${incident}` });

/** The incident that an issue is the problem ticket of; null if it is none of ours. */
export function problemOriginOf(
  { own, body }: Pick<Issue, 'own' | 'body'>,
  record: IncidentRecord,
): ProblemOrigin | null {
  if (!own) return null;
  const kept = record.done[PROBLEM_ORIGIN];
  const mark = readAnyMark(PROBLEM_MARK, body);
  const incident = kept?.issue ?? mark?.issue;
  if (incident === undefined) return null;
  const priority = PRIORITIES.find((it) => it === (kept?.text ?? mark?.priority)) ?? 'P1';
  return { incident, priority, owner: typeof mark?.owner === 'string' ? loginOf(mark.owner) : null };
}

/** The incidents that the card says belong to it. */
export function membersIn({ done }: IncidentRecord): readonly number[] {
  return Object.entries(done).flatMap(([key, { issue }]) => {
    const parts = readKey(key);
    return parts?.kind === 'opened' && parts.name.startsWith('incident-') && issue !== undefined ? [issue] : [];
  });
}
