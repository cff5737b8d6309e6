import { writeKey } from '../../engine/keys.ts';
import { readMark } from '../../engine/mark.ts';
import type { SubIssue } from '../../model/issue.ts';
import type { Said } from '../said/track.ts';
import type { Track } from '../track.ts';

/** The kind of the mark on a problem ticket, which names the incident that it was opened for. */
export const PROBLEM_MARK = 'problem';

/** The key under which the record keeps that a problem ticket was opened. */
export const PROBLEM = writeKey({ kind: 'opened', name: 'problem' });

interface Problem {
  /** The ticket that was opened for this incident, the oldest if there are several. */
  readonly opened: SubIssue | null;
  /** Further ones that are open: two runs raced. */
  readonly others: readonly SubIssue[];
  /** The number of its ticket: one that it joined, or its own. */
  readonly number: number | null;
}

interface Needs {
  readonly said: Pick<Said, 'problem'>;
}

/** The problem ticket of an incident. */
export const problemTrack: Track<null, Problem, Needs> = {
  start: () => null,
  result(_, { issue, own, states }) {
    const [opened = null, ...others] = own.subIssues.filter(
      (it) => it.number === own.record.done[PROBLEM]?.issue || readMark(PROBLEM_MARK, issue.number, it.body) !== null,
    );
    const joined = states.said.problem?.issue ?? null;
    return {
      opened,
      others: others.filter(({ state }) => state === 'open'),
      number: joined ?? opened?.number ?? null,
    };
  },
};
