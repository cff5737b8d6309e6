import { indexDays, indexOpenTime } from './lookup.ts';
import type { DayIndex, Intervals, OpenTimeIndex } from './lookup.ts';
import type { Instant } from './types.ts';
import type { Year } from './year.ts';

/**
 * The open time of consecutive years, ready for look-ups. "Open time" below is a position: the open milliseconds since
 * the start of the table. With it, business time is plain arithmetic on one axis.
 */
export interface Table extends Intervals, DayIndex, OpenTimeIndex {
  /** Dates that open, as day numbers, in order, with the last closing of each. */
  readonly openDays: readonly number[];
  readonly closings: readonly Instant[];
  /** For each day number from `firstDay` on: how many open days lie before it. */
  readonly rank: Int32Array;
  readonly firstDay: number;
}

/** Joins consecutive years, `firstYear` and those after it, into one table. */
export function joinYears(firstYear: number, years: readonly Year[]): Table {
  const start = Date.UTC(firstYear, 0);
  const end = Date.UTC(firstYear + years.length, 0);
  const size = years.reduce((sum, year) => sum + year.from.length, 0);
  const from = new Float64Array(size + 1).fill(Infinity);
  const to = new Float64Array(size + 1).fill(Infinity);
  let count = 0;
  for (const year of years) {
    for (let i = 0; i < year.from.length; i++) {
      // Years are cut at their ends, so an interval over New Year comes in two halves.
      if (to[count - 1] === year.from[i]) count--;
      else from[count] = year.from[i]!;
      to[count++] = year.to[i]!;
    }
  }
  const before = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) before[i + 1] = before[i]! + to[i]! - from[i]!;
  const intervals = { start, end, from, to, before, total: before[count]! };
  return { ...intervals, ...indexDays(intervals), ...indexOpenTime(intervals, count), ...joinDays(years) };
}

function joinDays(years: readonly Year[]): Pick<Table, 'openDays' | 'closings' | 'rank' | 'firstDay'> {
  const firstDay = years[0]!.firstDay;
  const last = years.at(-1)!;
  const days = last.firstDay + last.closings.length - firstDay;
  const closing = new Float64Array(days).fill(-Infinity);
  for (const year of years) {
    const first = year.firstDay - firstDay;
    for (let i = 0; i < year.closings.length; i++) {
      // A date at New Year may be open on both sides of the cut: it closes with the later side.
      if (year.closings[i]! > closing[first + i]!) closing[first + i] = year.closings[i]!;
    }
  }
  const rank = new Int32Array(days);
  const openDays: number[] = [];
  const closings: Instant[] = [];
  closing.forEach((closes, day) => {
    rank[day] = openDays.length;
    if (closes === -Infinity) return;
    openDays.push(firstDay + day);
    closings.push(closes);
  });
  return { firstDay, rank, openDays, closings };
}
