import type { Instant } from '../../calendar/calendar.ts';
import { shortInstant, type Reader } from '../../text/time.ts';
import type { Words } from '../words.ts';

/** A deadline in words; one that a pause keeps open is not known yet. */
export function dueText(reader: Reader, words: Words, due: Instant): string {
  return due === Infinity ? words.clocksCard.pausedDue : shortInstant(reader, due);
}
