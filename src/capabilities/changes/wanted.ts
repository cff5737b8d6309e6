import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { impactOf } from '../impact/impact.ts';
import type { Situation } from '../situation.ts';
import { isBegun, isTimely, rollbacksAsked, type Rollback } from './rollback.ts';
import { mitigatedAt } from './track.ts';
import type { Seen } from './seen.ts';

/** What is to be done outside of the incident: start a rollback, look what changed before its impact, or what has happened since it was mitigated. */
export type Wanted =
  | { readonly what: 'begin' }
  | { readonly what: 'rollback'; readonly rollback: Rollback }
  | { readonly what: 'before'; readonly from: Instant }
  | { readonly what: 'after'; readonly from: Instant; readonly at: Instant };

/** Of an impact that began longer ago GitHub does not tell any more what had been deployed by then. */
const LONGEST_AGO = 7 * DAY;

/** What was found in this run, or else what is on record. */
export function changesOf({ looked, incident }: Pick<Situation, 'looked' | 'incident'>): Seen | null {
  return looked?.after ?? looked?.before ?? incident.changes.seen;
}

/** What is to be done outside of the incident now; null for nothing. Each thing is tried once in a run. */
export function wantedOf(situation: Situation): Wanted | null {
  const { looked, incident, policy } = situation;
  if (looked === null) return null;
  const [asked] = rollbacksAsked(situation);
  if (asked && looked.rollback === undefined && isTimely(situation, asked)) {
    // That it is begun goes on record first.
    if (!isBegun(situation, asked)) return looked.begun ? null : { what: 'begin' };
    const workflow = policy.changes!.rollback!;
    if (looked.begun) return { what: 'rollback', rollback: { workflow, sha: asked.sha, issue: incident.issue.number } };
  }
  const wanted = changesWanted(situation);
  return wanted !== null && looked[wanted.what] === undefined ? wanted : null;
}

/**
 * What an incident wants to know of changes; null for nothing. Once when it is as urgent as the policy asks for, again when somebody
 * moves the beginning of its impact, and once more when it is mitigated. Nothing is looked for where nothing may be told.
 */
function changesWanted(situation: Situation): Extract<Wanted, { what: 'before' | 'after' }> | null {
  const { incident, policy, now } = situation;
  const { changes } = policy;
  const { kind, category, priority, issue, resolution, said } = incident;
  const from = impactOf(incident)?.from ?? null;
  if (changes === null || from === null || kind !== 'incident' || category.confidential || resolution.ended)
    return null;
  if (issue.state !== 'open' || now - from > LONGEST_AGO) return null;
  const seen = changesOf(situation);
  // An alert that comes again moves nothing: only people do.
  const isMoved = seen !== null && said.impact !== null && seen.of !== from;
  if ((seen === null && changes.for.includes(priority.current)) || isMoved) return { what: 'before', from };
  const at = mitigatedAt(incident);
  return seen !== null && at !== null && seen.after?.of !== at ? { what: 'after', from, at } : null;
}
