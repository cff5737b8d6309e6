import type { Instant } from '../../calendar/calendar.ts';
import { writeKey } from '../../engine/keys.ts';
import { readAnyMark } from '../../engine/mark.ts';
import type { Done, IncidentRecord } from '../../engine/record.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { loginOf } from '../../model/login.ts';
import type { Issue } from '../../model/issue.ts';

/** The incident that a post-mortem is about, as it was when the post-mortem was opened. */
export interface Origin {
  readonly incident: number;
  readonly priority: Priority;
  readonly resolvedAt: Instant;
  /** Whom the record of the incident names to write it; null where it names nobody. */
  readonly owner: string | null;
}

/** The key under which the card of a post-mortem keeps its origin: people own the text, and may take the mark out of it. */
export const POST_MORTEM_ORIGIN = writeKey({ kind: 'opened', name: 'incident' });

/** What the card keeps of an origin. */
export function keptOrigin({ incident, priority, resolvedAt }: Omit<Origin, 'owner'>): Done {
  return { at: resolvedAt, issue: incident, text: priority };
}

/** The incident that an issue is the post-mortem of, as its card says, or the mark that it was opened with; null if it is none of ours. */
export function originOf(issue: Pick<Issue, 'own' | 'body' | 'openedAt'>, record: IncidentRecord): Origin | null {
  if (!issue.own) return null;
  const kept = record.done[POST_MORTEM_ORIGIN];
  if (kept?.issue !== undefined)
    return { incident: kept.issue, priority: priorityOf(kept.text), resolvedAt: kept.at, owner: ownerIn(issue.body) };
  const mark = readAnyMark('post-mortem', issue.body);
  if (mark === null) return null;
  // Those of earlier versions do not say of what they are: every P0 has one.
  const at = typeof mark.resolved === 'number' ? mark.resolved : issue.openedAt;
  return { incident: mark.issue, priority: priorityOf(mark.priority), resolvedAt: at, owner: ownerIn(issue.body) };
}

function ownerIn(body: string): string | null {
  const owner = readAnyMark('post-mortem', body)?.owner;
  return typeof owner === 'string' ? loginOf(owner) : null;
}

function priorityOf(value: unknown): Priority {
  return PRIORITIES.find((it) => it === value) ?? 'P0';
}
