import { list, named, oneOf } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { labelName } from '../../policy/values.ts';
import { CLOCKS, type ClockName } from '../clocks/table.ts';

interface Pauses {
  /** Label to the clocks that it stops while it is on the issue. */
  readonly pauses: ReadonlyMap<string, readonly ClockName[]>;
}

export const pausesSection = section({
  key: 'pauses',
  schema: key(
    named(
      'pauses',
      '{ waiting-for-customer: [resolve] }',
      labelName,
      list(oneOf('a clock', CLOCKS), 'a list of clocks', 'is empty; expected the clocks that the label stops'),
    ),
    {
      takes: 'map of labels to lists of clocks',
      meaning:
        'Labels that [stop](#pauses) clocks while they are on an incident: `waiting-for-customer: [workaround, resolve]`.',
    },
  ),
  resolve: ({ file = {} }): Pauses => ({ pauses: new Map(Object.entries(file)) }),
});
