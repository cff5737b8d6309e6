import * as z from 'zod/mini';
import { dueFrom, type Target } from '../../calendar/target.ts';
import type { Priority } from '../../model/priority.ts';
import { DAY } from '../../calendar/length.ts';
import { map, not, wholeNumber } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import type { Path } from '../../policy/tree.ts';
import { durationValue, reference } from '../../policy/values.ts';
import { notAmong, quote } from '../../policy/wording.ts';
import { findCalendar, makeTarget, PROBE, type Measures } from '../calendars/target.ts';

export interface PostMortemPolicy {
  readonly draft: Target;
  readonly review: Target;
  /** Null where nobody waits for its publication. */
  readonly publish: Target | null;
  /** Name of the role whose people approve it; null where nobody must. */
  readonly approver: string | null;
  /** How many of them. */
  readonly approvals: number;
  /** The downtime from which there is one, in milliseconds of wall time; 0 where there always is. */
  readonly afterDowntime: number;
}

/** What a post-mortem has unless the policy says otherwise. */
const POST_MORTEM = { draft: '3d', review: '5d', calendar: 'office' } as const;

type Dated = 'draft' | 'review' | 'publish';

/** A closed incident is watched a little longer than this (see `run`); a deadline that nobody watches would be a promise only. */
const LATEST = 42 * DAY;

const postMortemFile = z.union(
  [
    z.boolean(),
    map('a post-mortem', {
      draft: key(durationValue, {
        default: '`3d`',
        meaning: 'Within which the draft is due after the resolution.',
      }),
      review: key(durationValue, {
        default: '`5d`',
        meaning: 'Within which the review is due after the resolution.',
      }),
      publish: key(durationValue, {
        default: 'never',
        meaning: 'Within which it is to be published after the resolution.',
      }),
      calendar: key(reference('a calendar'), { default: '`office`', meaning: 'The calendar of all three.' }),
      'after-downtime': key(durationValue, {
        default: 'always',
        meaning:
          'Only incidents whose downtime was at least this long, around the clock, get one. Refused for `P0`, which always does.',
      }),
      approver: key(reference('a role'), {
        default: 'nobody must',
        meaning:
          'The role that [approves](#post-mortems) it before it is published or closed: neither its owner nor whoever wrote in it.',
      }),
      approvals: key(wholeNumber('a number of approvals', 1, 5), {
        takes: '1 to 5',
        default: '1',
        meaning: 'How many of that role must approve it.',
      }),
    }),
  ],
  { error: not('a post-mortem', 'true, false or { draft: 3d, review: 5d, calendar: NAME }') },
);
type PostMortemFile = z.output<typeof postMortemFile>;

/** The key of a priority. */
export const postMortemKey = key(postMortemFile, {
  takes: '`true`, `false`, or a map',
  default: '`true` for `P0`, else `false`',
  meaning: 'Whether a resolved incident gets a post-mortem, and by when. A `P0` always does; `false` is refused there.',
});

/** Resolves what a priority says of post-mortems; what is wrong is reported. */
export function readPostMortemPolicy(
  id: Priority,
  given: PostMortemFile | undefined,
  path: Path,
  measures: Measures,
): PostMortemPolicy | null {
  const { scope } = measures;
  if (given === false && id === 'P0') {
    scope.report(
      path,
      'a P0 always gets its post-mortem; expected true, { draft: 3d, review: 5d, calendar: NAME }, or nothing',
    );
  }
  const wanted = given ?? id === 'P0';
  if (wanted === false) return null;
  const file = wanted === true ? {} : wanted;
  const approver = file.approver ?? null;
  const roles = scope.namesIn('roles');
  const approvals = file.approvals ?? 1;
  if (file.approvals !== undefined && approver === null)
    scope.report([...path, 'approvals'], 'nobody approves it; expected approver, the name of a role, beside it', 'key');
  if (approver !== null && !roles.includes(approver)) {
    scope.report([...path, 'approver'], notAmong(approver, 'a role', roles, 'no roles are defined'));
  }
  const named = file.calendar ?? POST_MORTEM.calendar;
  const calendar = findCalendar(named, [...path, 'calendar'], {
    ...measures,
    builtin: measures.builtin || file.calendar === undefined,
  });
  if (!calendar) return null;
  const read = (key: Dated, text: string) =>
    makeTarget({ text, calendar }, { value: [...path, key], day: path }, scope);
  const draft = read('draft', file.draft ?? POST_MORTEM.draft);
  const review = read('review', file.review ?? POST_MORTEM.review);
  const publish = file.publish === undefined ? null : read('publish', file.publish);
  for (const [key, target] of Object.entries({ draft, review, publish })) {
    if (target && dueFrom(target, PROBE) - PROBE > LATEST) {
      scope.report(
        file[key as Dated] === undefined ? path : [...path, key],
        `${quote(target.text)} on ${calendar.name} is more than 6 weeks after the resolution; a closed incident is not watched that long`,
      );
    }
  }
  if (!draft || !review) return null;
  const afterDowntime = readAfterDowntime(id, file['after-downtime'], [...path, 'after-downtime'], measures);
  return { draft, review, publish: publish ?? null, approver, approvals, afterDowntime };
}

/** In milliseconds; what is wrong is reported. */
function readAfterDowntime(id: Priority, text: string | undefined, path: Path, measures: Measures): number {
  if (text === undefined) return 0;
  if (id === 'P0')
    measures.scope.report(path, 'a P0 always gets its post-mortem; expected after-downtime on P1 to P3', 'key');
  const calendar = findCalendar('always', path, { ...measures, builtin: true })!;
  const target = makeTarget({ text, calendar }, { value: path, day: path }, measures.scope);
  return target && 'ms' in target.amount ? target.amount.ms : 0;
}

/** What the clocks of a post-mortem are measured with. */
export function postMortemTargets({ draft, review, publish }: PostMortemPolicy) {
  return { 'post-mortem': draft, review, ...(publish && { publish }) };
}
