import type { Instant } from '../../calendar/calendar.ts';
import { SECOND } from '../../calendar/length.ts';

/** A watch asks this often, see `run/watch/step.ts`. In milliseconds. */
const EVERY = 20 * SECOND;

/** So many of a list, others each time that a watch asks: after some looks each had its turn. */
export function askedInTurn<T>(all: readonly T[], most: number, now: Instant): readonly T[] {
  if (all.length <= most) return all;
  const parts = Math.ceil(all.length / most);
  const start = (Math.floor(now / EVERY) % parts) * most;
  return all.slice(start, start + most);
}
