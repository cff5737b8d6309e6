import type { Instant } from '../../calendar/calendar.ts';
import type { JudgedComment } from '../../engine/conversation.ts';
import type { IncidentRecord, ClockVerdict } from '../../engine/record.ts';
import type { OwnMarks } from '../../engine/own-marks.ts';
import type { Comment } from '../../model/issue.ts';
import { CLOCK_TABLE, type ClockName } from '../clocks/table.ts';
import type { FoundCategory } from '../category/category.ts';
import { isConfidential } from '../category/track.ts';
import type { Track } from '../track.ts';
import type { Reported } from '../triage/proposal.ts';

interface Needs {
  readonly triage: Reported;
  readonly category: { readonly held: FoundCategory | null };
}

/** What Tocsin itself has written. */
interface Own {
  readonly card: Comment | null;
  /** Whether the card repeats nothing. */
  readonly isCardHidden: boolean;
  /** Comments of ours that may repeat something all the same; not empty only for a confidential incident. */
  readonly revealing: readonly Comment[];
  readonly outdated: OwnMarks['outdated'];
  /** Comments of ours that say again what an older one says: two runs raced. */
  readonly duplicateComments: readonly Comment[];
  /** Comments with commands that the card does not have yet, by number. */
  readonly fresh: readonly number[];
}

export const ownTrack: Track<null, Own, Needs> = {
  start: () => null,
  result(_, { own: { card, isHidden, open, outdated, duplicates }, judge, states }) {
    const confidential = isConfidential(states.category.held, states.triage);
    return {
      card,
      isCardHidden: isHidden,
      revealing: confidential ? open : [],
      outdated,
      duplicateComments: duplicates,
      fresh: judge.fresh(),
    };
  },
};

/** The comments with commands, each judged. */
export const commentsTrack: Track<null, readonly JudgedComment[]> = {
  start: () => null,
  result: (_, { judged }) => judged,
};

/** When the first thing was done that could not be judged, because GitHub did not say somebody's role; null if there is none. */
export const unjudgedTrack: Track<null, Instant | null> = {
  start: () => null,
  result: (_, { judge }) => judge.unjudgedSince(),
};

/**
 * What is on record, with what the marks of our other comments add and what this reading judged. The last of all: what the other
 * tracks judge goes on record too.
 */
export const recordTrack: Track<null, IncidentRecord<ClockName>> = {
  start: () => null,
  result: (_, { own: { record: onRecord }, judge }) => ({
    ...onRecord,
    ...judge.record(),
    verdicts: onRecord.verdicts.filter(isKnown),
  }),
};

/** Whether a verdict is about a clock that there still is. */
function isKnown(verdict: ClockVerdict): verdict is ClockVerdict<ClockName> {
  return Object.hasOwn(CLOCK_TABLE, verdict.clock);
}
