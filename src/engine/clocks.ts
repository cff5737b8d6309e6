import type { Instant, Interval } from '../calendar/calendar.ts';
import type { Incident } from '../capabilities/incident.ts';
import type { PriorityPeriod } from '../model/periods.ts';
import type { Verdict } from './record.ts';
import { type Policy } from '../capabilities/policy.ts';
import { CLOCKS, type ClockName } from '../capabilities/clocks/table.ts';
import { type Target } from '../calendar/target.ts';
import { type Priority } from '../model/priority.ts';
import { coursesOf, isRepeating, isSameStart, type Course } from './cycles.ts';
import { dueFrom } from '../calendar/target.ts';
import { pausesOf } from './pauses.ts';

/**
 * One clock of an incident. `running` has a deadline ahead; `paused` has one that is not known yet; `met` was stopped in
 * time; `missed` passed its deadline, whether or not it has been stopped since; `void` ended with the incident before it could
 * be met or missed.
 */
export interface Clock {
  readonly name: ClockName;
  readonly priority: Priority;
  readonly state: 'running' | 'paused' | 'met' | 'missed' | 'void';
  /** The target as the policy wrote it when the clock was decided, or as it does now. */
  readonly target: string;
  readonly start: Instant;
  /** Infinity while a pause goes on. */
  readonly due: Instant;
  /** When it was met, the true moment of the breach, or null while neither. */
  readonly at: Instant | null;
  /** When it was stopped, or null; a missed clock may still be running. */
  readonly stoppedAt: Instant | null;
}

export interface Clocks {
  /** The clocks of the priority in force, in the order of CLOCKS; of one that repeats, its present course. */
  readonly current: readonly Clock[];
  /** Every verdict so far, of former priorities and openings too, recorded ones first. */
  readonly verdicts: readonly Verdict[];
}

/**
 * The clocks of an incident at an instant. The timeline is replayed, one stretch of priority after the other, so a breach is
 * found where it happened however late the run: a clock is measured from its start with the target of that stretch (a raise
 * may make a deadline pass at once: then the breach is the moment of the raise). What is on record wins over the replay: a
 * target changed later alters no verdict.
 */
export function readClocks(incident: Incident, policy: Policy, now: Instant): Clocks {
  const verdicts = [...incident.record.verdicts];
  const current: Clock[] = [];
  for (const name of CLOCKS) {
    for (const [i, period] of incident.priorities.entries()) {
      const target = policy.priorities[period.priority].clocks[name];
      const until = incident.priorities[i + 1]?.from ?? Infinity;
      const courses = coursesOf(incident, policy, name, i);
      for (const course of courses) {
        if (!target || find(verdicts, name, period, course, incident)) continue;
        const due = dueFrom(target, course.start, pausesOf(incident, policy, name, course.stop));
        const verdict = judge(name, course, due, { from: period.from, to: until }, now);
        const { start } = course;
        if (verdict)
          verdicts.push({
            clock: name,
            priority: period.priority,
            start,
            episode: incident.reopened,
            target: target.text,
            due,
            seen: now,
            ...verdict,
          });
      }
      const last = courses.at(-1);
      if (until !== Infinity || !last || (isRepeating(name) && last.stop !== null)) continue;
      current.push(...show(incident, policy, name, period, last, target, verdicts));
    }
  }
  return { current, verdicts };
}

/**
 * The verdict on one course of a clock. A miss stays; what was met by the resolution is judged again once the incident is
 * reopened.
 */
function find(
  verdicts: readonly Verdict[],
  name: ClockName,
  { priority }: PriorityPeriod,
  { start }: Course,
  incident: Incident,
): Verdict | undefined {
  // Reopening undoes what only the resolution had brought.
  const act = { workaround: incident.workaround, restore: incident.restored, resolve: null };
  const isUndone = ({ at }: Verdict): boolean => name in act && act[name as keyof typeof act]?.at !== at;
  return verdicts.findLast(
    (it) =>
      it.clock === name &&
      it.priority === priority &&
      isSameStart(it.start, start) &&
      (!it.met || !isUndone(it) || it.episode === incident.reopened),
  );
}

function judge(
  name: ClockName,
  { stop, meets }: Course,
  due: Instant,
  period: Interval,
  now: Instant,
): { readonly met: boolean; readonly at: Instant } | null {
  if (stop !== null && stop < period.from) return null;
  const breach = Math.max(due, period.from);
  if (breach < Math.min(stop ?? Infinity, period.to) && breach <= now) return { met: false, at: breach };
  if (stop === null || stop >= period.to || !meets) return null;
  if (stop > due) return { met: false, at: breach };
  // That an update came in time is the rule; only the misses are worth a line for ever.
  return isRepeating(name) ? null : { met: true, at: stop };
}

function show(
  incident: Incident,
  policy: Policy,
  name: ClockName,
  period: PriorityPeriod,
  course: Course,
  target: Target | undefined,
  verdicts: readonly Verdict[],
): Clock[] {
  const { start, stop: stoppedAt } = course;
  const { priority } = period;
  const verdict = find(verdicts, name, period, course, incident);
  if (verdict) {
    const { due, at, met } = verdict;
    return [{ name, priority, target: verdict.target, start, due, at, stoppedAt, state: met ? 'met' : 'missed' }];
  }
  // What was over before this priority came is told by the verdict of that time.
  if (!target || (stoppedAt !== null && stoppedAt < period.from)) return [];
  const due = dueFrom(target, start, pausesOf(incident, policy, name, stoppedAt));
  const state = stoppedAt !== null ? 'void' : due === Infinity ? 'paused' : 'running';
  return [{ name, priority, target: target.text, start, due, at: null, stoppedAt, state }];
}

/**
 * The time between a deadline and the stop of its clock, in milliseconds as the clock counts them (open time of its calendar):
 * positive to spare, negative late.
 */
export function marginOf(
  policy: Policy,
  { name, priority }: Pick<Clock, 'name' | 'priority'>,
  due: Instant,
  stop: Instant,
): number {
  const calendar = policy.priorities[priority].clocks[name]?.calendar;
  const between = (from: Instant, to: Instant): number => (calendar ? calendar.between(from, to) : to - from);
  return stop <= due ? between(stop, due) : -between(due, stop);
}
