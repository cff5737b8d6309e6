import { DateTime } from 'luxon';
import type { Instant } from '../calendar/calendar.ts';
import type { Language } from '../model/language.ts';
import { MINUTE } from '../calendar/length.ts';

/** How instants are written for the readers of one policy: its language and zone. */
export interface Reader {
  readonly language: Language;
  /** IANA zone. */
  readonly zone: string;
}

/**
 * An instant as people read it: in the policy's zone, named, with UTC beside it. "Fri 20 Nov 2026, 18:30 Europe/Paris
 * (17:30 UTC)"; the day of UTC is added where it differs.
 */
export function instant(reader: Reader, at: Instant): string {
  const local = DateTime.fromMillis(at, { zone: reader.zone, locale: reader.language });
  const text = local.toFormat('ccc d LLL yyyy, HH:mm');
  if (local.offset === 0 && isUtc(reader.zone)) return `${text} UTC`;
  const utc = local.toUTC();
  return `${text} ${reader.zone} (${utc.toFormat(utc.hasSame(local, 'day') && utc.day === local.day ? 'HH:mm' : 'ccc HH:mm')} UTC)`;
}

/** The same without the UTC aside, for tables where every row would repeat it. */
export function shortInstant(reader: Reader, at: Instant): string {
  return DateTime.fromMillis(at, { zone: reader.zone, locale: reader.language }).toFormat('d LLL yyyy, HH:mm');
}

/** The date and the hour of an instant in a reader's zone. */
export function localHour({ zone }: Reader, at: Instant): { readonly date: string; readonly hour: number } {
  const local = DateTime.fromMillis(at, { zone });
  return { date: local.toISODate()!, hour: local.hour };
}

/** A length of wall time to the minute: "4 h 25 min", "3 d 2 h"; below one minute, "under a minute". */
export function duration(language: Language, ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE);
  if (minutes === 0) return { en: 'under a minute', fr: 'moins d’une minute' }[language];
  const parts = [
    [Math.floor(minutes / 1440), { en: 'd', fr: 'j' }[language]],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}

function isUtc(zone: string): boolean {
  return zone === 'UTC' || zone === 'Etc/UTC';
}
