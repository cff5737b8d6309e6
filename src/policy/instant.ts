import { DateTime } from 'luxon';
import type { Instant } from '../calendar/calendar.ts';

/** Whether a text is a date, or a date and time, in ISO 8601. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(text) && DateTime.fromISO(text, { zone: 'UTC' }).isValid;
}

/** The instant of a text that has passed `isInstant`; without an offset it is wall-clock time in `zone`. */
export function readInstant(text: string, zone: string): Instant {
  return DateTime.fromISO(text, { zone }).toMillis();
}
