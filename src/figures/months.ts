import type { Instant, Interval } from '../calendar/calendar.ts';
import { firstAtWall, offsetAt } from '../calendar/zone.ts';

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Whether a text names a month: `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

/** The month of an instant in a zone. */
export function monthAt(zone: string, at: Instant): string {
  return new Date(at + offsetAt(zone, at)).toISOString().slice(0, 7);
}

/** So many months after a month; before it if that is negative. */
export function monthAfter(month: string, months: number): string {
  const [, year, number] = MONTH.exec(month)!;
  return new Date(Date.UTC(Number(year), Number(number) - 1 + months)).toISOString().slice(0, 7);
}

/** When a month begins and ends in a zone. */
export function spanOf(zone: string, month: string): Interval {
  const first = (it: string): Instant => firstAtWall(zone, Date.parse(`${it}-01T00:00:00Z`));
  return { from: first(month), to: first(monthAfter(month, 1)) };
}

/** When the year of a month begins and ends in a zone. */
export function yearSpanOf(zone: string, month: string): Interval {
  const year = month.slice(0, 4);
  return { from: spanOf(zone, `${year}-01`).from, to: spanOf(zone, `${year}-12`).to };
}
