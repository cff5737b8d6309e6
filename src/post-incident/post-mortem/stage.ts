import type { Moment } from '../../model/moment.ts';
import type { Leak } from '../customer/leaks.ts';

/** How far a post-mortem is, in order (seed document B: drafted, reviewed by management, approved, then given to customers). */
export type PostMortemStage = 'draft' | 'in-review' | 'approved' | 'published';

/** Somebody approves a text. */
export interface Approval {
  readonly at: number;
  readonly by: string;
  /** The number of the comment; 0 where a label said it. */
  readonly comment: number;
}

/** An approval, with the text that it is bound to. */
export interface BoundApproval extends Approval {
  /** SHA-256 of that text; null where it was edited before anybody could tell. */
  readonly revision: string | null;
  /** Its sections by heading, hashed. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Somebody has published it. */
export interface Publication extends Moment {
  readonly by: string;
  /** Why it was published although its text for customers names what is internal; null if it does not. */
  readonly anyway: string | null;
}

/** How a post-mortem has come along. */
export interface Course {
  readonly drafted: Moment | null;
  /** Somebody has asked for its review. */
  readonly submitted: Moment | null;
  /** Somebody has asked for changes since. */
  readonly changes: Moment | null;
  /** The approvals, of each person the last. */
  readonly approvals: readonly BoundApproval[];
  /** Those of the text as it is now. */
  readonly valid: readonly BoundApproval[];
  readonly published: Publication | null;
  /** When it was given out, as our comments prove: that stays so although the text changes, and the record is lost with the card. */
  readonly given: ReadonlySet<number>;
}

/** The version for customers. */
export interface Customer {
  /** As it is now; null where the policy asks for none, empty where nobody has written it. */
  readonly text: string | null;
  /** What in it is internal. */
  readonly leaks: readonly Leak[];
}
