import type { Instant } from '../calendar/calendar.ts';
import { instant, type Reader } from './time.ts';
import type { Words } from './words.ts';

/** A deadline in words; one that a pause keeps open is not known yet. */
export function dueText(reader: Reader, words: Words, due: Instant): string {
  return due === Infinity ? words.card.pausedDue : instant(reader, due);
}
