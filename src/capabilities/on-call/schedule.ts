import type { Instant } from '../../calendar/calendar.ts';

/** The distance between two hand-offs. Months are those of the calendar. */
export interface ShiftRhythm {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month';
}

/** Somebody in a rotation, and when they take part: from `from` until just before `to`, both possibly infinite. */
export interface Member {
  readonly login: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** People who take turns. */
export interface Rotation {
  readonly every: ShiftRhythm;
  /**
   * The first hand-off in milliseconds of wall-clock time, written as if it were UTC. The others follow at the same
   * wall-clock time: where the zone skips it at the end of the gap, where it comes twice at its first occurrence. A
   * month that lacks the day has its hand-off on its last day.
   */
  readonly first: number;
  /** In the order of their turns; the same login may come more than once. */
  readonly people: readonly Member[];
}

/** A daily window of wall-clock time. */
export interface Window {
  /** Milliseconds after midnight at which it opens and closes; `to` is later, and beyond 24 hours on the next day. */
  readonly from: number;
  readonly to: number;
  /** Days of the week on which it opens, Monday 0 to Sunday 6. */
  readonly days: readonly number[];
}

/** One rotation with the hours in which it counts; `window` is null for all hours. */
export interface Layer {
  readonly rotation: Rotation;
  readonly window: Window | null;
}

/** Somebody who is on call in [from, to) whatever the layers say. */
export interface Override {
  readonly login: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Who is on call when: one person at a time, or nobody. */
export interface Schedule {
  readonly name: string;
  /** IANA zone of all its wall-clock times. */
  readonly zone: string;
  /** A later layer beats an earlier one wherever it has somebody. */
  readonly layers: readonly Layer[];
  /** They beat all layers; of two at the same time the later one in the list wins. */
  readonly overrides: readonly Override[];
}

/** A stretch of time in which one person is on call without a break. */
export interface Shift {
  readonly login: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Whether an override put them there, be it for a part of the stretch. */
  readonly override: boolean;
}

/** Everybody who may come on call at or after `now`, each once: those whom GitHub must be able to assign. */
export function loginsOf(schedule: Schedule, now: Instant): readonly string[] {
  const people = [...schedule.layers.flatMap(({ rotation }) => rotation.people), ...schedule.overrides];
  return [...new Set(people.filter(({ from, to }) => to > now && to > from).map(({ login }) => login))];
}
