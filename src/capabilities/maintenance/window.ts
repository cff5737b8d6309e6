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

/** How much of a time lies outside of some others, which may overlap, in milliseconds. */
export function timeOutside({ from, to }: Interval, others: readonly Interval[]): number {
  let outside = 0;
  let at = from;
  for (const other of others.toSorted((a, b) => a.from - b.from)) {
    outside += Math.max(0, Math.min(other.from, to) - at);
    at = Math.max(at, Math.min(other.to, to));
  }
  return outside + to - at;
}
