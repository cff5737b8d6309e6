import type { Instant } from '../../calendar/calendar.ts';
import { localHour } from '../../text/time.ts';
import { reachWarnings } from '../../capabilities/escalation/reach.ts';
import type { Run } from '../context.ts';

/** The hour of the day, in the zone of the policy, for which it is told where nobody can say when the last run was. */
const MORNING = 9;

/**
 * Says once a day where the policy, though in order, notifies nobody: in the first scheduled run of a day, since a warning in every
 * run is read by nobody.
 */
export async function advise({ policy, repository, inputs, github, now, trigger, report }: Run): Promise<void> {
  if (trigger.kind !== 'sweep' || report.inForce?.instead) return;
  const warnings = reachWarnings(policy, repository.ownedByPerson, now);
  if (warnings.length === 0) return;
  const before = inputs.workflow === null ? undefined : await lastRun(github, inputs.workflow);
  const { date, hour } = localHour(policy, now);
  const isFirst = before === undefined ? hour === MORNING : before === null || localHour(policy, before).date !== date;
  if (isFirst) report.advice.push(...warnings);
}

/** When the scheduled run before this one was; null if there was none, undefined if nobody can say. */
async function lastRun(github: Run['github'], workflow: string): Promise<Instant | null | undefined> {
  try {
    return (await github.scheduledRuns(workflow))[1] ?? null;
  } catch {
    return undefined;
  }
}
