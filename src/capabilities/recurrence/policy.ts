import * as z from 'zod/mini';
import { DAY } from '../../calendar/length.ts';
import { list, map, not, oneOf, wholeNumber } from '../../policy/expect.ts';
import { parseDuration } from '../../policy/duration.ts';
import { key, required } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { durationValue } from '../../policy/values.ts';
import { quote } from '../../policy/wording.ts';
import { categoriesSection } from '../category/policy.ts';
import { causesSection } from '../cause/policy.ts';

/** What incidents can have in common. */
export const FACETS = ['category', 'system', 'cause'] as const;
export type Facet = (typeof FACETS)[number];

/** So many incidents that have all of this in common, within so long, are perhaps one problem. */
export interface RecurrenceRule {
  readonly same: readonly Facet[];
  readonly times: number;
  /** In milliseconds. */
  readonly within: number;
}

/** A closed incident is read for a little longer than this; what is older would be missed. */
const LONGEST = 42 * DAY;

const rule = map('a rule of recurrence', {
  same: required(
    list(
      oneOf('what incidents have in common', FACETS),
      'a list such as [category, cause]',
      'is empty; expected category, system or cause',
    ),
    { takes: 'list of `category`, `system`, `cause`', meaning: 'What they all have in common.' },
  ),
  times: required(wholeNumber('a number of incidents', 2, 100), { takes: '2 to 100', meaning: 'How many.' }),
  within: required(durationValue, { meaning: 'Within which, at most six weeks.' }),
});

export const recurrenceSection = section({
  key: 'recurrence',
  schema: key(z.array(rule, { error: not('a list of rules', 'e.g. [{ same: [category], times: 3, within: 30d }]') }), {
    takes: 'list of [rules](#recurrence)',
    default: 'none',
    meaning:
      'When incidents [recur](#recurrence): whoever owns their category is asked once whether there is one problem behind them.',
  }),
  needs: [categoriesSection, causesSection],
  resolve: ({ file = [] }, { report, isIntact }, { categories, causes }) => {
    const recurrence = file.map(({ same, times, within }, i): RecurrenceRule => {
      const { days, ms } = parseDuration(within)!;
      const length = days * DAY + ms;
      const path = ['recurrence', i];
      if (length > LONGEST)
        report([...path, 'within'], `${quote(within)} is more than six weeks; a closed incident is not read that long`);
      for (const [facet, some] of [
        ['category', categories],
        ['cause', causes],
      ] as const) {
        const at = same.indexOf(facet);
        const name = facet === 'cause' ? 'causes' : 'categories';
        if (at >= 0 && some.length === 0 && isIntact([name]))
          report([...path, 'same', at], `no incident has one, since the policy has no ${name}`);
      }
      return { same: FACETS.filter((it) => same.includes(it)), times, within: length };
    });
    return { recurrence };
  },
});
