import type { Instant, Interval } from '../calendar/calendar.ts';
import type { Category, Priority } from '../policy/policy.ts';
import type { Comment, Issue, SubIssue } from './issue.ts';
import type { Complaint } from './commands.ts';
import type { Command } from './markdown.ts';
import type { IncidentRecord } from './record.ts';

/** How a state of the incident came about; the catalogue has the words. */
export type How = 'command' | 'comment' | 'assigned' | 'label' | 'closed';

/** Something that happened once, when, and by whom; null is a deleted account. */
export interface Moment {
  readonly at: Instant;
  readonly by: string | null;
  readonly how: How;
  /** What the person wrote with it. */
  readonly text: string;
}

/** A stretch of time with one priority. `assessed` is false while nobody has set one, which counts as P3. */
export interface PriorityPeriod {
  readonly from: Instant;
  readonly priority: Priority;
  readonly assessed: boolean;
  readonly by: string | null;
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
  /** What is on record, with what the marks of our other comments add and what this reading judged. */
  readonly record: IncidentRecord;
  /** What of it the card does not have yet: keys of `record.judged`. */
  readonly fresh: readonly string[];
  readonly doubles: {
    readonly comments: readonly Comment[];
    readonly postMortems: readonly SubIssue[];
  };
}
