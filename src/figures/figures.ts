import type { Calendar, Instant, Interval } from '../calendar/calendar.ts';
import type { Priority } from '../model/priority.ts';
import type { IncidentFacts } from './facts.ts';

/* What a report shows, as JSON: a month is kept in the mark of its report issue. Whatever can be worked out of it is not in it: see `derived.ts`. */

/** The version of this form. */
export const FIGURES_VERSION = 1;

/** The priority of an incident, or that it is a request for assistance. */
export type GradeFigure = Priority | 'assistance';

/** How many incidents of one kind there were: opened and resolved in the time, and open at its end. */
export interface Count {
  readonly opened: number;
  readonly resolved: number;
  readonly open: number;
}

/** The same for all that has something in common; null is what has none of it. Foreign text. */
export interface NamedCount extends Count {
  readonly name: string | null;
}

/** Lengths of time in whole minutes, the shortest first. Of more than are kept, `count` says how many there were. */
export interface Points {
  readonly points: readonly number[];
  readonly count: number;
}

export type Measure = 'acknowledge' | 'mitigate' | 'resolve';

/** How long it took from the opening on. */
export interface DurationFigures extends Points {
  readonly measure: Measure;
  readonly priority: Priority;
}

export interface ClockFigures {
  readonly clock: string;
  readonly grade: GradeFigure;
  readonly met: number;
  readonly missed: number;
  /** How late the missed ones were stopped, as far as they were, as the clock counts time. */
  readonly late: Points;
  /** How long after the breach it was noticed. */
  readonly lag: Points;
}

/** Incidents resolved in the time, by cause. */
export interface CauseFigures {
  readonly cause: string | null;
  readonly group: string | null;
  readonly attributableTo: string | null;
  /** Whether the policy leaves them out of the availability. */
  readonly isExcluded: boolean;
  readonly count: number;
}

/** The downtime of an incident whose impact ended in the time, or goes on at its end, beside what one incident may cause. */
export interface ToleranceFigures {
  /** Null for a confidential incident. */
  readonly number: number | null;
  readonly service: string;
  /** In whole minutes. */
  readonly downtime: number;
  readonly limit: number;
  readonly isKept: boolean;
  readonly isOver: boolean;
}

/** The time of a service, in milliseconds of its calendar, without planned maintenance. */
export interface ServiceFigures {
  readonly service: string;
  readonly objective: { readonly month: number | null; readonly year: number | null };
  /** Of the whole month, and of the whole year that it is in. */
  readonly promised: number;
  readonly promisedInYear: number;
  /** Of the month as far as it has gone. */
  readonly elapsed: number;
  /** How much of that was downtime, by all incidents, and without those that the policy leaves out. */
  readonly down: number;
  readonly counted: number;
  /** How many incidents' impact somebody stated, and of how many it was taken from the alert or the opening. */
  readonly stated: number;
  readonly assumed: number;
}

/** How often somebody in a role was paged, and how often of that at night; in how many incidents. */
export interface LoadFigures {
  readonly role: string | null;
  readonly pages: number;
  readonly atNight: number;
  readonly incidents: number;
}

/** Incidents of the time that have something in common; foreign text. */
export interface RecurringFigures {
  readonly what: string;
  readonly incidents: readonly number[];
}

/** What the owner of some categories looks at. */
export interface OwnerFigures extends NamedCount {
  readonly missed: number;
  readonly overdue: number;
}

/** What one incident adds to a month: so a later change of it can be told. Of confidential ones there is none. */
export interface Row {
  readonly n: number;
  readonly priority: GradeFigure;
  readonly category: string | null;
  readonly cause: string | null;
  readonly opened: boolean;
  readonly resolved: boolean;
  /** In whole minutes within the month. */
  readonly downtime: number;
  readonly leftOut: IncidentFacts['leftOut'];
}

/** A change of an incident of a month that was closed: told in the month that made it. */
export interface Correction {
  readonly month: string;
  readonly n: number;
  readonly what: Exclude<keyof Row, 'n'>;
  readonly from: string;
  readonly to: string;
}

/** What months and years have in common. */
export interface Figures extends Count {
  readonly leftOut: { readonly dismissed: number; readonly withdrawn: number; readonly duplicate: number };
  /** Of all that is counted. */
  readonly confidential: number;
  /** With data lost or altered, of those that were opened. */
  readonly dataLost: number;
  readonly kinds: readonly NamedCount[];
  readonly priorities: readonly NamedCount[];
  readonly categories: readonly NamedCount[];
  readonly subcategories: readonly NamedCount[];
  readonly owners: readonly OwnerFigures[];
  /** How old the open ones are: under a day, a week, 30 days, and older. */
  readonly ages: readonly number[];
  readonly durations: readonly DurationFigures[];
  readonly clocks: readonly ClockFigures[];
  readonly causes: readonly CauseFigures[];
  readonly tolerances: readonly ToleranceFigures[];
  readonly services: readonly ServiceFigures[];
  readonly load: readonly LoadFigures[];
  readonly recurring: readonly RecurringFigures[];
  readonly overdue: { readonly postMortems: number; readonly items: number };
  readonly corrections: readonly Correction[];
}

export interface MonthFigures extends Figures {
  readonly v: typeof FIGURES_VERSION;
  /** `YYYY-MM` in the zone of the policy. */
  readonly month: string;
  readonly from: Instant;
  readonly to: Instant;
  /** As of when. */
  readonly at: Instant;
  readonly rows: readonly Row[];
  /** Whether there were more rows than are kept. */
  readonly isCut: boolean;
}

export interface YearFigures extends Figures {
  readonly year: string;
  /** The months that it is the sum of. */
  readonly months: readonly string[];
}

/** What figures depend on besides incidents. */
export interface FiguresPolicy {
  readonly zone: string;
  readonly services: readonly {
    readonly name: string;
    /** The longest downtime that one incident may cause, in milliseconds. */
    readonly tolerance: number | null;
    readonly objective: { readonly month: number | null; readonly year: number | null };
    readonly calendar: Calendar;
  }[];
  /** Planned maintenance: the names of its services, and when it went on. */
  readonly maintenances: readonly { readonly services: readonly string[]; readonly spans: readonly Interval[] }[];
  /** Causes, groups of causes, and those whom causes are attributable to: their incidents are left out of the availability. */
  readonly exclude: readonly string[];
  readonly countsConfidential: boolean;
}
