import type { IncidentRecord } from '../../engine/record.ts';
import type { OwnMarks } from '../../engine/own-marks.ts';
import type { Comment, SubIssue } from '../../model/issue.ts';
import type { Found } from '../category/category.ts';
import { isConfidential } from '../category/track.ts';
import type { Track } from '../track.ts';
import type { Proposal } from '../triage/proposal.ts';

interface Needs {
  readonly triage: Proposal;
  readonly category: { readonly held: Found | null };
}

interface Result {
  readonly card: Comment | null;
  /** Whether the card repeats nothing. */
  readonly isCardHidden: boolean;
  /** Comments of ours that may repeat something all the same; not empty only for a confidential incident. */
  readonly revealing: readonly Comment[];
  readonly outdated: OwnMarks['outdated'];
  readonly postMortem: SubIssue | null;
  readonly doubles: { readonly comments: readonly Comment[]; readonly postMortems: readonly SubIssue[] };
  /** What is on record, with what the marks of our other comments add and what this reading judged. */
  readonly record: IncidentRecord;
  /** Comments with commands that the card does not have yet, by number. */
  readonly fresh: readonly number[];
}

/** What Tocsin itself has written, and what it knows of it. The last of all: what the other tracks judge goes on record. */
export const record: Track<null, Result, Needs> = {
  start: () => null,
  result(_, { own, judge, states }) {
    const { card, isHidden, open, outdated, postMortems, doubles } = own;
    const confidential = isConfidential(states.category.held, states.triage);
    return {
      card,
      isCardHidden: isHidden,
      revealing: confidential ? open : [],
      outdated,
      postMortem: postMortems[0] ?? null,
      doubles: { comments: doubles, postMortems: postMortems.slice(1).filter((it) => it.state === 'open') },
      record: { ...own.record, ...judge.record() },
      fresh: judge.fresh(),
    };
  },
};
