import type { Instant } from '../calendar/calendar.ts';
import { SECOND } from '../calendar/length.ts';
import { decide, type Ground } from './decide.ts';
import { readLater, type IncidentReading } from './reading.ts';

/**
 * When something is to be done about an incident if nothing happens to it: the first instant, to the second, from `ground.now` up to and
 * with `until`, at which a run would do anything at all; null if there is none. What is due stays due until it is done, so that halving
 * the time finds it, whatever rule it comes of. Whose roles are not known is taken as deciding takes it.
 */
export function nextDue(reading: IncidentReading, ground: Ground, until: Instant): Instant | null {
  const isDue = (now: Instant): boolean => isDueAt(reading, ground, now);
  if (isDue(ground.now)) return ground.now;
  if (!isDue(until)) return null;
  let [before, after] = [ground.now, until];
  while (after - before > SECOND) {
    const middle = Math.floor((before + after) / 2);
    if (isDue(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/** Whether something falls due about an incident after `ground.now` and up to and with `until`: `nextDue` without finding when. */
export function fallsDue(reading: IncidentReading, ground: Ground, until: Instant): boolean {
  return !isDueAt(reading, ground, ground.now) && isDueAt(reading, ground, until);
}

function isDueAt(reading: IncidentReading, ground: Ground, now: Instant): boolean {
  return decide(readLater(reading, now), { ...ground, now }).plan !== null;
}
