import type { JudgedComment } from '../engine/conversation.ts';
import type { OwnMarks } from '../engine/own-marks.ts';
import type { IncidentRecord } from '../engine/record.ts';
import type { Issue } from '../model/issue.ts';
import type { ActionItem } from './action-items/items.ts';

/** What follows incidents and is dealt with on an issue of its own, such as a post-mortem. */
export interface Subject {
  readonly issue: Issue;
  readonly own: OwnMarks;
  readonly record: IncidentRecord;
  readonly comments: readonly JudgedComment[];
  /** The numbers of the comments with commands whose judgement was not on record before. */
  readonly fresh: readonly number[];
}

/** Such a subject, and what must be asked before all of its timeline can be judged. */
export interface SubjectReading<S extends Subject> {
  readonly subject: S;
  /** Logins of people whose role must be known. */
  readonly unknown: readonly string[];
  /** Whether it must be known who has changed its text. */
  readonly wantsEditors: boolean;
  /** Its action items. */
  readonly items: readonly ActionItem[];
}
