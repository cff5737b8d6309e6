import type { Calendar, DaySemantics, Instant } from '../calendar/calendar.ts';

/** The four priorities, most urgent first. */
export const PRIORITIES = ['P0', 'P1', 'P2', 'P3'] as const;
export type Priority = (typeof PRIORITIES)[number];

/**
 * The clocks that run towards a deadline, in the order in which a card shows them. `update` and `no-progress` start again at
 * every public update and sign of progress; `post-mortem` and `review` begin when the incident is resolved.
 */
export const CLOCKS = [
  'acknowledge',
  'workaround',
  'restore',
  'resolve',
  'update',
  'no-progress',
  'post-mortem',
  'review',
] as const;
export type ClockName = (typeof CLOCKS)[number];

export type Language = 'en' | 'fr';

/** How long a clock may run, on which calendar. `text` is the target as the policy wrote it, for people. */
export interface Target {
  readonly text: string;
  readonly calendar: Calendar;
  /** Milliseconds of open time, or a number of open days. */
  readonly amount: { readonly ms: number } | { readonly days: number; readonly semantics: DaySemantics };
}

/**
 * When an escalation step falls due: at the start of the incident, at a share of a clock, or a time before (negative) or
 * after its deadline. `offset` is in milliseconds of the clock's own calendar.
 */
export type Threshold =
  | { readonly clock: 'start' }
  | { readonly clock: ClockName; readonly percent: number }
  | { readonly clock: ClockName; readonly offset: number };

/** One level of an escalation policy. */
export interface Step {
  /** The threshold in its canonical spelling ("resolve due + 1h"); it names the step in records and messages. */
  readonly text: string;
  readonly at: Threshold;
  /** Names of roles, or the audiences `assignee`, `reporter` and `fallback`. */
  readonly notify: readonly string[];
  readonly assign: boolean;
  /** Sent again every so many milliseconds of the clock's own calendar until the step is stopped. */
  readonly repeat: number | null;
  /** What ends it; on `start` and `acknowledge …` an acknowledgement unless the policy says otherwise. */
  readonly until: 'acknowledged' | 'resolved';
}

export interface PostMortemPolicy {
  readonly draft: Target;
  readonly review: Target;
  /** Name of a role. */
  readonly approver: string | null;
}

export interface PriorityPolicy {
  readonly name: string;
  /** The label that carries this priority; its own id unless the policy names another. */
  readonly label: string;
  readonly criteria: readonly string[];
  readonly clocks: { readonly [K in ClockName]?: Target };
  /** Name of an escalation policy. */
  readonly escalation: string | null;
  readonly postMortem: PostMortemPolicy | null;
}

export interface Category {
  readonly name: string;
  readonly label: string;
  /** Name of a role. */
  readonly owner: string | null;
  readonly runbook: string | null;
}

/** What the users of a service are promised. */
export interface Service {
  readonly name: string;
  /** The longest downtime that one incident may cause, in milliseconds of wall time; `text` as the policy wrote it. */
  readonly downtimePerIncident: { readonly ms: number; readonly text: string } | null;
}

/** Names of the labels that Tocsin sets or reads, besides those of priorities and categories. */
export interface LabelNames {
  readonly needsAssessment: string;
  readonly mitigated: string;
  readonly resolved: string;
  readonly breached: string;
  readonly postMortem: string;
}

/** The whole policy, checked and resolved: every name it mentions exists. */
export interface Policy {
  readonly language: Language;
  /** IANA zone in which people read times, and of calendars that name none. */
  readonly zone: string;
  /** Those of the file or the built-in ones, and `always`. A target may hang on a built-in one that is not among them. */
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly priorities: Readonly<Record<Priority, PriorityPolicy>>;
  readonly categories: readonly Category[];
  /** Role name to the logins that fill it. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  /** Who is told when a step reaches nobody: a login, a role's name, or `owner` for the owner of the repository. */
  readonly fallback: string;
  readonly escalationPolicies: ReadonlyMap<string, readonly Step[]>;
  readonly labels: LabelNames;
  readonly services: readonly Service[];
  /** Label to the clocks that it stops while it is on the issue. */
  readonly pauses: ReadonlyMap<string, readonly ClockName[]>;
  /** Whether a new priority measures its clocks from the opening, or from the change. */
  readonly onPriorityChange: 're-evaluate' | 'restart';
  /** Incidents opened before this instant are listed and left alone; null leaves none alone. */
  readonly enforceFrom: Instant | null;
  /** Roles in the repository (`role_name`) whose holders may command an incident. */
  readonly entitled: readonly string[];
}
