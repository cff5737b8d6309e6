import type { Interval } from '../../calendar/calendar.ts';

/** A maintenance as far as incidents depend on it. */
export interface Maintenance {
  /** The number of its issue. */
  readonly number: number;
  /** Names of services and categories. */
  readonly services: readonly string[];
  /**
   * When it went on, or does, up to the end that somebody entitled gave; what it ran over is none of it. In order. A confirmed maintenance that
   * has not begun has none.
   */
  readonly spans: readonly Interval[];
}

/** The parts of a time that lie outside of some others, which may overlap; in order. */
export function partsOutside({ from, to }: Interval, others: readonly Interval[]): readonly Interval[] {
  const parts: Interval[] = [];
  let at = from;
  for (const other of others.toSorted((a, b) => a.from - b.from)) {
    if (Math.min(other.from, to) > at) parts.push({ from: at, to: Math.min(other.from, to) });
    at = Math.max(at, Math.min(other.to, to));
  }
  return at < to ? [...parts, { from: at, to }] : parts;
}

/** How much of a time that is the case, in milliseconds. */
export function timeOutside(time: Interval, others: readonly Interval[]): number {
  return partsOutside(time, others).reduce((sum, { from, to }) => sum + to - from, 0);
}
