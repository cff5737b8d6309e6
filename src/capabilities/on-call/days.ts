import { DAY } from '../../calendar/length.ts';
import type { Layer, Window } from './schedule.ts';

/*
 * The days of a rotation, each from one time of hand-off to that of the next day, numbered from 0 on the wall clock, and those of
 * them that count for its turns. Turns of less than a week would otherwise go by unused, and with some numbers of people always those of
 * the same person. A turn of a week or more has hours whatever days are left out, so that it goes by the calendar.
 */

/** The days of the first seven that count; it is the same ones in all later weeks. */
export function countedDays({ rotation: { every, first }, window }: Layer): readonly number[] {
  const isWhole = window === null || every.unit !== 'day' || every.count >= EVERY_DAY.length;
  return isWhole ? EVERY_DAY : EVERY_DAY.filter((day) => hasHours(window, first + day * DAY));
}

const EVERY_DAY: readonly number[] = [0, 1, 2, 3, 4, 5, 6];

/** The number of the day that is the `n`th to count, from 0. */
export function nthCounted(days: readonly number[], n: number): number {
  const weeks = Math.floor(n / days.length);
  return weeks * EVERY_DAY.length + days[n - weeks * days.length]!;
}

/** How many days count before a day. */
export function countedBefore(days: readonly number[], day: number): number {
  const weeks = Math.floor(day / EVERY_DAY.length);
  return weeks * days.length + days.filter((it) => it < day - weeks * EVERY_DAY.length).length;
}

/** Whether a window is open at any time of the 24 hours from a time of the wall clock on. */
function hasHours({ from, to, days }: Window, wall: number): boolean {
  const date = Math.floor(wall / DAY);
  // The window of the day before may still be open, and that of the day after open before the 24 hours are over.
  return [date - 1, date, date + 1].some(
    (it) => days.includes(weekdayOf(it)) && it * DAY + from < wall + DAY && it * DAY + to > wall,
  );
}

/** The weekday of a day since 1970, Monday 0; 1970-01-01, day number 0, was a Thursday. */
export function weekdayOf(date: number): number {
  return (((date + 3) % 7) + 7) % 7;
}
