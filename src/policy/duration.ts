import { DAY, HOUR, MINUTE } from '../calendar/length.ts';

/** A length of time as written: `2d`, `1h30m`. What a day means depends on the calendar it is measured on. */
interface Duration {
  /** Weeks and days, in days. */
  readonly days: number;
  /** Hours and minutes, in milliseconds. */
  readonly ms: number;
  readonly weeks: boolean;
}

export const DURATION = /^(?=\d)(?:(\d{1,6})w ?)?(?:(\d{1,6})d ?)?(?:(\d{1,6})h ?)?(?:(\d{1,6})m)?$/;

/** Reads a duration longer than zero; undefined for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = match.slice(1).map((digits) => Number(digits || 0));
  const duration = { days: weeks * 7 + days, ms: hours * HOUR + minutes * MINUTE, weeks: weeks > 0 };
  return duration.days + duration.ms > 0 ? duration : undefined;
}

/** Milliseconds of a duration on the wall clock, where a day has 24 hours. The text is one that `parseDuration` reads. */
export function wallTime(text: string): number {
  const { days, ms } = parseDuration(text)!;
  return days * DAY + ms;
}

export const WALL_TIME = /^(?=\d)(?:(\d{1,6})h ?)?(?:(\d{1,6})m)?$/;

/** Milliseconds of a time in hours and minutes only, `0m` among them; undefined for anything else. */
export function parseTime(text: string): number | undefined {
  const match = WALL_TIME.exec(text);
  if (!match) return undefined;
  const [hours = 0, minutes = 0] = match.slice(1).map((digits) => Number(digits || 0));
  return hours * HOUR + minutes * MINUTE;
}

/** What somebody who wrote `30 min` or `2 hours` meant, in our spelling. */
export function meantDuration(text: string): string | undefined {
  const short = text
    .toLowerCase()
    .replaceAll(/(\d)\s*(?:weeks?|wks?|semaines?)\b/g, '$1w')
    .replaceAll(/(\d)\s*(?:days?|jours?|j)\b/g, '$1d')
    .replaceAll(/(\d)\s*(?:hours?|hrs?|heures?)\b/g, '$1h')
    .replaceAll(/(\d)\s*(?:minutes?|mins?|mn)\b/g, '$1m')
    .replaceAll(/[\s,]+|\band\b|\bet\b/g, '');
  return short !== text && parseDuration(short) ? short : undefined;
}

/** Hours and minutes in their shortest spelling: `1h30m`, `45m`. */
export function writeTime(ms: number): string {
  const [hours, minutes] = [Math.floor(ms / HOUR), Math.round((ms % HOUR) / MINUTE)];
  return `${hours > 0 ? `${hours}h` : ''}${minutes > 0 || hours === 0 ? `${minutes}m` : ''}`;
}
