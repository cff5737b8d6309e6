import { parseDuration } from '../../policy/duration.ts';
import { DAY } from '../../calendar/length.ts';
import { DATE, DAY_KEYS, parseSpan, SPAN } from '../../policy/hours.ts';
import { isInstant } from '../../policy/instant.ts';
import { nearest, quote } from '../../policy/wording.ts';
import type { ShiftRhythm } from './schedule.ts';

/* How the values of a schedule are written in the policy, and what is wrong with those that are not so. */

const EVERY = /^0*([1-9]\d{0,3})(d|w|mo)$/;
const UNITS = { d: 'day', w: 'week', mo: 'month' } as const;
const MOST = { day: [366, '366d'], week: [52, '52w'], month: [12, '12mo'] } as const;

/** Examples for messages. */
export const RHYTHM = '1d, 1w or 1mo';
export const WALL = '2026-01-05T09:00';

/** Reads `1d`, `2w` or `1mo`; undefined for anything else. Months are `mo`, since `m` means minutes everywhere else. */
export function parseRhythm(value: string): ShiftRhythm | undefined {
  const match = EVERY.exec(value);
  return match ? { count: Number(match[1]), unit: UNITS[match[2] as keyof typeof UNITS] } : undefined;
}

/** What is wrong with a time between hand-offs, if anything. */
export function wrongRhythm(value: string): string | undefined {
  const rhythm = parseRhythm(value);
  if (rhythm) {
    const [most, text] = MOST[rhythm.unit];
    return rhythm.count > most ? `${quote(value)} is too long; expected at most ${text}` : undefined;
  }
  const minutes = /^(\d{1,4})m$/.exec(value)?.[1];
  if (minutes !== undefined && parseRhythm(`${minutes}mo`)) {
    return `${quote(value)} would be minutes; for months, did you mean "${minutes}mo"?`;
  }
  if (/^0+(?:d|w|mo?|h)$/.test(value)) return `${quote(value)} is no time at all; expected e.g. ${RHYTHM}`;
  const meant = meantRhythm(value);
  if (meant !== undefined) return `${quote(value)} is not a time between hand-offs; did you mean ${quote(meant)}?`;
  const duration = parseDuration(value);
  if (duration?.days === 0 && duration.ms < DAY) {
    return `${quote(value)} is too short; expected at least 1d, and layers with hours for shorter shifts`;
  }
  return `${quote(value)} is not a time between hand-offs; expected e.g. ${RHYTHM}`;
}

/** What somebody who wrote `weekly`, `2 weeks` or `24h` meant, in our spelling. */
function meantRhythm(value: string): string | undefined {
  const duration = parseDuration(value);
  if (duration?.days === 0 && duration.ms % DAY === 0) return `${duration.ms / DAY}d`;
  const short = value
    .trim()
    .toLowerCase()
    .replace(/^(?:daily|(?:a )?day)$/, '1d')
    .replace(/^(?:weekly|(?:a )?week)$/, '1w')
    .replace(/^(?:monthly|(?:a )?month)$/, '1mo')
    .replace(/^(\d{1,4}) *(?:days?|jours?|j|d)$/, '$1d')
    .replace(/^(\d{1,4}) *(?:weeks?|wks?|semaines?|w)$/, '$1w')
    .replace(/^(\d{1,4}) *(?:months?|mois|mon|mo|m)$/, '$1mo');
  return short !== value && parseRhythm(short) ? short : undefined;
}

/** What is wrong with a date and time of the wall clock, without an offset, if anything. */
export function wrongWall(value: string): string | undefined {
  if (isInstant(value)) {
    if (/T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(value)) {
      return `${quote(value)} has an offset; expected the time in the zone of the schedule, e.g. ${WALL}`;
    }
    const year = Number(value.slice(0, 4));
    return year < 1970 || year > 2200 ? `${quote(value)} is not in the years 1970 to 2200` : undefined;
  }
  const [day = '', time = '', ...rest] = value.trim().split(/ +/);
  const meant = `${day}T${time.padStart(5, '0')}`;
  if (time !== '' && rest.length === 0 && isInstant(meant)) {
    return `${quote(value)} is not a date and time; did you mean ${quote(meant)}?`;
  }
  const formed = DATE.test(value.slice(0, 10)) && /^(?:T\d\d:\d\d)?$/.test(value.slice(10));
  return `${quote(value)} ${formed ? 'does not exist' : 'is not a date and time'}; expected e.g. ${WALL}`;
}

/** What is wrong with a daily window, if anything. */
export function wrongWindow(value: string): string | undefined {
  if (parseSpan(value)) return undefined;
  if (SPAN.test(value)) return `${quote(value)} is empty; leave it out for the whole day`;
  return `${quote(value)} is not a daily window; expected e.g. 08:00-20:00`;
}

/** What is wrong with a day of the week or a range of them, if anything. */
export function wrongDays(value: string): string | undefined {
  if (DAY_KEYS.some((key) => key === value)) return undefined;
  const near = nearest(value, DAY_KEYS);
  const end = near === undefined ? 'expected e.g. sat or mon-fri' : `did you mean ${quote(near)}?`;
  return `${quote(value)} is not a day or a range of days; ${end}`;
}
