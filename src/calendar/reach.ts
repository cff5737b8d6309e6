import { hasHours } from './hours.ts';
import { pushEarlier, pushLater } from './pauses.ts';
import { earliestAt, latestAt, openTimeAt } from './lookup.ts';
import { REACH } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import { CalendarError } from './types.ts';
import type { Instant, Interval } from './types.ts';

/** `Calendar.add`, whatever is asked. */
export function reachForward(timeline: Timeline, start: Instant, ms: number, pauses: readonly Interval[]): Instant {
  if (checked(timeline, ms) === 0) return start;
  const limit = start + REACH;
  const high = lastNeeded(pauses, start, limit);
  const within = { from: start, to: high };
  for (let need = high; ;) {
    const table = timeline.cover(start, need);
    const open = pushLater(table, pauses, within, openTimeAt(table, start) + ms);
    // An endless pause comes before the time is up.
    if (open === Infinity && ms < Infinity) return Infinity;
    if (open <= table.total) {
      const t = earliestAt(table, open);
      if (t <= limit) return t;
    }
    if (table.end > limit) throw tooFar(timeline, 'after', start);
    need = Math.min(limit, table.end);
  }
}

/** `Calendar.subtract`, whatever is asked. */
export function reachBackward(timeline: Timeline, end: Instant, ms: number, pauses: readonly Interval[]): Instant {
  if (checked(timeline, ms) === 0 || end === Infinity) return end;
  const limit = end - REACH;
  const low = firstNeeded(pauses, end, limit);
  const within = { from: low, to: end };
  for (let need = low; ;) {
    const table = timeline.cover(need, end);
    const open = pushEarlier(table, pauses, within, openTimeAt(table, end) - ms);
    if (open >= 0) {
      const t = latestAt(table, open);
      if (t >= limit) return t;
    }
    if (table.start < limit) throw tooFar(timeline, 'before', end);
    need = Math.max(limit, table.start);
  }
}

function lastNeeded(pauses: readonly Interval[], start: Instant, limit: Instant): Instant {
  let last = start;
  for (let i = 0; i < pauses.length; i++) {
    const pause = pauses[i]!;
    // Of a running pause it is enough to see that it has begun.
    const needed = Math.min(pause.to === Infinity ? Math.max(pause.from, start) + 1 : pause.to, limit);
    if (needed > last) last = needed;
  }
  return last;
}

function firstNeeded(pauses: readonly Interval[], end: Instant, limit: Instant): Instant {
  let first = end;
  for (let i = 0; i < pauses.length; i++) {
    const needed = Math.max(pauses[i]!.from, limit);
    if (needed < first) first = needed;
  }
  return first;
}

function checked({ rules }: Timeline, ms: number): number {
  if (!(ms >= 0)) throw new CalendarError(rules.name, `cannot count ${ms} ms; expected a duration of 0 or more`);
  if (ms > 0 && !hasHours(rules)) throw new CalendarError(rules.name, 'never opens');
  return ms;
}

/** The error for a target that the calendar does not reach within ten years of `t`. */
export function tooFar({ rules }: Timeline, side: 'before' | 'after', t: Instant): CalendarError {
  const problem = `does not have enough open time in the ten years ${side} ${new Date(t).toISOString()}`;
  return new CalendarError(rules.name, problem);
}
