import { DateTime } from 'luxon';
import type { Instant } from '../calendar/calendar.ts';
import { firstAtWall } from '../calendar/zone.ts';

const DATE_AND_TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(Z|[+-](?:0\d|1[0-4]):?\d{2})?)?$/i;

/** Whether a text is a date, or a date and time, in ISO 8601: `2026-11-20`, `2026-11-20T18:30`, `2026-11-20T18:30+01:00`. */
export function isInstant(text: string): boolean {
  return DATE_AND_TIME.test(text) && DateTime.fromISO(text, { zone: 'UTC' }).isValid;
}

/**
 * The instant of a text that has passed `isInstant`. Without an offset it is wall-clock time in `zone`: of a time that comes
 * twice the first, of one that the zone skips the end of the gap. (luxon would decide that by today's date.)
 */
export function readInstant(text: string, zone: string): Instant {
  const time = DateTime.fromISO(text, { zone: 'UTC' }).toMillis();
  return DATE_AND_TIME.exec(text)?.[1] === undefined ? firstAtWall(zone, time) : time;
}
