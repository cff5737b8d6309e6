import { writeKey } from '../../engine/keys.ts';
import { isMarked, readMark } from '../../engine/mark.ts';
import type { SubIssue } from '../../model/issue.ts';
import type { Track } from '../track.ts';
import { standingOf, type Standing } from './standing.ts';

/** The key under which the record keeps that the post-mortem was opened. */
export const POST_MORTEM = writeKey({ kind: 'opened', name: 'post-mortem' });

/** The key under which the record keeps what was last written of it on the post-mortem. */
export const RECORD_KEPT = writeKey({ kind: 'opened', name: 'record' });

interface Result {
  readonly issue: SubIssue | null;
  /** Whether the record of the incident stands there in a comment of its own: an earlier version wrote it into the text. */
  readonly isRecordApart: boolean;
  /** Further ones that are open: two runs raced. */
  readonly others: readonly SubIssue[];
  readonly standing: Standing;
  /** Whether there was one that somebody has deleted. */
  readonly isGone: boolean;
}

/** The post-mortem of the incident, the oldest if there are several. */
export const postMortemTrack: Track<null, Result> = {
  start: () => null,
  result(_, { issue, own, knowledge }) {
    // People rewrite a post-mortem, mark and all: then its number on record tells, or its title.
    const [first = null, ...others] = own.subIssues.filter(
      (it) =>
        it.number === own.record.done[POST_MORTEM]?.issue ||
        readMark('post-mortem', issue.number, it.body) !== null ||
        (!isMarked(it.body) && /^post-mortem/i.test(it.title)),
    );
    const written = first === null ? null : readMark('post-mortem', issue.number, first.body);
    const isRecordApart = written?.record === 'apart' || Object.hasOwn(own.record.done, RECORD_KEPT);
    const isGone = first === null && Object.hasOwn(own.record.done, POST_MORTEM);
    const standing = (first && knowledge.postMortems?.get(first.number)) ?? standingOf(first);
    return { issue: first, isRecordApart, others: others.filter((it) => it.state === 'open'), standing, isGone };
  },
};
