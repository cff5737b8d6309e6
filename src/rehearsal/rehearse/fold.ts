import type { Instant } from '../../calendar/calendar.ts';
import type { Happening } from './happening.ts';

/** A happening, with the times at which the same came again. */
export interface Folded extends Happening {
  readonly again: readonly Instant[];
}

/** Of what a step repeats to the same people in the same way, the first; the order stays. */
export function foldHappenings(happenings: readonly Happening[]): readonly Folded[] {
  const folded: (Happening & { again: Instant[] })[] = [];
  const first = new Map<string, { again: Instant[] }>();
  for (const one of happenings) {
    const { kind, people, by, step, at } = one;
    const key = step && JSON.stringify([kind, people, by, step.name]);
    const before = key === null ? undefined : first.get(key);
    if (before) before.again.push(at);
    else {
      const line = { ...one, again: [] };
      folded.push(line);
      if (key !== null) first.set(key, line);
    }
  }
  return folded;
}

/** The time between repetitions, in milliseconds; null if they do not come at one pace. */
export function paceOf({ at, again }: Folded): number | null {
  const times = [at, ...again];
  const [first, ...gaps] = times.slice(1).map((time, i) => time - times[i]!);
  return first !== undefined && gaps.every((gap) => gap === first) ? first : null;
}
