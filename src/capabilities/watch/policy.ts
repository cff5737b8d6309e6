import * as z from 'zod/mini';
import { HOUR, MINUTE } from '../../calendar/length.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { parseTime } from '../../policy/duration.ts';
import { map, not, oneOf, wholeNumber } from '../../policy/expect.ts';
import { key, taking } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { wallTimeValue } from '../../policy/values.ts';

/** What is looked at without a break while something of it is due soon. Lengths are wall time, in milliseconds. */
interface Watch {
  readonly for: readonly Priority[];
  /** How long before something is due a watch is under way. */
  readonly horizon: number;
  /** How long one watch lasts before another takes its place. */
  readonly atMost: number;
  /** How late a step of a P0 may be noticed before its incident says so. */
  readonly tolerate: number;
  /** How many minutes a month watches may take in a private repository, where each costs money. */
  readonly privateMinutes: number;
}

/** A job on a runner of GitHub ends after 6 hours; what is under way then needs some minutes. */
const LONGEST = 5;

/** More than all hours of a month. */
export const MOST_PRIVATE_MINUTES = 100_000;

const priorities = taking(
  'list of priorities',
  z.array(oneOf('a priority', PRIORITIES), { error: not('a list of priorities', 'e.g. [P0], or [] for none') }),
);

export const watchSection = section({
  key: 'watch',
  schema: key(
    map('a map of watch', {
      for: key(priorities, {
        default: '`[P0, P1]`',
        meaning: 'The priorities that are watched; `[]` watches none.',
      }),
      horizon: key(wallTimeValue('60m', 24, MINUTE), {
        default: '`60m`',
        meaning:
          'How long before something of them is due a watch is under way. Take more than the longest gap between two runs on schedule: `doctor` measures it.',
      }),
      'at-most': key(wallTimeValue('5h', LONGEST, 10 * MINUTE), {
        default: '`5h`',
        meaning: 'How long one watch lasts before the next one takes its place.',
      }),
      tolerate: key(wallTimeValue('10m', 24, MINUTE), {
        default: '`10m`',
        meaning: 'How late a step of a `P0` may be noticed before its incident says so, once, with the way to mend it.',
      }),
      'private-minutes': key(wholeNumber('a number of minutes', 0, MOST_PRIVATE_MINUTES), {
        takes: `0 to ${MOST_PRIVATE_MINUTES}`,
        default: '0',
        meaning:
          'How many minutes a month watches may take in a private repository, where GitHub bills them; a watch takes 60 an hour. With 0 nothing is watched there.',
      }),
    }),
    {
      takes: 'map of [these keys](#watch)',
      default: 'what its keys have',
      meaning: 'What is [watched](#watch), so that what falls due is noticed within a minute.',
    },
  ),
  resolve: ({ file = {} }): { readonly watch: Watch } => ({
    watch: {
      for: file.for ?? ['P0', 'P1'],
      horizon: parseTime(file.horizon ?? '60m') ?? HOUR,
      atMost: parseTime(file['at-most'] ?? `${LONGEST}h`) ?? LONGEST * HOUR,
      tolerate: parseTime(file.tolerate ?? '10m') ?? 10 * MINUTE,
      privateMinutes: file['private-minutes'] ?? 0,
    },
  }),
});
