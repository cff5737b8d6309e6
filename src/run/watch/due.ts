import type { Instant } from '../../calendar/calendar.ts';
import { decide, situationOf, type Ground } from '../../capabilities/decide.ts';
import { fallsDue, nextDue } from '../../capabilities/next-due.ts';
import { isCurrent, readIncident, readLater, type IncidentReading } from '../../capabilities/reading.ts';
import { isWatchable } from '../../capabilities/watch/watched.ts';
import type { Issue } from '../../model/issue.ts';
import type { Run } from '../context.ts';
import { byUrgency } from '../order.ts';

/** Answers name further people, and those further ones: a few rounds. */
const MOST_ROUNDS = 3;

/**
 * When something is due about each of these incidents that a watch is for, by its number, up to the policy's horizon. What cannot be read
 * is named by the ordinary run, and does not stop the watch of the others. The roles are asked of the people for whom it takes to know
 * that to the second.
 */
export async function duesOf(run: Run, issues: readonly Issue[]): Promise<ReadonlyMap<number, Instant>> {
  const { readings, ground, until } = prepared(run, issues);
  const dues = new Map<number, Instant>();
  for (const reading of readings) {
    const due = nextDue(await met(run, reading, ground, until), ground, until);
    if (due !== null) dues.set(reading.issue.number, due);
  }
  return dues;
}

/**
 * Whether anything falls due about these incidents that a watch is for, up to the policy's horizon. What is due now, right after a run has
 * done what it could, no further run will do.
 */
export function isAnyDue(run: Run, issues: readonly Issue[]): boolean {
  const { readings, ground, until } = prepared(run, issues);
  return readings.some((reading) => fallsDue(reading, ground, until));
}

/** What a watch is for among these incidents, read on a ground, and until when it looks ahead. */
function prepared(
  run: Run,
  issues: readonly Issue[],
): { readonly readings: readonly IncidentReading[]; readonly ground: Ground; readonly until: Instant } {
  const { now, policy, repository, knowledge, watchedUntil } = run;
  const { readings, neighbours } = byUrgency(issues, run, null);
  const own = new Set(issues.flatMap((issue) => (issue.own ? [issue.number] : [])));
  const alerts = neighbours.filter(({ number }) => own.has(number));
  const incidents = { all: () => neighbours, alerts: () => alerts };
  const ground: Ground = {
    now,
    policy,
    repository,
    knowledge,
    watchedUntil,
    incidents,
    pages: new Map(),
    looked: null,
  };
  return {
    readings: readings.filter((reading) => isWatchable(situationOf(reading, ground))),
    ground,
    until: now + policy.watch.horizon,
  };
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
