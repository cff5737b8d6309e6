import type { Instant } from '../calendar/calendar.ts';
import { measureClocks } from '../engine/clocks.ts';
import type { Knowledge } from './track.ts';
import { stepsInForce } from '../engine/steps.ts';
import { clockedOf, type Clocks, type Steps } from './clocks/clocked.ts';
import type { Issue } from '../model/issue.ts';
import { foldIncident } from './fold.ts';
import type { Incident } from './incident.ts';
import type { Policy } from './policy.ts';

/**
 * One incident as it stands at one instant, by itself: it depends on its issue and the ground, and neither on other incidents nor
 * on what the run has sent.
 */
export interface IncidentReading {
  readonly issue: Issue;
  /** The policy as it applies to this issue. */
  readonly policy: Policy;
  readonly incident: Incident;
  readonly clocks: Clocks;
  readonly steps: Steps;
  /** Logins of people whose role must be known to judge what they did. */
  readonly unknown: readonly string[];
}

/** What reading an incident rests on besides its issue: the same for every incident of a run. */
export interface ReadingGround {
  readonly now: Instant;
  readonly policy: Policy;
  readonly knowledge: Knowledge;
}

/** Reads one issue as an incident: its fold, its clocks and its escalation steps. */
export function readIncident(issue: Issue, ground: ReadingGround): IncidentReading {
  const { incident, policy, unknown } = foldIncident(issue, ground.policy, ground.knowledge);
  return { issue, policy, incident, unknown, ...dueAt(ground.now, { incident, policy }) };
}

/** The same incident at another instant, if nothing happens to it until then: what it is does not depend on the time. */
export function readLater(reading: IncidentReading, now: Instant): IncidentReading {
  return { ...reading, ...dueAt(now, reading) };
}

function dueAt(now: Instant, { incident, policy }: Pick<IncidentReading, 'incident' | 'policy'>) {
  const clocked = clockedOf(incident, policy, now);
  const clocks = measureClocks(clocked);
  return { clocks, steps: stepsInForce(clocked, clocks) };
}

/** Whether reading an issue again on the same ground would tell the same: nobody is known now who was not known then. */
export function isCurrent({ issue: read, unknown }: IncidentReading, issue: Issue, { roles }: Knowledge): boolean {
  return read === issue && !unknown.some((login) => roles.has(login.toLowerCase()));
}
