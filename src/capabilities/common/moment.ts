import type { Instant } from '../../calendar/calendar.ts';
import { DAY, HOUR, MINUTE } from '../../calendar/length.ts';
import { firstAtWall, offsetAt } from '../../calendar/zone.ts';
import { isInstant, readInstant } from '../../policy/instant.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME_OF_DAY = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** Words that begin with a moment: which one that is, and what comes after it. */
interface Taken {
  readonly moment: Instant;
  readonly rest: readonly string[];
}

/** What a moment is read against: the zone of the policy, and when it was written. */
interface Writing {
  readonly zone: string;
  readonly at: Instant;
}

/**
 * The moment at the beginning of what somebody has written: a date, a date and a time parted by `T` or a blank, or a time alone. A time
 * alone is the last such one by then; after a moment `from` it is the first such one from there on. Null if it begins with none.
 */
export function takeMoment(words: readonly string[], { zone, at }: Writing, from?: Instant): Taken | null {
  const [first = '', second = '', ...others] = words;
  const joined = DATE.test(first) ? dateAndTime(first, second) : null;
  if (joined !== null) return { moment: readInstant(joined, zone), rest: others };
  const rest = words.slice(1);
  if (isInstant(first)) return { moment: readInstant(first, zone), rest };
  const time = timeOfDay(first);
  if (time === null) return null;
  return { moment: from === undefined ? lastAtWall(time, zone, at) : nextAtWall(time, zone, from), rest };
}

/** Whether a word can be part of a moment: then it says no more than when. */
export function isOfMoment(word: string): boolean {
  return isInstant(word) || dateAndTime('2000-01-01', word) !== null;
}

/** Both as one text, if they are a moment. Forms and people write `9:30` too. */
function dateAndTime(date: string, time: string): string | null {
  const text = `${date}T${time.replace(/^\d:/, '0$&')}`;
  return isInstant(text) ? text : null;
}

/** Milliseconds since midnight of a time such as `14:05`. */
function timeOfDay(text: string): number | null {
  const match = TIME_OF_DAY.exec(text);
  return match && Number(match[1]) * HOUR + Number(match[2]) * MINUTE;
}

/** The last moment at or before an instant at which the wall clock of a zone showed a time. */
function lastAtWall(time: number, zone: string, at: Instant): Instant {
  const today = midnight(zone, at) + time;
  const found = firstAtWall(zone, today);
  return found <= at ? found : firstAtWall(zone, today - DAY);
}

/** The first moment at or after an instant at which it shows that. */
function nextAtWall(time: number, zone: string, from: Instant): Instant {
  const today = midnight(zone, from) + time;
  const found = firstAtWall(zone, today);
  return found >= from ? found : firstAtWall(zone, today + DAY);
}

/** When the day of an instant began, by the wall clock. */
function midnight(zone: string, at: Instant): number {
  return Math.floor((at + offsetAt(zone, at)) / DAY) * DAY;
}
