import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/calendar/length.ts';
import { recurringGroups, type Occurrence } from '../../src/capabilities/recurrence/groups.ts';
import type { RecurrenceRule } from '../../src/capabilities/recurrence/policy.ts';

/* Incidents that recur: which of them make a group, by what they have in common and within which time. */

const RULE: RecurrenceRule = { same: ['category'], times: 3, within: 30 * DAY };
const at = (number: number, day: number, more: Partial<Occurrence> = {}): Occurrence => ({
  number,
  openedAt: day * DAY,
  category: 'checkout',
  system: null,
  cause: null,
  ...more,
});
const groups = (rule: RecurrenceRule, ...occurrences: Occurrence[]) =>
  recurringGroups([rule], occurrences).map(({ incidents }) => incidents);

describe('incidents that recur', () => {
  test.each<[string, RecurrenceRule, Occurrence[], number[][]]>([
    ['too few', RULE, [at(1, 0), at(2, 1)], []],
    ['enough', RULE, [at(1, 0), at(2, 1), at(3, 2)], [[1, 2, 3]]],
    ['one more begins another group', RULE, [at(1, 0), at(2, 1), at(3, 2), at(4, 3)], [[1, 2, 3]]],
    ['too far apart', RULE, [at(1, 0), at(2, 20), at(3, 40)], []],
    ['just within', RULE, [at(1, 0), at(2, 20), at(3, 30)], [[1, 2, 3]]],
    ['of which the first is too old', RULE, [at(1, 0), at(2, 20), at(3, 40), at(4, 45)], [[2, 3, 4]]],
    ['of another category', RULE, [at(1, 0), at(2, 1, { category: 'mail' }), at(3, 2)], []],
    [
      'without one',
      RULE,
      [at(1, 0, { category: null }), at(2, 1, { category: null }), at(3, 2, { category: null })],
      [],
    ],
    [
      'whose system is written another way',
      { same: ['system'], times: 2, within: DAY },
      [at(1, 0, { system: 'DB EU' }), at(2, 1, { system: 'db  eu' })],
      [[1, 2]],
    ],
    [
      'with all of it in common',
      { same: ['category', 'cause'], times: 2, within: DAY },
      [at(1, 0, { cause: 'release' }), at(2, 1, { cause: 'overload' }), at(3, 1, { cause: 'release' })],
      [[1, 3]],
    ],
  ])('%s', (_, rule, occurrences, expected) => {
    expect(groups(rule, ...occurrences)).toEqual(expected);
  });

  test('each is in one group of a rule at most, whatever comes later changes none before, and order is none', () => {
    const occurrence = fc.record({ day: fc.nat(200), category: fc.constantFrom('a', 'b', null) });
    fc.assert(
      fc.property(fc.array(occurrence, { maxLength: 40 }), fc.nat(40), (some, cut) => {
        const all = some.map(({ day, category }, i) => at(i + 1, day, { category }));
        const found = groups(RULE, ...all);
        expect(new Set(found.flat()).size).toBe(found.flat().length);
        expect(groups(RULE, ...all.toReversed())).toEqual(found);
        const early = all.toSorted((a, b) => a.openedAt - b.openedAt || a.number - b.number).slice(0, cut);
        for (const group of groups(RULE, ...early)) expect(found).toContainEqual(group);
        for (const group of found) {
          const days = group.map((number) => all[number - 1]!.openedAt);
          expect(Math.max(...days) - Math.min(...days)).toBeLessThanOrEqual(RULE.within);
        }
      }),
    );
  });
});
