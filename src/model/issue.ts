import type { Instant } from '../calendar/calendar.ts';

/** Somebody who acts on GitHub. Bots carry the `[bot]` suffix whichever interface named them; null is a deleted account. */
export interface Actor {
  readonly login: string;
  readonly bot: boolean;
}

export interface Comment {
  /** GraphQL node id. */
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly body: string;
  readonly author: Actor | null;
  readonly edited: boolean;
  /** Written, and last edited, by one of the Action's own accounts: only then does a mark in it count. */
  readonly own: boolean;
  /** The last text that one of these accounts gave it, where it wrote it and somebody else has changed it since; its mark counts. */
  readonly ours?: string;
}

/** What no timeline tells of a comment: whether it is hidden, and who has marked it with a 🚀. */
export interface MarkedComment {
  readonly number: number;
  readonly isMinimized: boolean;
  /** Logins of people. */
  readonly rockets: readonly string[];
}

/** Another issue as its parent's timeline names it. */
export interface SubIssue {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly closedAt: Instant | null;
  /** Whether it was closed without being done; nothing if left out. */
  readonly isDropped?: boolean;
  readonly own: boolean;
}

export type CloseReason = 'completed' | 'not-planned' | 'duplicate';

/** One entry of an issue's timeline. */
export type TimelineEvent = EventBase & EventKind;
export type EventOf<K extends EventKind['kind']> = TimelineEvent & { readonly kind: K };

interface EventBase {
  readonly at: Instant;
  readonly actor: Actor | null;
  readonly own: boolean;
}

type EventKind =
  | { readonly kind: 'labeled'; readonly label: string }
  | { readonly kind: 'unlabeled'; readonly label: string }
  /** Null is an account that is gone; that it was assigned remains. */
  | { readonly kind: 'assigned'; readonly assignee: string | null }
  | { readonly kind: 'unassigned'; readonly assignee: string }
  | { readonly kind: 'closed'; readonly reason: CloseReason }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'commented'; readonly comment: Comment }
  | { readonly kind: 'sub-issue-added'; readonly issue: SubIssue };

/** An issue as GitHub has it: the truth that an incident is folded from. */
export interface Issue {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  /** Whether anybody but us was the last to change the body since the opening. */
  readonly edited: boolean;
  /** When the body was changed last, by whomever; null or left out if never. */
  readonly editedAt?: Instant | null;
  /** Who did; null or left out if nobody, or an account that is gone. */
  readonly editor?: Actor | null;
  readonly author: Actor | null;
  /** Opened by one of the Action's own accounts. */
  readonly own: boolean;
  readonly openedAt: Instant;
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
  /** Oldest first, in GitHub's order. */
  readonly timeline: readonly TimelineEvent[];
}
