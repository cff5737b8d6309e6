import type { Calendar, Instant } from '../calendar/calendar.ts';
import { SECOND } from '../calendar/length.ts';
import { dueFrom, type Target } from '../calendar/target.ts';
import type { Step } from '../model/escalation.ts';
import { LONGEST_RUN } from '../model/limits.ts';
import { isUrgent, lowers } from '../model/priority.ts';
import type { PriorityPeriod } from '../model/periods.ts';
import { pausesOf, type Clocked } from './clocked.ts';
import type { MeasuredClock, MeasuredClocks } from './clocks.ts';
import { isSameStart } from './cycles.ts';
import { readKey, writeKey, type Key } from './keys.ts';
import { stopOf, type StepStop } from './stops.ts';

/** One sending of an escalation step: the first, or a repetition of it. */
export interface StepSending<N extends string> {
  /**
   * Names it in marks and records: the escalation policy, the step, since when it counts where that is not the opening, and
   * how many sendings went before.
   */
  readonly key: Key;
  readonly step: Step<N>;
  readonly due: Instant;
  /** How many sendings of the same step went out before this one. */
  readonly reminder: number;
  /** The clock that the step watches; null for `start`. */
  readonly clock: MeasuredClock<N> | null;
}

export interface StepsInForce<N extends string> {
  /** What must be sent now, in the order in which it fell due; of what fell due together, a breach comes last. */
  readonly due: readonly StepSending<N>[];
  /** What fell due unseen and was stopped before it could go out. */
  readonly skipped: readonly (StepSending<N> & { readonly stopped: StepStop })[];
  /** The next step that will fall due if nothing happens. */
  readonly next: StepSending<N> | null;
}

/**
 * The steps of the escalation policy in force, at an instant. A step that was sent is not due again, unless it repeats: then it
 * is when it has fallen due since. A step that could not have been due before its priority applied is due from that moment.
 */
export function stepsInForce<N extends string>(clocked: Clocked<N>, clocks: MeasuredClocks<N>): StepsInForce<N> {
  const { now, openedAt, priorities, mutedUntil } = clocked;
  const { priority } = priorities.at(-1)!;
  const policy = clocked.escalationOf(priority);
  const from = Math.max(
    sinceWhen(clocked, (period) => clocked.escalationOf(period.priority) === policy),
    raisedAt(priorities),
  );
  const changed = sinceWhen(clocked, (period) => period.priority === priority);
  const due: StepSending<N>[] = [];
  const skipped: (StepSending<N> & { stopped: StepStop })[] = [];
  const ahead: StepSending<N>[] = [];

  for (const step of policy === null ? [] : clocked.stepsOf(priority)) {
    const clock = clocks.current.find((it) => it.name === step.at.clock) ?? null;
    const moment = step.at.clock === 'start' ? openedAt : clock && momentOf(clocked, step, clock);
    if (moment === null) continue;
    const applies = step.at.clock === 'start' ? from : changed;
    const first = Math.max(moment, applies, mutedUntil);
    const stop = stopOf(clocked, step, clock, applies);
    const time = timeOf(clocked, step);
    const repeat = repeatOf(clocked, step, clock);
    // What starts again falls due again, and so does what a new priority measures anew.
    const begun = clock?.start ?? openedAt;
    const start = clock && clocked.specs[clock.name].startsAt === 'resolution' ? begun : Math.max(applies, begun);
    const sent = sendingsOf(clocked, policy!, step, start);
    const since = sent ? sent.since : start === openedAt ? null : start;
    const count = sent?.count ?? 0;
    const sending = (at: Instant, n = count): StepSending<N> => ({
      key: writeKey({ kind: 'step', policy: policy!, step: step.text, since, n }),
      step,
      due: at,
      reminder: n,
      clock,
    });
    const last = latest(time, repeat, first, Math.min(now, stop?.at ?? Infinity));
    if (last === null) {
      if (!stop) ahead.push(sending(first));
    } else if (stop) {
      if (sent === null && stop.at > first) skipped.push({ ...sending(last), stopped: stop.by });
    } else {
      const covered = sent !== null && (repeat === null || sent.at >= last);
      if (!covered) due.push(sending(last));
      if (repeat !== null) ahead.push(sending(time.add(last, repeat), covered ? count : count + 1));
    }
  }
  const byDue = (a: StepSending<N>, b: StepSending<N>): number => a.due - b.due;
  const byWeight = (a: StepSending<N>, b: StepSending<N>): number => byDue(a, b) || weight(a) - weight(b);
  const known = ahead.filter((it) => Number.isFinite(it.due));
  return { due: due.sort(byWeight), skipped, next: known.sort(byDue)[0] ?? null };
}

function weight<N extends string>({ clock }: StepSending<N>): number {
  return clock?.state === 'missed' ? 1 : 0;
}

interface Sent {
  /** The start that the keys of its sendings name. */
  readonly since: Instant | null;
  readonly count: number;
  readonly at: Instant;
}

/** How often a step went out since a start, and when last; of all but the first sending, the record keeps only the last. */
function sendingsOf<N extends string>(
  { done, openedAt, priorities }: Clocked<N>,
  policy: string,
  step: Step<N>,
  start: Instant,
): Sent | null {
  // A step that raises the priority is sent with those of the priority to come, before GitHub has stamped the raise.
  const isOwn = priorities.some(({ from, own }) => own && from === start);
  // What a person did bears GitHub's time from the first: a report made urgent at once has not been told as that.
  const isExact = step.at.clock === 'start' && start === raisedAt(priorities) && start > openedAt && !isOwn;
  const isThatStart = (since: Instant): boolean =>
    (isExact ? Math.abs(since - start) < SECOND : isSameStart(since, start)) ||
    (isOwn && since < start && start - since <= LONGEST_RUN);
  const sent = Object.entries(done).flatMap(([key, { at, skipped }]) => {
    const parts = skipped === undefined ? readKey(key) : null;
    if (parts?.kind !== 'step' || parts.policy !== policy || parts.step !== step.text) return [];
    return isThatStart(parts.since ?? openedAt) ? [{ since: parts.since, n: parts.n, at }] : [];
  });
  const [first] = sent;
  if (!first) return null;
  return {
    since: first.since,
    count: Math.max(...sent.map(({ n }) => n)) + 1,
    at: Math.max(...sent.map(({ at }) => at)),
  };
}

/** Since when something has held for the priority without a break. */
function sinceWhen<N extends string>({ priorities }: Clocked<N>, holds: (period: PriorityPeriod) => boolean): Instant {
  const broken = priorities.findLastIndex((period) => !holds(period));
  return priorities[broken + 1]!.from;
}

/** When it last became urgent, more so than it had ever been: then it starts anew for those whom the first step tells. */
function raisedAt(periods: readonly PriorityPeriod[]): Instant {
  const raised = periods.filter(
    ({ priority }, i) =>
      i === 0 || (isUrgent(priority) && periods.slice(0, i).every((before) => lowers(priority, before.priority))),
  );
  return raised.at(-1)!.from;
}

/** When a step that watches a clock first falls due; a share of a deadline in days is a share of its open time. */
function momentOf<N extends string>(clocked: Clocked<N>, { at }: Step<N>, clock: MeasuredClock<N>): Instant | null {
  const target = clocked.targetOf(clocked.priorities.at(-1)!.priority, clock.name);
  if (!target) return null;
  const { calendar } = target;
  const pauses = pausesOf(clocked, clock.name, clock.stoppedAt);
  if ('percent' in at)
    return calendar.add(clock.start, Math.round((wholeOf(clocked, clock, target) * at.percent) / 100), pauses);
  const offset = 'offset' in at ? at.offset : 0;
  if (clock.due === Infinity) return Infinity;
  return offset < 0 ? calendar.subtract(clock.due, -offset, pauses) : calendar.add(clock.due, offset, pauses);
}

/** The time from the start of a clock to its deadline, in milliseconds of its calendar. */
function wholeOf<N extends string>(clocked: Clocked<N>, clock: MeasuredClock<N>, target: Target): number {
  // While a pause goes on the whole is not known; up to now it is, and only what lies before now can be due.
  const known = pausesOf(clocked, clock.name, clock.stoppedAt ?? clocked.now);
  return target.calendar.between(clock.start, dueFrom(target, clock.start, known), known);
}

/** What is above the first deadline hears of it less often. */
const ABOVE = 4;

/**
 * How often a step goes out again, in milliseconds of its clock; null for never. What a sign is missing for is missing until it
 * comes: without a word of the policy, a step at that deadline repeats as often as the sign is due, and one after it a quarter as often.
 */
function repeatOf<N extends string>(
  clocked: Clocked<N>,
  { at, repeat, notify }: Step<N>,
  clock: MeasuredClock<N> | null,
): number | null {
  if (repeat !== null || !clock || clocked.specs[clock.name].repeatsAt === null || notify.length === 0) return repeat;
  const late = 'percent' in at ? at.percent - 100 : 'offset' in at ? at.offset : -Infinity;
  const target = clocked.targetOf(clocked.priorities.at(-1)!.priority, clock.name);
  if (!target || late < 0) return null;
  const every = wholeOf(clocked, clock, target) * (late > 0 ? ABOVE : 1);
  // Of days that begin and end while the calendar is closed, no open time is left.
  return every > 0 ? every : null;
}

/** Time on the clock that a step watches; on the wall for `start`. */
function timeOf<N extends string>(clocked: Clocked<N>, { at }: Step<N>): Pick<Calendar, 'add' | 'between'> {
  const { priority } = clocked.priorities.at(-1)!;
  const target = at.clock === 'start' ? undefined : clocked.targetOf(priority, at.clock);
  if (at.clock === 'start' || !target) return { add: (from, ms) => from + ms, between: (from, to) => to - from };
  const pauses = pausesOf(clocked, at.clock);
  const { calendar } = target;
  return {
    add: (from, ms) => calendar.add(from, ms, pauses),
    between: (from, to) => calendar.between(from, to, pauses),
  };
}

/** When a step was last due at or before an instant, or null if it was not yet. */
function latest(
  time: Pick<Calendar, 'add' | 'between'>,
  repeat: number | null,
  first: Instant,
  until: Instant,
): Instant | null {
  if (first > until) return null;
  if (repeat === null) return first;
  return time.add(first, Math.floor(time.between(first, until) / repeat) * repeat);
}
