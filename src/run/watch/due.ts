import type { Instant } from '../../calendar/calendar.ts';
import { decide, situationOf, type Ground } from '../../capabilities/decide.ts';
import { nextDue } from '../../capabilities/next-due.ts';
import { isCurrent, readIncident, readLater, type IncidentReading } from '../../capabilities/reading.ts';
import { isWatchable } from '../../capabilities/watch/watched.ts';
import type { Issue } from '../../model/issue.ts';
import type { Run } from '../context.ts';
import { byUrgency } from '../order.ts';

/** Answers name further people, and those further ones: a few rounds. */
const MOST_ROUNDS = 3;

/**
 * When something is due first about any of these incidents that a watch is for, up to the policy's horizon; null if nothing is. What
 * cannot be read is named by the ordinary run, and does not stop the watch of the others. With `asks`, the roles of the people are asked
 * for whom it takes to know that to the second; without, nobody is asked about, and anything that is due will do.
 */
export async function firstDue(
  run: Run,
  issues: readonly Issue[],
  { asks }: { readonly asks: boolean },
): Promise<Instant | null> {
  const { now, policy, repository, knowledge, watchedUntil } = run;
  const { readings, neighbours } = byUrgency(issues, run, null);
  const own = new Set(issues.flatMap((issue) => (issue.own ? [issue.number] : [])));
  const alerts = neighbours.filter(({ number }) => own.has(number));
  const incidents = { all: () => neighbours, alerts: () => alerts };
  const ground: Ground = { now, policy, repository, knowledge, watchedUntil, incidents, pages: new Map() };

  let first: Instant | null = null;
  for (const reading of readings) {
    if (!isWatchable(situationOf(reading, ground))) continue;
    // Of two, the later one does not matter.
    const until: Instant = first ?? now + policy.watch.horizon;
    const known = asks ? await met(run, reading, ground, until) : reading;
    first = nextDue(known, ground, until) ?? first;
    if (first !== null && !asks) break;
  }
  return first;
}

/** An incident read with the roles of the people whom it takes to know what is due by an instant. Who cannot be asked about stays unknown. */
async function met(
  { github, knowledge: { roles } }: Run,
  start: IncidentReading,
  ground: Ground,
  until: Instant,
): Promise<IncidentReading> {
  let reading = start;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const unknown = [ground.now, until].flatMap((now) => decide(readLater(reading, now), { ...ground, now }).unknown);
    const strangers = [...new Set(unknown)].filter((login) => !roles.has(login.toLowerCase()));
    if (strangers.length === 0) break;
    for (const login of strangers) {
      try {
        roles.set(login.toLowerCase(), await github.roleOf(login));
      } catch {
        return reading;
      }
    }
    if (!isCurrent(reading, reading.issue, ground.knowledge)) reading = readIncident(reading.issue, ground);
  }
  return reading;
}
