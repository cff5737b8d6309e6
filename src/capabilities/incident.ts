import type { Instant, Interval } from '../calendar/calendar.ts';
import type { TriageRule } from './triage/policy.ts';
import type { FactName } from '../model/fact.ts';
import type { Cause } from './cause/policy.ts';
import type { Category, Subcategory } from './category/policy.ts';
import type { Level } from '../model/level.ts';
import type { Priority } from '../model/priority.ts';
import type { AlertLog } from './alerts/log.ts';
import type { Comment, Issue, SubIssue } from '../model/issue.ts';
import type { Complaint } from './draft.ts';
import type { Facts } from './report/facts.ts';
import type { Command } from '../text/markdown.ts';
import type { IncidentRecord } from '../engine/record.ts';
import type { Moment } from '../model/moment.ts';

/** A stretch of time with one priority. `assessed` is false while nobody has set one, which counts as P3. */
export interface PriorityPeriod {
  readonly from: Instant;
  readonly priority: Priority;
  readonly assessed: boolean;
  readonly by: string | null;
}

/** The category of an incident, since when, and who set it. */
export interface Categorization {
  readonly category: Category;
  readonly subcategory: Subcategory | null;
  readonly at: Instant;
  readonly by: string | null;
}

/** A stretch of time on one level of support. */
export interface LevelPeriod {
  readonly level: Level;
  readonly from: Instant;
  /** Who cascaded it there, and why; null and empty for the level on which it landed. */
  readonly by: string | null;
  readonly text: string;
  /** When that level took it on. */
  readonly acknowledged: Moment | null;
}

/** What the rules of triage make of the facts. */
export interface Proposal {
  /** With the rule that led to it. */
  readonly priority: { readonly priority: Priority; readonly rule: TriageRule } | null;
  readonly category: { readonly category: Category; readonly subcategory: Subcategory | null } | null;
  /** What is to be set and not only proposed, if whoever reports may have a say. */
  readonly applies: { readonly priority: boolean; readonly category: boolean };
  readonly quick: boolean;
}

/** Somebody who fills a role of the policy for one incident. */
export interface Holder {
  readonly role: string;
  readonly login: string;
  readonly at: Instant;
  readonly by: string | null;
}

/** Somebody whom a command has assigned; `comment` is the number of the comment that says so. */
export interface Order {
  readonly login: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly comment: number;
}

/** Somebody wants nobody to be told for a while. */
export interface Silence {
  readonly until: Instant;
  readonly at: Instant;
  readonly by: string | null;
  readonly text: string;
}

/** Until when nobody is told of an incident: an alert must last first, it is foreseeably treated at once, or somebody says so. */
export interface Hold {
  readonly until: Instant;
  readonly why: 'alert' | 'quick' | 'silence';
  /** Until when the alert must last, if one must. */
  readonly alert: Instant | null;
}

/** A priority made less urgent by a person. */
export interface Lowering {
  readonly at: Instant;
  readonly by: string;
  readonly from: Priority;
  readonly to: Priority;
  readonly reason: string | null;
}

/**
 * `resolved` is the end of the work, whether or not the issue is closed; `dismissed` was no incident, or a duplicate;
 * `withdrawn` was closed by a reporter or a bot that could not judge that.
 */
export type Status = 'open' | 'acknowledged' | 'mitigated' | 'resolved' | 'dismissed' | 'withdrawn';

export type Kind = 'incident' | 'assistance';

export interface StatedImpact {
  readonly from: Instant;
  /** Null while it goes on, or until it was mitigated or resolved. */
  readonly to: Instant | null;
  readonly by: string | null;
}

/** A comment with commands, and what became of them. */
export interface JudgedComment {
  readonly comment: Comment;
  readonly by: string;
  readonly outcome: 'accepted' | 'not-entitled' | 'edited';
  readonly commands: readonly (Command & { readonly complaint: Complaint | null })[];
}

/** An incident: what the timeline of its issue says, read with one policy. */
export interface Incident {
  readonly issue: Issue;
  readonly kind: Kind;
  /** What the report says. */
  readonly facts: Facts;
  /** Which of the facts that every report must have are not given. */
  readonly missing: readonly FactName[];
  /** What monitoring systems have told, if an alert opened it. */
  readonly alert: AlertLog | null;
  /** How it came to be known: one of the sources of the policy, or what the report says. Foreign text. */
  readonly source: string | null;
  readonly proposal: Proposal;
  /** Whether whoever reports it may have a say: somebody entitled, or a monitoring system. */
  readonly trusted: boolean;
  readonly openedAt: Instant;
  readonly reporter: string | null;
  readonly status: Status;
  readonly closed: boolean;
  /** When the issue was last closed, if it is. */
  readonly closedAt: Instant | null;
  readonly priority: Priority;
  readonly assessed: boolean;
  /** Never empty, oldest first; the last is in force. */
  readonly priorities: readonly PriorityPeriod[];
  readonly lowered: Lowering | null;
  readonly category: Category | null;
  readonly categorization: Categorization | null;
  /** Nothing of what it says may be repeated. */
  readonly confidential: boolean;
  /** Comments of ours that may repeat something all the same; not empty only for a confidential incident. */
  readonly revealing: readonly Comment[];
  /** Whether the card repeats nothing. */
  readonly isCardHidden: boolean;
  readonly cause: { readonly cause: Cause; readonly at: Instant; readonly by: string | null } | null;
  /** Never empty, oldest first; the last is in force. */
  readonly levels: readonly LevelPeriod[];
  /** Whoever foresaw that it is treated at once; by null is the policy. */
  readonly quick: Moment | null;
  readonly silence: Silence | null;
  readonly hold: Hold | null;
  /** Roles that a command has filled, by name. */
  readonly holders: ReadonlyMap<string, Holder>;
  /** Those whom a command has assigned and nobody has unassigned since. */
  readonly ordered: readonly Order[];
  /** Addresses that people have added, as they can stand in Markdown. */
  readonly links: readonly { readonly url: string; readonly by: string | null }[];
  /** Facts of the past that people have added. */
  readonly past: readonly { readonly at: Instant; readonly by: string | null; readonly text: string }[];
  /** When people asked for more people, and why. */
  readonly escalations: readonly Moment[];
  /** The number of the incident that it is a duplicate of, as a comment says. */
  readonly duplicateOf: { readonly of: number; readonly comment: number } | null;
  /** Whether each label that a command has named must be on the issue. */
  readonly pauseLabels: ReadonlyMap<string, boolean>;
  readonly acknowledged: Moment | null;
  readonly workaround: Moment | null;
  readonly mitigated: Moment | null;
  readonly restored: Moment | null;
  readonly resolved: Moment | null;
  /** The draft of the post-mortem is ready. */
  readonly drafted: Moment | null;
  /** Since when and until when users were harmed, as somebody has stated it. */
  readonly impact: StatedImpact | null;
  /** When the public was given an update. */
  readonly updates: readonly Instant[];
  /** When something moved: a command, a comment of an assignee, a label or an assignment set by a person. */
  readonly progress: readonly Instant[];
  /** When each label that pauses clocks was on the issue; Infinity ends a stretch that goes on. */
  readonly labelSpans: ReadonlyMap<string, readonly Interval[]>;
  /** Dismissed or withdrawn. */
  readonly ended: Moment | null;
  readonly assignees: readonly string[];
  /** How often it was reopened. */
  readonly reopened: number;
  /** When it was last reopened. */
  readonly reopenedAt: Instant | null;
  /** Times between an end and a reopening: no clock counts them. */
  readonly gaps: readonly Interval[];
  /** The comments with commands, each judged. */
  readonly comments: readonly JudgedComment[];
  readonly card: Comment | null;
  readonly postMortem: SubIssue | null;
  /** Whether the label that makes it an incident was taken off by a person. */
  readonly declined: boolean;
  /** Whether we closed it as a duplicate of an older one, which goes on in its place. */
  readonly isFolded: boolean;
  /** What is on record, with what the marks of our other comments add and what this reading judged. */
  readonly record: IncidentRecord;
  /** What of it the card does not have yet: keys of `record.judged`. */
  readonly fresh: readonly string[];
  readonly doubles: {
    readonly comments: readonly Comment[];
    readonly postMortems: readonly SubIssue[];
  };
}
