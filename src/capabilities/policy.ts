import type { Notifier } from '../notify/message.ts';
import type { Schedule } from './on-call/schedule.ts';
import type { Calendar, Instant } from '../calendar/calendar.ts';
import type { Target } from '../calendar/target.ts';
import type { Language } from '../model/language.ts';
import type { Level } from '../model/level.ts';
import type { Priority } from '../model/priority.ts';

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
  /** Labels that it puts on the issue, for people and machines outside. */
  readonly labels: readonly string[];
  /** The priority to which it raises the incident, if that is more urgent than the one in force. */
  readonly raise: Priority | null;
  /** A text for somebody outside, such as a customer or a provider, that those who are told are to send; the policy's own words. */
  readonly send: string | null;
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
  /** Whether an incident of this priority must carry a category. */
  readonly needsCategory: boolean;
}

export interface Category {
  readonly name: string;
  readonly label: string;
  /** Name of a role. */
  readonly owner: string | null;
  readonly runbook: string | null;
  readonly subcategories: readonly Subcategory[];
  /** Its incidents are handled by the owner alone, and nothing of what they say is repeated anywhere. */
  readonly confidential: boolean;
}

export interface Subcategory {
  readonly name: string;
  /** `category/subcategory` unless the policy names another. */
  readonly label: string;
}

/** A way in which incidents come to be known. */
export interface Source {
  readonly name: string;
  /** The level of support on which it lands. */
  readonly level: Level;
}

/** One entry of the taxonomy of causes. */
export interface Cause {
  readonly name: string;
  /** The branch of the taxonomy that it is in, such as `intrinsic`. */
  readonly group: string;
  /** To whom it is attributable, where the policy says so: such incidents may be left out of the figures. */
  readonly attributableTo: string | null;
}

/** What a report says, by name. The first six are asked of everybody before an incident is classified (seed document B). */
export const FACTS = [
  'originator',
  'customers',
  'system',
  'time',
  'scope',
  'impact',
  'category',
  'data',
  'source',
  'severity',
] as const;
export type FactName = (typeof FACTS)[number];
/** The facts that every report must have. */
export const REQUIRED_FACTS = FACTS.slice(0, 6);

/** What a rule of triage may look at: a fact, or the title of the issue. */
export type TriageSubject = FactName | 'title';

/** What the facts of a report lead to. The first rule that holds decides; of each outcome, the first that has one. */
export interface TriageRule {
  /** All of these must hold: the fact contains one of the texts, as whole words, whatever the capitals and accents. */
  readonly conditions: readonly { readonly subject: TriageSubject; readonly anyOf: readonly string[] }[];
  readonly priority: Priority | null;
  /** Name of a category, or `category/subcategory`. */
  readonly category: string | null;
  /** Foreseeably treated within the quick path. */
  readonly quick: boolean;
  /** Set, not only proposed, where somebody entitled or a monitoring system reports. */
  readonly apply: boolean;
}

/** Requests for assistance: a kind of ticket of their own, without priority and post-mortem. */
export interface AssistancePolicy {
  readonly name: string;
  readonly label: string;
  readonly clocks: { readonly [K in ClockName]?: Target };
  /** Name of an escalation policy. */
  readonly escalation: string | null;
}

/** Who watches Tocsin itself. */
export interface Heartbeat {
  /** Name of the environment variable with the address that is called after each full sweep. */
  readonly url: string | null;
  /** How old the last scheduled sweep may be before a run says so: `ms` of wall time, `text` as the policy wrote it. */
  readonly sweepWithin: { readonly ms: number; readonly text: string } | null;
}

/** What becomes of alerts. */
export interface AlertPolicy {
  /** What makes alerts one incident: the group that the monitoring system has put them in, or each alert by itself. */
  readonly key: 'group' | 'alert';
  /** How long an alert must last before anybody is told, in milliseconds. */
  readonly hold: number;
  /** What a recovery does: it is only recorded, it resolves the incident, or it resolves and closes it. */
  readonly recovery: 'record' | 'resolve' | 'close';
  /** How long after its end an incident is opened again by its alert, in milliseconds; later a new one is opened. */
  readonly reopenWithin: number;
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
  readonly needsInformation: string;
  readonly mitigated: string;
  readonly resolved: string;
  readonly breached: string;
  readonly postMortem: string;
  /** On the issue that publishes who is on call. */
  readonly onCall: string;
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
  /** Role name to the logins that fill it; of a role that a schedule fills, everybody who may come on call. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  readonly schedules: ReadonlyMap<string, Schedule>;
  /** Role name to the schedule that fills it, for those that one does. */
  readonly rotas: ReadonlyMap<string, Schedule>;
  /** In the order of falling back. */
  readonly notifiers: readonly Notifier[];
  /** Roles that are told of every change of status of a P0 or P1. */
  readonly inform: readonly string[];
  /** Command to the roles in the repository that may use it, where that differs from `entitled`. */
  readonly rights: ReadonlyMap<string, readonly string[]>;
  readonly heartbeat: Heartbeat;
  /** Whether the schedules are published in an issue, and shifts told that they begin. */
  readonly publishOnCall: boolean;
  /** Who is told when a step reaches nobody: a login, a role's name, or `owner` for the owner of the repository. */
  readonly fallback: string;
  readonly escalationPolicies: ReadonlyMap<string, readonly Step[]>;
  readonly labels: LabelNames;
  readonly services: readonly Service[];
  /** Source by name; empty if the policy names none, and then any name will do. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly causes: readonly Cause[];
  /** How long treatment on the quick path may take: `ms` of wall time, `text` as the policy wrote it; null if there is no such path. */
  readonly quickPath: { readonly ms: number; readonly text: string } | null;
  readonly triage: readonly TriageRule[];
  readonly assistance: AssistancePolicy | null;
  readonly alerts: AlertPolicy;
  /** Label to the clocks that it stops while it is on the issue. */
  readonly pauses: ReadonlyMap<string, readonly ClockName[]>;
  /** Whether a new priority measures its clocks from the opening, or from the change. */
  readonly onPriorityChange: 're-evaluate' | 'restart';
  /** Incidents opened before this instant are listed and left alone; null leaves none alone. */
  readonly enforceFrom: Instant | null;
  /** Roles in the repository (`role_name`) whose holders may command an incident. */
  readonly entitled: readonly string[];
}
