import * as z from 'zod/mini';
import { DAY } from '../../calendar/length.ts';
import { list, map, named, not, oneOf } from '../../policy/expect.ts';
import { parseDuration } from '../../policy/duration.ts';
import { key, required } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { durationValue, labelName } from '../../policy/values.ts';
import { CLOCKS, type ClockName } from '../clocks/table.ts';

interface Pauses {
  /** Label to the clocks that it stops while it is on the issue. */
  readonly pauses: ReadonlyMap<string, readonly ClockName[]>;
  /** Label to how often whoever waits is reminded to ask again, in milliseconds; only those that have it. */
  readonly chaseEvery: ReadonlyMap<string, number>;
}

const stops = list(oneOf('a clock', CLOCKS), 'a list of clocks', 'is empty; expected the clocks that the label stops');
const chased = map('a pause', {
  stops: required(stops, { takes: 'list of clocks', meaning: 'The clocks that it stops.' }),
  'chase-every': key(durationValue, {
    default: 'never',
    meaning: 'How often whoever waits is reminded to ask again, around the clock.',
  }),
});

export const pausesSection = section({
  key: 'pauses',
  schema: key(
    named(
      'pauses',
      '{ waiting-for-customer: [resolve] }',
      labelName,
      z.union([stops, chased], {
        error: (fault) =>
          Array.isArray(fault.input) || typeof fault.input !== 'object'
            ? not('a list of clocks', '')(fault)
            : not('a list of clocks', 'or { stops: [resolve], chase-every: 4h }')(fault),
      }),
    ),
    {
      takes: 'map of labels to lists of clocks, or to [maps](#pauses)',
      meaning:
        'Labels that [stop](#pauses) clocks while they are on an incident: `waiting-for-customer: [workaround, resolve]`.',
    },
  ),
  resolve: ({ file = {} }): Pauses => {
    const all = Object.entries(file).map(([label, it]) => [label, Array.isArray(it) ? { stops: it } : it] as const);
    return {
      pauses: new Map(all.map(([label, it]) => [label, it.stops])),
      chaseEvery: new Map(
        all.flatMap(([label, it]) => {
          const every = 'chase-every' in it ? it['chase-every'] : undefined;
          const { days, ms } = (every === undefined ? undefined : parseDuration(every)) ?? { days: 0, ms: 0 };
          return every === undefined ? [] : [[label, days * DAY + ms] as const];
        }),
      ),
    };
  },
});
