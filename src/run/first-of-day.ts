import type { Instant } from '../calendar/calendar.ts';
import { localHour } from '../text/time.ts';
import type { Run } from './context.ts';

/** The hour of the day, in the zone of the policy, for which it is told where nobody can say when the last run was. */
const MORNING = 9;

/** From the first of these hours of the day to the second one run says what nothing has asked for: others cost no request for it. */
const EARLY = { from: 6, to: 9 } as const;

/** Whether this is the first scheduled run of a day, in which is said what needs no saying in every run. */
export async function isFirstOfDay({ policy, inputs, github, now, trigger }: Run): Promise<boolean> {
  if (trigger.kind !== 'sweep') return false;
  const before = inputs.workflow === null ? undefined : await lastRun(github, inputs.workflow);
  const { date, hour } = localHour(policy, now);
  return before === undefined ? hour === MORNING : before === null || localHour(policy, before).date !== date;
}

/** Whether this is the first scheduled run of a morning. On a day when none comes in these hours there is none. */
export async function isFirstOfMorning({ policy, inputs, github, now, trigger }: Run): Promise<boolean> {
  const { date, hour } = localHour(policy, now);
  if (trigger.kind !== 'sweep' || inputs.workflow === null || hour < EARLY.from || hour >= EARLY.to) return false;
  const before = await lastRun(github, inputs.workflow);
  if (before === undefined) return hour === EARLY.from;
  if (before === null) return true;
  const last = localHour(policy, before);
  return last.date !== date || last.hour < EARLY.from;
}

/** When the scheduled run before this one was; null if there was none, undefined if nobody can say. */
async function lastRun(github: Run['github'], workflow: string): Promise<Instant | null | undefined> {
  try {
    return (await github.runs(workflow, { event: 'schedule', most: 2 }))[1]?.createdAt ?? null;
  } catch {
    return undefined;
  }
}
