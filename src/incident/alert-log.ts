import type { Instant, Interval } from '../calendar/calendar.ts';
import type { Issue } from './issue.ts';

/** One time that an alert fired. The same firing is told again and again by monitoring systems; it counts once. */
export interface Firing {
  /** Names the alert within its group, such as the fingerprint of Alertmanager. With `from` it names the firing. */
  readonly alert: string;
  readonly from: Instant;
  /** Null while it goes on. */
  readonly to: Instant | null;
}

/** What monitoring systems have told about one incident, as the mark in the body of its issue keeps it. */
export interface AlertLog {
  /** What makes alerts one incident. */
  readonly key: string;
  readonly source: string | null;
  /** Distinct, oldest first. */
  readonly firings: readonly Firing[];
  /** How many older ones are counted but no longer kept. */
  readonly earlier: number;
}

/** The log of an incident that an alert opened; null for any other issue. Only an issue that we opened counts. */
export function readAlertLog(issue: Issue): AlertLog | null {
  void issue;
  return null;
}

/** When the alert fired: from a first firing to the end of the last that overlaps it. The last may end at Infinity. */
export function episodesOf(log: AlertLog): readonly Interval[] {
  void log;
  return [];
}
