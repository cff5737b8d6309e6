import { expect, test } from 'vitest';
import { pausesOf, type Clocked } from '../../src/engine/clocked.ts';
import { cyclesOf, isSameStart, metBy } from '../../src/engine/cycles.ts';
import { P1_TO_P0 } from './measured.ts';
import { at, hours, incident, level, moment, span, type Name } from './scene.ts';

/* The cycles of one clock in one stretch of priority. A cycle is `START-STOP`, with `!` where the stop is what the clock waits for. */

interface Case {
  readonly clock: Name;
  readonly period?: number;
  readonly parts?: Partial<Clocked<Name>>;
  readonly cycles: readonly string[];
}

const time = (instant: number | null): string => (instant === null ? '…' : String(hours(instant)));

test.each(
  Object.entries<Case>({
    'one waits from the opening': { clock: 'fix', cycles: ['0-…'] },
    'one is stopped by the resolution': { clock: 'fix', parts: { resolved: moment(3) }, cycles: ['0-3!'] },
    'one is stopped by what it waits for, if that comes first': {
      clock: 'detour',
      parts: { resolved: moment(3), moments: { detour: at(2), bypass: at(2.5) } },
      cycles: ['0-2!'],
    },
    'one is ended by a dismissal, which it does not wait for': {
      clock: 'fix',
      parts: { ended: moment(2) },
      cycles: ['0-2'],
    },
    'a dismissal before what it waits for wins': {
      clock: 'detour',
      parts: { ended: moment(2), moments: { detour: at(3) } },
      cycles: ['0-2'],
    },
    'a dismissal in the same moment loses': {
      clock: 'detour',
      parts: { ended: moment(2), moments: { detour: at(2) } },
      cycles: ['0-2!'],
    },
    'one that restarts with its priority begins there': {
      clock: 'fix',
      period: 1,
      parts: { ...P1_TO_P0, restartsAtPriority: true },
      cycles: ['3-…'],
    },
    'one that does not begins with the opening': { clock: 'fix', period: 1, parts: P1_TO_P0, cycles: ['0-…'] },
    'what is not needed has none': { clock: 'mend', cycles: [] },
    'what is needed later begins then': { clock: 'mend', parts: { moments: { risk: at(2) } }, cycles: ['2-…'] },
    'what was there before it was needed is not waited for': {
      clock: 'mend',
      parts: { moments: { risk: at(2), mended: at(1) } },
      cycles: ['2-…'],
    },
    'what is there as soon as it is needed counts': {
      clock: 'mend',
      parts: { moments: { risk: at(2), mended: at(2) } },
      cycles: ['2-2!'],
    },
    'one of the time after the resolution is not there before it': { clock: 'review', cycles: [] },
    'it begins with the resolution': { clock: 'review', parts: { resolved: moment(3) }, cycles: ['3-…!'] },
    'and what came before that is not what it waits for': {
      clock: 'review',
      parts: { resolved: moment(3), moments: { reviewed: at(2) } },
      cycles: ['3-…!'],
    },
    'and what comes later is': {
      clock: 'review',
      parts: { resolved: moment(3), moments: { reviewed: at(4) } },
      cycles: ['3-4!'],
    },
    'one that repeats begins again at every sign': {
      clock: 'beat',
      parts: { signs: { beat: [at(1), at(3)], other: [at(2)] } },
      cycles: ['0-1!', '1-3!', '3-…'],
    },
    'a sign as it begins is none': {
      clock: 'beat',
      parts: { signs: { beat: [at(0), at(1)] } },
      cycles: ['0-1!', '1-…'],
    },
    'signs belong to the priority that was in force': {
      clock: 'beat',
      parts: { ...P1_TO_P0, signs: { beat: [at(1), at(3), at(5)] } },
      cycles: ['0-1!', '1-…'],
    },
    'and those before it are nothing to the next one': {
      clock: 'beat',
      period: 1,
      parts: { ...P1_TO_P0, signs: { beat: [at(1), at(3), at(5)] } },
      cycles: ['3-5!', '5-…'],
    },
    'without signs it goes on': { clock: 'beat', cycles: ['0-…'] },
    'the resolution ends it, and meets nothing': {
      clock: 'beat',
      parts: { signs: { beat: [at(1)] }, resolved: moment(2) },
      cycles: ['0-1!', '1-2'],
    },
    'a sign in the moment of the resolution counts, one after it does not': {
      clock: 'beat',
      parts: { signs: { beat: [at(2), at(3)] }, resolved: moment(2) },
      cycles: ['0-2!', '2-2'],
    },
    'a dismissal ends it as well': {
      clock: 'beat',
      parts: { signs: { beat: [at(1)] }, ended: moment(2) },
      cycles: ['0-1!', '1-2'],
    },
    'each level takes it on': {
      clock: 'take',
      parts: { levels: [level(1, 0, 1), level(2, 2)] },
      cycles: ['0-1!', '2-…'],
    },
    'what a level handed on is over with the next one, and not met': {
      clock: 'take',
      parts: { levels: [level(1, 0), level(2, 2, 3)] },
      cycles: ['0-2', '2-3!'],
    },
    'what a level had when it ended waits for nobody until it is reopened': {
      clock: 'take',
      parts: { levels: [level(1, 0), level(1, 5)], gaps: [span(3, 5)] },
      cycles: ['0-3', '5-…'],
    },
    'another gap is nothing to it': {
      clock: 'take',
      parts: { levels: [level(1, 0), level(2, 5)], gaps: [span(1, 2)] },
      cycles: ['0-5', '5-…'],
    },
    'what healed by itself was taken on by nobody': {
      clock: 'take',
      parts: { resolved: { ...moment(2), how: 'recovered' } },
      cycles: ['0-2'],
    },
    'what healed after somebody had it was taken on': {
      clock: 'take',
      parts: { levels: [level(1, 0, 1)], resolved: { ...moment(2), how: 'recovered' } },
      cycles: ['0-1!'],
    },
    'of two levels only the last may have healed': {
      clock: 'take',
      parts: { levels: [level(1, 0), level(2, 1)], resolved: { ...moment(2), how: 'recovered' } },
      cycles: ['0-1', '1-2'],
    },
    'who resolves has it': { clock: 'take', parts: { resolved: moment(2) }, cycles: ['0-2!'] },
    'a priority that was said again is no other': {
      clock: 'fix',
      period: 2,
      parts: {
        priorities: [...P1_TO_P0.priorities, { ...P1_TO_P0.priorities[1]!, from: at(4) }],
        restartsAtPriority: true,
      },
      cycles: ['3-…'],
    },
    'the first one that was said again begins with the first': {
      clock: 'fix',
      period: 1,
      parts: {
        priorities: [P1_TO_P0.priorities[0]!, { ...P1_TO_P0.priorities[0]!, from: at(4) }],
        restartsAtPriority: true,
      },
      cycles: ['0-…'],
    },
    'a level that begins after the priority restarts with the level': {
      clock: 'take',
      period: 1,
      parts: { ...P1_TO_P0, restartsAtPriority: true, levels: [level(1, 0), level(2, 4)] },
      cycles: ['3-4', '4-…'],
    },
    'and one that began before it with the priority': {
      clock: 'take',
      period: 1,
      parts: { ...P1_TO_P0, restartsAtPriority: true, levels: [level(1, 0), level(2, 2)] },
      cycles: ['3-2', '3-…'],
    },
  }),
)('%s', (_, { clock, period = 0, parts, cycles }) => {
  const found = cyclesOf(incident(9, {}, parts), clock, period);
  expect(found.map(({ start, stop, meets }) => `${time(start)}-${time(stop)}${meets ? '!' : ''}`)).toEqual(cycles);
});

test('what a clock waits for is looked for from when it is needed, or from a moment that is named', () => {
  const waiting = incident(9, {}, { moments: { risk: at(2), mended: at(3) } });
  expect(metBy(waiting, 'mend')).toBe(at(3));
  expect(metBy(waiting, 'mend', at(3))).toBe(at(3));
  expect(metBy(waiting, 'mend', at(4))).toBeNull();
  expect(metBy(incident(9, {}, { moments: { mended: at(3) } }), 'mend')).toBeNull();
});

test('two starts a minute apart are one', () => {
  expect([0, 60_000, 60_001].map((apart) => isSameStart(at(1), at(1) + apart))).toEqual([true, true, false]);
  expect([60_000, 60_001].map((apart) => isSameStart(at(1) + apart, at(1)))).toEqual([true, false]);
});

test('a pause counts until what stops its clock, and one that comes after it does not', () => {
  const paused = incident(9, {}, { gaps: [span(1, 2), span(5, 6)], pausesOf: () => [span(3), span(4, 8), span(0, 1)] });
  const spans = (stop: number | null) =>
    pausesOf(paused, 'fix', stop === null ? null : at(stop)).map(({ from, to }) => `${hours(from)}-${hours(to)}`);
  expect(spans(null)).toEqual(['1-2', '5-6', '3-Infinity', '4-8', '0-1']);
  expect(spans(5)).toEqual(['1-2', '3-5', '4-5', '0-1']);
  expect(spans(4)).toEqual(['1-2', '3-4', '0-1']);
});
