import { DateTime } from 'luxon';
import type { Instant, Interval } from '../calendar/calendar.ts';
import { onRecord } from './availability.ts';
import type { Stretch } from './availability.ts';
import { worstOf } from './condition.ts';
import type { Condition, StatusPage } from './page.ts';

/** So many days the bars show, today included. */
export const DAYS = 90;

/** One day of a component, in the zone of the page. */
export interface Day {
  /** An instant of it. */
  readonly from: Instant;
  /** The worst of it; null if nothing of it is on record. */
  readonly condition: Condition | null;
  /** How long that lasted, in milliseconds; all day and night, whatever was promised. */
  readonly length: number;
}

/** The last days up to that on which the page is made, as half-open intervals in its zone: a day may have 23 or 25 hours. */
export function lastDays({ zone, at }: StatusPage): readonly Interval[] {
  const today = DateTime.fromMillis(at, { zone }).startOf('day');
  const starts = Array.from({ length: DAYS + 1 }, (_, i) => today.plus({ days: i + 1 - DAYS }).toMillis());
  return starts.slice(0, -1).map((from, i) => ({ from, to: starts[i + 1]! }));
}

/** What these days, which follow each other, were for a component. One pass over both. */
export function shownDaysOf(
  page: StatusPage,
  days: readonly Interval[],
  stretches: readonly Stretch[],
): readonly Day[] {
  let next = 0;
  return days.map(({ from, to }) => {
    while (next < stretches.length && stretches[next]!.to <= from) next++;
    if (!onRecord(page, from, to)) return { from, condition: null, length: 0 };
    const ofDay: Stretch[] = [];
    for (let i = next; i < stretches.length && stretches[i]!.from < to; i++) ofDay.push(stretches[i]!);
    const condition = worstOf(ofDay.map((stretch) => stretch.condition));
    const length = ofDay
      .filter((stretch) => stretch.condition === condition)
      .reduce((sum, it) => sum + Math.min(it.to, to) - Math.max(it.from, from), 0);
    return { from, condition, length };
  });
}

/** The month and the year of the zone in which the page is made. */
export function currentPeriods({ zone, at }: StatusPage): Readonly<Record<'month' | 'year', Interval>> {
  const now = DateTime.fromMillis(at, { zone });
  const periodOf = (unit: 'month' | 'year'): Interval => ({
    from: now.startOf(unit).toMillis(),
    to: now
      .startOf(unit)
      .plus({ [`${unit}s`]: 1 })
      .toMillis(),
  });
  return { month: periodOf('month'), year: periodOf('year') };
}
