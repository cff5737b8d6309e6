import { MINUTE } from '../calendar/length.ts';
import type { Points } from './figures.ts';

/** Of how many no more is said than each of them: neither a median nor a trend. */
export const FEW = 5;

export const minutesOf = (ms: number): number => Math.round(ms / MINUTE);

/** Lengths of time, in milliseconds, as points. */
export function pointsOf(lengths: readonly number[]): Points {
  return { points: lengths.map(minutesOf).sort((a, b) => a - b), count: lengths.length };
}

/** The points of several times together. */
export function pointsTogether(all: readonly Points[]): Points {
  return {
    points: all.flatMap(({ points }) => points).sort((a, b) => a - b),
    count: all.reduce((sum, { count }) => sum + count, 0),
  };
}

/** At most so many points, evenly from the shortest to the longest: the median and the 90th percentile stay what they are, or close to it. */
export function thinned({ points, count }: Points, most: number): Points {
  if (points.length <= most) return { points, count };
  const at = (i: number): number => points[Math.round((i * (points.length - 1)) / (most - 1))]!;
  return { points: Array.from({ length: most }, (_, i) => at(i)), count };
}

/** The middle one; of an even number the mean of the two in the middle, in whole minutes. Null for none. */
export function median({ points }: Points): number | null {
  if (points.length === 0) return null;
  const half = points.length / 2;
  return Math.round((points[Math.ceil(half) - 1]! + points[Math.floor(half)]!) / 2);
}

/** The shortest within which nine of ten were; null for none. */
export function p90({ points }: Points): number | null {
  return points[Math.ceil(points.length * 0.9) - 1] ?? null;
}
