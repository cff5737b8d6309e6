import { hasHours, spansOn, standardDay, writeDate } from './hours.ts';
import type { Rules, Spans } from './hours.ts';
import { pausedTime } from './pauses.ts';
import { reachForward, tooFar } from './reach.ts';
import { intervalAfter } from './lookup.ts';
import type { Table } from './table.ts';
import { EDGE, REACH } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import { CalendarError } from './types.ts';
import type { CalendarDay, DaySemantics, Instant, Interval } from './types.ts';
import { firstAtWall, offsetAt, yearOf } from './zone.ts';
import { DAY } from './length.ts';

/** So many business days, and what a day means. */
interface Days {
  readonly days: number;
  readonly semantics: DaySemantics;
}

/** `Calendar.addDays`. */
export function addDays(
  timeline: Timeline,
  start: Instant,
  { days, semantics }: Days,
  pauses: readonly Interval[],
): Instant {
  const { rules } = timeline;
  if (semantics === '24-hours') return reachForward(timeline, start, days * DAY, pauses);
  if (!hasHours(rules)) throw new CalendarError(rules.name, 'never opens');
  if (semantics === 'standard-day') return reachForward(timeline, start, days * standardDay(rules), pauses);
  if (!Number.isInteger(days) || days < 1) {
    throw new CalendarError(rules.name, `cannot count ${days} days; expected a whole number from 1 on`);
  }
  timeline.cover(start, start);
  const due = semantics === 'same-time' ? sameTime(timeline, start, days) : endOfDay(timeline, start, days);
  const paused = pausedTime(timeline.cover(start, due), pauses, { from: start, to: due });
  return reachForward(timeline, due, paused, pauses);
}

function sameTime(timeline: Timeline, start: Instant, days: number): Instant {
  const { zone } = timeline.rules;
  const day = businessDay(timeline.rules, start);
  const sinceMidnight = start + offsetAt(zone, start) - day * DAY;
  const found = nthOpenDay(timeline, start, day, days);
  return nextOpen(timeline, firstAtWall(zone, found.table.openDays[found.index]! * DAY + sinceMidnight), start);
}

function endOfDay(timeline: Timeline, start: Instant, days: number): Instant {
  const found = nthOpenDay(timeline, start, businessDay(timeline.rules, start), days);
  return found.table.closings[found.index]!;
}

/** The date that an instant works for: an overnight span belongs to the date it opens on, also after midnight. */
function businessDay(rules: Rules, t: Instant): number {
  const wall = t + offsetAt(rules.zone, t);
  const day = Math.floor(wall / DAY);
  const inHoursOf = (date: number) => contains(spansOfDate(rules, date), wall - date * DAY);
  return !inHoursOf(day) && inHoursOf(day - 1) ? day - 1 : day;
}

function contains(spans: Spans, wall: number): boolean {
  return spans.some((from, i) => i % 2 === 0 && from <= wall && wall < spans[i + 1]!);
}

function spansOfDate(rules: Rules, day: number): Spans {
  return spansOn(rules, day, rules.holidays(yearOf(day * DAY)));
}

function nthOpenDay(timeline: Timeline, start: Instant, day: number, n: number): { table: Table; index: number } {
  for (let need = start; ;) {
    const table = timeline.cover(start, need);
    let index = table.rank[day + 1 - table.firstDay]! + n - 1;
    // Overnight hours may outlast those of the next date, which then is over before it could count.
    if (table.closings[index - n + 1]! <= start) index++;
    // A date near the end of the table may close later than the table shows.
    if (index < table.openDays.length && table.openDays[index]! * DAY <= table.end - EDGE) {
      if (table.closings[index]! > start + REACH) throw tooFar(timeline, 'after', start);
      return { table, index };
    }
    if (table.end - EDGE > start + REACH) throw tooFar(timeline, 'after', start);
    need = table.end;
  }
}

/** `t` itself if it is open, else the next opening. */
function nextOpen(timeline: Timeline, t: Instant, start: Instant): Instant {
  for (let need = t; ;) {
    const table = timeline.cover(t, need);
    const opening = Math.max(t, table.from[intervalAfter(table, t)]!);
    if (opening <= start + REACH) return opening;
    if (table.end > start + REACH) throw tooFar(timeline, 'after', start);
    need = table.end;
  }
}

/** `Calendar.open`. */
export function openIntervals(timeline: Timeline, from: Instant, to: Instant): Interval[] {
  if (!(from < to)) return [];
  const table = timeline.cover(from, to);
  const intervals: Interval[] = [];
  for (let i = intervalAfter(table, from); table.from[i]! < to; i++) {
    intervals.push({ from: Math.max(from, table.from[i]!), to: Math.min(to, table.to[i]!) });
  }
  return intervals;
}

/** `Calendar.days`. */
export function describeDays(timeline: Timeline, from: Instant, to: Instant): CalendarDay[] {
  if (!(from < to)) return [];
  const { rules } = timeline;
  timeline.cover(from, to);
  const days: CalendarDay[] = [];
  for (let day = Math.floor((from + offsetAt(rules.zone, from)) / DAY); ; day++) {
    const midnight = firstAtWall(rules.zone, day * DAY);
    if (!(midnight < to)) return days;
    const next = firstAtWall(rules.zone, (day + 1) * DAY);
    // A zone that moves over the date line skips a date.
    if (next <= Math.max(midnight, from)) continue;
    const open = openIntervals(timeline, Math.max(midnight, from), Math.min(next, to));
    const ms = open.reduce((sum, interval) => sum + interval.to - interval.from, 0);
    days.push({ date: writeDate(day), source: sourceOf(rules, day), open, ms });
  }
}

function sourceOf(rules: Rules, day: number): CalendarDay['source'] {
  if (rules.exceptions.has(day)) return 'exception';
  return rules.holidays(yearOf(day * DAY)).has(day) ? 'holiday' : 'weekly';
}
