import { mark, readCommentMark, readMark, UNNUMBERED } from '../../engine/mark.ts';
import type { Comment, Issue } from '../../model/issue.ts';

/** The kinds of the marks of an agenda: in its text, and in the comment with the facts. */
const AGENDA = 'agenda';
const FACTS = 'agenda-facts';

/** The comment with the facts of an agenda. */
export interface FactsComment {
  readonly comment: Comment;
  /** The day of the meeting. */
  readonly meeting: string;
  /** The day on which it was written last. */
  readonly day: string;
  /** Who was mentioned when it was written first. */
  readonly told: readonly string[];
}

/** The mark with which an agenda is opened. */
export const agendaMark = (meeting: string): string => mark(AGENDA, UNNUMBERED, { meeting });

/** That of the comment with its facts. */
export const factsMark = (issue: number, facts: Omit<FactsComment, 'comment'>): string => mark(FACTS, issue, facts);

/**
 * The day of the meeting that an issue is the agenda of, `YYYY-MM-DD`; null for any other issue. People own the text of an agenda, and may
 * take the mark out of it: the comment with the facts says the same.
 */
export function meetingOf(issue: Pick<Issue, 'own' | 'number' | 'body' | 'timeline'>): string | null {
  if (!issue.own) return null;
  const meeting = readMark(AGENDA, UNNUMBERED, issue.body)?.meeting ?? agendaFactsOf(issue)[0]?.meeting;
  return typeof meeting === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(meeting) ? meeting : null;
}

/** The comments with the facts of an agenda, oldest first: one, unless two runs wrote it at once. */
export function agendaFactsOf({ number, timeline }: Pick<Issue, 'number' | 'timeline'>): readonly FactsComment[] {
  return timeline.flatMap((event) => {
    if (event.kind !== 'commented') return [];
    const { comment } = event;
    const { meeting, day, told } = readCommentMark(FACTS, number, comment) ?? {};
    if (typeof meeting !== 'string' || typeof day !== 'string' || !Array.isArray(told)) return [];
    return [{ comment, meeting, day, told: told.filter((it) => typeof it === 'string') }];
  });
}
