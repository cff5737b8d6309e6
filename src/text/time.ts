import { DateTime } from 'luxon';
import type { Instant } from '../calendar/calendar.ts';
import { offsetAt } from '../calendar/zone.ts';
import type { Language } from '../model/language.ts';
import { DAY, MINUTE } from '../calendar/length.ts';

/** How instants are written for the readers of one text: its language and zone. */
export interface Reader {
  readonly language: Language;
  /** IANA zone. */
  readonly zone: string;
  /** The day on which it is read, as an instant of it: what is of the same day has its hour alone. Without one every day is named in full. */
  readonly today?: Instant;
}

/** From here on a weekday alone may be taken for that of another week, in days. */
const FAR = 7;

/**
 * An instant as people read it: in the policy's zone, named, with UTC beside it. "03:15 (Berlin, 02:15 UTC)" on the day itself,
 * "Mon 09:30 (Berlin, 08:30 UTC)" within a week of it, else with the date; without a day to relate to "Fri 20 Nov 2026, 18:30
 * Europe/Paris (17:30 UTC)". The day of UTC is added where it differs.
 */
export function instant(reader: Reader, at: Instant): string {
  if (reader.today !== undefined) return withZone(reader, at, shortInstant(reader, at));
  const text = inFull(reader, at);
  return isUtc(reader.zone) ? `${text} UTC` : `${text} ${reader.zone} (${utcHour(reader, at)})`;
}

/**
 * An instant as it is kept where people read it weeks later, such as when somebody approved something: its day in full, whatever the day
 * on which it was written. "Fri 20 Nov 2026, 18:30 (Paris, 17:30 UTC)".
 */
export function keptInstant(reader: Reader, at: Instant): string {
  return withZone(reader, at, inFull(reader, at));
}

function inFull(reader: Reader, at: Instant): string {
  const local = localOf(reader, at);
  return `${dated(local, 'ccc d LLL yyyy')}, ${hourOf(reader, local)}`;
}

/** A moment and, behind it, the place whose hour it is and the hour of UTC. */
function withZone(reader: Reader, at: Instant, text: string): string {
  const place = hourOwner(reader);
  return place === null ? `${text} UTC` : `${text} (${place}, ${utcHour(reader, at)})`;
}

/** Whose hour it is in a reader's zone: "Paris", "heure de Paris"; null for UTC. */
export function hourOwner({ language, zone }: Reader): string | null {
  return isUtc(zone) ? null : CITY[language](cityOf(zone));
}

/** The hour of UTC, with its day where that differs. */
function utcHour(reader: Reader, at: Instant): string {
  const local = localOf(reader, at);
  const utc = local.toUTC();
  return `${utc.day === local.day ? '' : `${utc.toFormat('ccc')} `}${hourOf(reader, utc)} UTC`;
}

/** The same without zone and UTC, for tables and sentences that have named them before. */
export function shortInstant(reader: Reader, at: Instant): string {
  const local = localOf(reader, at);
  if (reader.today === undefined) return `${dated(local, 'd LLL yyyy')}, ${hourOf(reader, local)}`;
  const days = dayNumber(reader, at) - dayNumber(reader, reader.today);
  const hour = hourOf(reader, local);
  if (days === 0) return hour;
  const year = local.year === localOf(reader, reader.today).year ? '' : ' yyyy';
  if (reader.language === 'fr')
    return `${dated(local, Math.abs(days) < FAR ? 'cccc' : `cccc d LLLL${year}`)} à ${hour}`;
  return Math.abs(days) < FAR ? `${local.toFormat('ccc')} ${hour}` : `${dated(local, `ccc d LLL${year}`)}, ${hour}`;
}

/** The day of an instant, in full: "Fri 20 Nov 2026", "vendredi 20 novembre 2026". */
export function dayOf(reader: Reader, at: Instant): string {
  return dated(localOf(reader, at), reader.language === 'fr' ? 'cccc d LLLL yyyy' : 'ccc d LLL yyyy');
}

/** A moment in a French sentence, after the preposition that an hour alone needs: "à 9 h 30", "lundi à 9 h 30". */
export function atHour(moment: string): string {
  return /^\d/.test(moment) ? `à ${moment}` : moment;
}

/** A text in which the zone of the hours is named once: by the first. */
export function zoneOnce({ zone }: Reader, text: string): string {
  if (isUtc(zone)) return text;
  const city = cityOf(zone).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  let isNamed = false;
  return text.replace(new RegExp(` \\((?:heure de )?${city}, [\\p{L}\\d :.\u00a0]+ UTC\\)`, 'gu'), (named) => {
    if (isNamed) return '';
    isNamed = true;
    return named;
  });
}

const CITY: Readonly<Record<Language, (city: string) => string>> = {
  en: (city) => city,
  fr: (city) => `heure de ${city}`,
};

/** The place that an IANA zone is named after. */
function cityOf(zone: string): string {
  return zone.split('/').at(-1)!.replaceAll('_', ' ');
}

/** A date by a pattern of Luxon. The first of a month has a name of its own in French: "1er déc.". */
export function dated(local: DateTime, pattern: string): string {
  const isFirst = local.day === 1 && local.locale?.startsWith('fr');
  return local.toFormat(isFirst ? pattern.replace(/\bd(?= L)/, "d'er'") : pattern);
}

/** The hour of a day, as people write it: "18:30", "18 h 30". */
export function hourOf({ language }: Pick<Reader, 'language'>, local: DateTime): string {
  return local.toFormat(language === 'fr' ? (local.minute === 0 ? "H'\u00a0h'" : "H'\u00a0h\u00a0'mm") : 'HH:mm');
}

/** Which day of the zone an instant is on, counted from 1970. */
function dayNumber({ zone }: Reader, at: Instant): number {
  return Math.floor((at + offsetAt(zone, at)) / DAY);
}

function localOf({ zone, language }: Reader, at: Instant): DateTime {
  return DateTime.fromMillis(at, { zone, locale: language });
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

/** How often something comes: "every hour", "every 2 h". */
export function every(language: Language, ms: number): string {
  const length = duration(language, ms);
  const [amount, unit = ''] = length.split(' ');
  const isOne = amount === '1' && length.split(' ').length === 2;
  const names = EVERY[language];
  const unitName = names.units[unit];
  if (isOne && unitName !== undefined) return unitName;
  return unit === 'j' ? `tous les ${length}` : names.others(length);
}

const EVERY: Readonly<
  Record<Language, { readonly units: Readonly<Record<string, string>>; readonly others: (length: string) => string }>
> = {
  en: { units: { d: 'every day', h: 'every hour', min: 'every minute' }, others: (length) => `every ${length}` },
  fr: {
    units: { j: 'tous les jours', h: 'toutes les heures', min: 'toutes les minutes' },
    others: (length) => `toutes les ${length}`,
  },
};

/** A length of time as a policy writes it, for people: in French "3 j" and "4 h" for `3d` and `4h`. */
export function written(language: Language, length: string): string {
  if (language === 'en') return length;
  const units: Readonly<Record<string, string>> = { d: 'j', h: 'h', m: 'min' };
  return /^(?:\d+[dhm])+$/.test(length)
    ? [...length.matchAll(/(\d+)([dhm])/g)]
        .map(([, amount = '', unit = '']) => `${amount}\u00a0${units[unit]!}`)
        .join(' ')
    : length;
}

function isUtc(zone: string): boolean {
  return zone === 'UTC' || zone === 'Etc/UTC';
}
