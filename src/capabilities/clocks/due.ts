import type { Instant } from '../../calendar/calendar.ts';
import { instant, type Reader } from '../../text/time.ts';
import type { Words } from '../words.ts';

/** A deadline in words; one that a pause keeps open is not known yet. */
export function dueText(reader: Reader, words: Words, due: Instant): string {
  return due === Infinity ? words.clocksCard.pausedDue : instant(reader, due);
}

/** A clock by the name that people read, and when it is due. */
interface Deadline {
  readonly clock: string;
  readonly due: Instant;
}

/** When a clock is due, as a sentence: ahead, past, or not known while it is paused. */
export function dueLine(reader: Reader, words: Words, { clock, due }: Deadline, now: Instant): string {
  if (due === Infinity) return words.deadline.paused(clock);
  return due < now
    ? words.deadline.past(clock, instant(reader, due))
    : words.deadline.ahead(clock, instant(reader, due));
}
