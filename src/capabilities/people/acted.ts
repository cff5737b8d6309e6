import type { Instant } from '../../calendar/calendar.ts';
import { MINUTE } from '../../calendar/length.ts';
import { includesLogin } from '../../model/login.ts';
import type { Incident } from '../incident.ts';

/** Those of some people who hear of an act: not whoever did it. */
export function butFor(by: string | null, logins: readonly string[]): readonly string[] {
  return by === null ? logins : logins.filter((login) => !includesLogin([by], login));
}

/** For how long whoever has done something is at it, in milliseconds. */
const AT_IT = 5 * MINUTE;

/** Who has just done something on the issue, be it a word, a label or an assignment. */
export function justActed({ issue }: Incident, now: Instant): readonly string[] {
  return issue.timeline
    .filter(({ own, at }) => !own && at > now - AT_IT)
    .flatMap(({ actor }) => (actor === null || actor.bot ? [] : [actor.login]));
}

/** Who takes part in an issue, and so has every comment on it by mail: who opened it, is assigned, has commented, or was mentioned. */
export function followers({ issue, assignment, record }: Incident): readonly string[] {
  const written = issue.timeline.flatMap(({ kind, actor }) =>
    kind === 'commented' && actor !== null && !actor.bot ? [actor.login] : [],
  );
  // What a digest told stands on another issue, and nobody follows this one for that.
  const told = Object.values(record.done).flatMap((done) => (done.on === undefined ? (done.told ?? []) : []));
  return [...(issue.author ? [issue.author.login] : []), ...assignment.assignees, ...written, ...told];
}
