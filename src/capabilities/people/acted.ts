import type { Instant } from '../../calendar/calendar.ts';
import { MINUTE } from '../../calendar/length.ts';
import type { Incident } from '../incident.ts';

/** For how long whoever has done something is at it, in milliseconds. */
const AT_IT = 5 * MINUTE;

/** Who has just done something on the issue, be it a word, a label or an assignment. */
export function justActed({ issue }: Incident, now: Instant): readonly string[] {
  return issue.timeline
    .filter(({ own, at }) => !own && at > now - AT_IT)
    .flatMap(({ actor }) => (actor === null || actor.bot ? [] : [actor.login]));
}
