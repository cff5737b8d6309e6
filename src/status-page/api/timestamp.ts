import { DateTime } from 'luxon';
import type { Instant } from '../../calendar/calendar.ts';
import type { StatusPage } from '../page.ts';

/** An instant as Statuspage writes it: ISO 8601 with milliseconds, in the zone of the page. */
export function timestamp({ zone }: StatusPage, at: Instant): string {
  return DateTime.fromMillis(at, { zone }).toISO()!;
}
