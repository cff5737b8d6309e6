import type { Instant, Interval } from '../calendar/calendar.ts';
import { DAY, HOUR, MINUTE } from '../calendar/length.ts';
import { firstAtWall, offsetAt } from '../calendar/zone.ts';
import { isInstant, readInstant } from '../policy/instant.ts';
import { UsageError, type Options } from './arguments.ts';
import { TIMES } from './options.ts';

const TIME_OF_DAY = /^([01]?\d|2[0-3]):([0-5]\d)$/;
const NEAR_DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/** What a time is read against: the zone in which people think, and the present. */
interface Here {
  readonly zone: string;
  readonly now: Instant;
}

/**
 * A time as people write it: `now`, `16:00` of today, `tomorrow 9:00`, a date with or without a time, or an instant in ISO 8601. Without
 * an offset it is wall-clock time of the zone. `name` is the option that it stands for. Throws a UsageError.
 */
export function readTime(text: string, { zone, now }: Here, name: string): Instant {
  const written = text.trim().toLowerCase();
  if (written === 'now') return now;
  const [first = '', second, ...others] = written.split(/\s+/);
  if (others.length === 0) {
    const [day, time] = second === undefined ? ['today', first] : [first, second];
    const near = Object.hasOwn(NEAR_DAYS, day) ? NEAR_DAYS[day] : undefined;
    const sinceMidnight = timeOfDay(time);
    if (near !== undefined && sinceMidnight !== null)
      return firstAtWall(zone, midnight(zone, now) + near * DAY + sinceMidnight);
    const dated = second === undefined ? text.trim() : `${first}T${second.padStart(5, '0')}`;
    if (isInstant(dated)) return readInstant(dated, zone);
  }
  const missing = Object.hasOwn(NEAR_DAYS, written) ? `"${text}" has no time` : `"${text}" is not a time`;
  throw new UsageError(`--${name}: ${missing}; expected e.g. ${TIMES}`);
}

/** Pauses as `FROM/TO`; an end left out (`FROM/`) is a pause that still goes on. */
export function readPauses(options: Options, here: Here): Interval[] {
  const given = options.values.pause ?? [];
  return (Array.isArray(given) ? given : [given]).map((text) => {
    const [from = '', to, ...rest] = String(text).split('/');
    if (to === undefined || rest.length > 0)
      throw new UsageError(`--pause: "${String(text)}" is not a pause; expected FROM/TO, e.g. 10:00/11:30`);
    const pause = { from: readTime(from, here, 'pause'), to: to === '' ? Infinity : readTime(to, here, 'pause') };
    if (pause.to < pause.from) throw new UsageError(`--pause: "${String(text)}" ends before it begins`);
    return pause;
  });
}

/** Milliseconds since midnight of `9:00` or `14:05`. */
function timeOfDay(text: string): number | null {
  const match = TIME_OF_DAY.exec(text);
  return match && Number(match[1]) * HOUR + Number(match[2]) * MINUTE;
}

/** When the day of an instant began, by the wall clock. */
function midnight(zone: string, at: Instant): number {
  return Math.floor((at + offsetAt(zone, at)) / DAY) * DAY;
}
