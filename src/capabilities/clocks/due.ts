import type { Instant } from '../../calendar/calendar.ts';
import { instant, type Reader } from '../../text/time.ts';
import type { Words } from '../words.ts';

/** A deadline in words; one that a pause keeps open is not known yet. */
export function dueText(reader: Reader, words: Words, due: Instant): string {
  return due === Infinity ? words.clocksCard.pausedDue : instant(reader, due);
}

/** When a clock is due, as a sentence: ahead, past, or not known while it is paused. */
export function dueLine(reader: Reader, words: Words, clock: string, due: Instant, now: Instant): string {
  if (due === Infinity) return words.deadline.paused(clock);
  return due < now
    ? words.deadline.past(clock, instant(reader, due))
    : words.deadline.ahead(clock, instant(reader, due));
}
