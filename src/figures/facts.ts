import type { Instant, Interval } from '../calendar/calendar.ts';
import type { Priority } from '../model/priority.ts';

/** One incident as figures know it: a flat row, made from its reading by `capabilities/figures/facts-of.ts`. Lengths are in milliseconds. */
export interface IncidentFacts {
  /** Of a confidential incident nothing that leads to it may be shown: neither this nor the title. */
  readonly number: number;
  readonly isConfidential: boolean;
  /** Foreign text; null for a confidential incident. */
  readonly title: string | null;
  readonly kind: 'incident' | 'assistance';
  readonly priority: Priority;
  readonly category: string | null;
  readonly subcategory: string | null;
  /** The role that owns its category. */
  readonly group: string | null;
  readonly openedAt: Instant;
  /** When anything last happened to it. */
  readonly changedAt: Instant;
  readonly acknowledgedAt: Instant | null;
  readonly mitigatedAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly status: 'open' | 'acknowledged' | 'mitigated' | 'resolved' | 'dismissed' | 'withdrawn';
  /** Why it is no incident that counts, if so. */
  readonly leftOut: 'dismissed' | 'withdrawn' | 'duplicate' | null;
  /** When it turned out to be none. */
  readonly leftOutAt: Instant | null;
  readonly reopened: number;
  readonly cause: string | null;
  readonly causeGroup: string | null;
  readonly attributableTo: string | null;
  /** Of the policy, by name. */
  readonly services: readonly string[];
  readonly impact: ImpactFacts | null;
  /** How long users were harmed, without planned maintenance; null while it goes on, and where nobody was. */
  readonly downtime: number | null;
  readonly clocks: readonly ClockFacts[];
  readonly pages: readonly PageFacts[];
  /** What it has in common with those that it may recur with; foreign text, null where that is not known. */
  readonly recurrence: string | null;
  /** Whether its post-mortem is late. */
  readonly isPostMortemOverdue: boolean;
  /** Whether data was lost or altered, as the report or somebody since has said; nobody's word counts as none. */
  readonly isDataLost: boolean;
  /** How many of its action items are. */
  readonly overdueItems: number;
  /** What brought it about, such as a deployment; null where that is not known. */
  readonly culprit: string | null;
}

/** When users were harmed. */
export interface ImpactFacts {
  readonly from: Instant;
  /** Null while it goes on. */
  readonly to: Instant | null;
  /** Whether somebody said so; else it is taken from the alert, or from the opening to the end. */
  readonly isStated: boolean;
  /** The parts of it outside of planned maintenance, in order; the last one ends at Infinity while it goes on. */
  readonly spans: readonly Interval[];
  /** How much of that time counts as downtime of its services, from 0 to 1: as on the status page. */
  readonly weight: number;
}

/** One clock, or one cycle of one that repeats. */
export interface ClockFacts {
  readonly clock: string;
  readonly priority: Priority;
  /** Null while a pause goes on. */
  readonly dueAt: Instant | null;
  readonly result: 'met' | 'missed' | 'running';
  /** When it was met, or the moment of the breach; null while it runs. It belongs to the month of this. */
  readonly at: Instant | null;
  /** How many misses it stands for. */
  readonly times: number;
  /** How late it was stopped, as the clock counts time; null if it was in time, or nobody knows. */
  readonly late: number | null;
  /** How long after the breach a run noticed it; null if there was none. */
  readonly lag: number | null;
}

/** Somebody was paged, in a role. */
export interface PageFacts {
  readonly at: Instant;
  /** Null for whoever has none. */
  readonly role: string | null;
  readonly isNight: boolean;
}
