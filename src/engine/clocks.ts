import type { Instant } from '../calendar/calendar.ts';
import { DAY } from '../calendar/length.ts';
import { dueFrom } from '../calendar/target.ts';
import type { PriorityPeriod } from '../model/periods.ts';
import type { Priority } from '../model/priority.ts';
import { pausesOf, type Clocked } from './clocked.ts';
import { cyclesOf, isSameStart, metBy, neededSince, type Cycle } from './cycles.ts';
import type { ClockVerdict } from './record.ts';

/**
 * One clock of an incident. `running` has a deadline ahead; `paused` has one that is not known yet; `met` was stopped in
 * time; `missed` passed its deadline, whether or not it has been stopped since; `void` ended with the incident before it could
 * be met or missed.
 */
export interface MeasuredClock<N extends string> {
  readonly name: N;
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

export interface MeasuredClocks<N extends string> {
  /** The clocks of the priority in force, in the order of their table; of one that repeats, its present cycle. */
  readonly current: readonly MeasuredClock<N>[];
  /** Every verdict so far, of former priorities and openings too, recorded ones first. */
  readonly verdicts: readonly ClockVerdict<N>[];
}

/**
 * The clocks of an incident at an instant. The timeline is replayed, one stretch of priority after the other, so a breach is
 * found where it happened however late the run: a clock is measured from its start with the target of that stretch (a raise
 * may make a deadline pass at once: then the breach is the moment of the raise). What is on record wins over the replay: a
 * target changed later alters no verdict.
 */
export function measureClocks<N extends string>(clocked: Clocked<N>): MeasuredClocks<N> {
  const { now, priorities, gaps } = clocked;
  // A clock that nobody needed has missed nothing.
  const recorded = clocked.verdicts.filter(({ clock }) => neededSince(clocked, clock) !== null);
  const verdicts = recorded.filter(({ unsure }) => unsure !== true);
  const current: MeasuredClock<N>[] = [];
  for (const name of Object.keys(clocked.specs) as N[]) {
    for (const [i, period] of priorities.entries()) {
      const target = clocked.targetOf(period.priority, name);
      const until = priorities[i + 1]?.from ?? Infinity;
      const cycles = cyclesOf(clocked, name, i);
      for (const [n, cycle] of cycles.entries()) {
        const stretch: Stretch<N> = { name, period, cycle };
        if (find(clocked, verdicts, stretch) || isPast(clocked, stretch, cycles[n + 1])) continue;
        // What was unsure is judged again by the target of that day.
        const before = recorded.find((it) => it.unsure === true && isOn(it, stretch));
        if (!before && !target) continue;
        const due = before?.due ?? dueFrom(target!, cycle.start, pausesOf(clocked, name, cycle.stop));
        const verdict = judge(clocked, stretch, due, until);
        if (!verdict) continue;
        const seen = before && !verdict.met ? before.seen : now;
        verdicts.push({
          clock: name,
          priority: period.priority,
          start: cycle.start,
          episode: gaps.length,
          target: before?.target ?? target!.text,
          due,
          seen,
          ...verdict,
          ...(isUnsure(clocked, name, { ...verdict, seen }) && { unsure: true }),
        });
      }
      const last = cycles.at(-1);
      if (until !== Infinity || !last || (clocked.specs[name].repeatsAt !== null && last.stop !== null)) continue;
      current.push(...show(clocked, verdicts, { name, period, cycle: last }));
    }
  }
  return { current, verdicts };
}

/** One cycle of a clock within a stretch of priority. */
interface Stretch<N extends string> {
  readonly name: N;
  readonly period: PriorityPeriod;
  readonly cycle: Cycle;
}

/**
 * Whether a miss on record stands for this cycle of a clock that repeats: one of the next cycle or one after it, or of whatever comes later
 * if it stands for others already. The last cycle of a priority, or before the end, has no next one.
 */
function isPast<N extends string>(
  { specs, verdicts }: Clocked<N>,
  { name, cycle }: Stretch<N>,
  next: Cycle | undefined,
): boolean {
  if (specs[name].repeatsAt === null) return false;
  return verdicts.some(({ clock, start, times = 1 }) => {
    if (clock !== name) return false;
    if (next && (start >= next.start || isSameStart(start, next.start))) return true;
    return times > 1 && start > cycle.start && !isSameStart(start, cycle.start);
  });
}

/**
 * The verdict on one cycle of a clock. A miss stays; what was met by the resolution is judged again once the incident is
 * reopened.
 */
function find<N extends string>(
  clocked: Clocked<N>,
  verdicts: readonly ClockVerdict<N>[],
  stretch: Stretch<N>,
): ClockVerdict<N> | undefined {
  const { name } = stretch;
  // Reopening undoes what only the resolution had brought.
  const isUndone = ({ at }: ClockVerdict<N>): boolean =>
    clocked.specs[name].startsAt === 'opening' && metBy(clocked, name) !== at;
  return verdicts.findLast(
    (it) => isOn(it, stretch) && (!it.met || !isUndone(it) || it.episode === clocked.gaps.length),
  );
}

/** Whether a verdict is on this cycle of a clock. */
function isOn<N extends string>(verdict: ClockVerdict<N>, { name, period, cycle }: Stretch<N>): boolean {
  return verdict.clock === name && verdict.priority === period.priority && isSameStart(verdict.start, cycle.start);
}

/** So long a miss may turn out to be none. In milliseconds. */
const UNSURE = DAY;

/**
 * Whether a miss may turn out to be none, since somebody whose role GitHub did not say did something before it: the next run that knows
 * it judges again. For a day: a role that is never said must not keep it from the record. Of a clock that repeats there are more.
 */
function isUnsure<N extends string>(
  { now, specs, unjudgedSince }: Clocked<N>,
  name: N,
  { met, at, seen }: Pick<ClockVerdict<N>, 'met' | 'at' | 'seen'>,
): boolean {
  if (met || specs[name].repeatsAt !== null || now - seen >= UNSURE) return false;
  const since = unjudgedSince(name);
  return since !== null && since <= at;
}

function judge<N extends string>(
  { now, specs, excused }: Clocked<N>,
  { name, period, cycle: { stop, meets } }: Stretch<N>,
  due: Instant,
  until: Instant,
): { readonly met: boolean; readonly at: Instant } | null {
  if (stop !== null && stop < period.from) return null;
  const breach = Math.max(due, period.from);
  const isLate = breach < Math.min(stop ?? Infinity, until) && breach <= now;
  if ((isLate || (stop !== null && stop > due)) && excused.some(({ from, to }) => from <= breach && breach < to))
    return null;
  if (isLate) return { met: false, at: breach };
  if (stop === null || stop >= until || !meets) return null;
  if (stop > due) return { met: false, at: breach };
  // That a sign came in time is the rule; only the misses are worth a line for ever.
  return specs[name].repeatsAt !== null ? null : { met: true, at: stop };
}

function show<N extends string>(
  clocked: Clocked<N>,
  verdicts: readonly ClockVerdict<N>[],
  stretch: Stretch<N>,
): MeasuredClock<N>[] {
  const { name, period, cycle } = stretch;
  const { start, stop: stoppedAt } = cycle;
  const { priority } = period;
  const verdict = find(clocked, verdicts, stretch);
  if (verdict) {
    const { due, at, met, target } = verdict;
    return [{ name, priority, target, start, due, at, stoppedAt, state: met ? 'met' : 'missed' }];
  }
  const target = clocked.targetOf(priority, name);
  // What was over before this priority came is told by the verdict of that time.
  if (!target || (stoppedAt !== null && stoppedAt < period.from)) return [];
  const due = dueFrom(target, start, pausesOf(clocked, name, stoppedAt));
  const state = stoppedAt !== null ? 'void' : due === Infinity ? 'paused' : 'running';
  return [{ name, priority, target: target.text, start, due, at: null, stoppedAt, state }];
}
