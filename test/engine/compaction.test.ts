import { describe, expect, test } from 'vitest';
import { fewer, fitting, MOST_REFUSED, shorten } from '../../src/engine/compaction.ts';
import type { Judgement } from '../../src/engine/record.ts';
import { LONGEST_BODY } from '../../src/model/limits.ts';
import { verdict } from './scene.ts';

/* What a record that grows may forget, and what it never does. */

const judgement = (at: number, ...say: string[]): Judgement => ({ by: 'ana', at, ok: true, say });
const act = (at: number): Judgement => ({ by: 'ana', at, ok: true });
const traits = (name: string) => ({ fleeting: name === 'note', whole: name === 'update' });
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const NOTHING = { judged: {}, refused: {} };

describe('a text', () => {
  test('is the first that GitHub takes, and the last where it takes none', () => {
    const shares: number[] = [];
    const bodyOf = (longest: number) => (share: number) => {
      shares.push(share);
      return 'x'.repeat(longest * share);
    };
    expect(fitting(bodyOf(LONGEST_BODY))).toHaveLength(LONGEST_BODY);
    expect(shares).toEqual([1]);
    expect(fitting(bodyOf(LONGEST_BODY + 1))).toHaveLength(Math.floor((LONGEST_BODY + 1) / 2));
    expect(fitting(bodyOf(LONGEST_BODY * 100))).toHaveLength(LONGEST_BODY * 5);
    expect(shares).toEqual([1, 1, 0.5, 1, 0.5, 0.2, 0.05]);
  });
});

describe('judgements', () => {
  const of = (all: readonly (readonly [string, Judgement])[], share?: number) =>
    shorten({ ...NOTHING, judged: Object.fromEntries(all) }, traits, share);

  test('stay as they are while there are few', () => {
    const all = [
      ['c:1', judgement(1, 'ack')],
      ['c:2', judgement(2, `note ${'w'.repeat(100)}`)],
      ['d:quick', act(3)],
    ] as const;
    expect(of(all)).toEqual({ judged: Object.fromEntries(all), refused: {} });
  });

  test('keep the words of the last commands, and the beginnings of those before', () => {
    const long = 'w'.repeat(5_000);
    const { judged } = of(range(4).map((i) => [`c:${i}`, judgement(i, `cause ${long}`)]));
    expect(range(4).map((i) => judged[`c:${i}`]!.say![0]!.length)).toEqual([48, 48, 5_006, 5_006]);
    expect(judged['c:0']!.say![0]).toBe(`cause ${'w'.repeat(41)}…`);
  });

  test('keep words that are what a command does whole', () => {
    const { judged } = of(range(4).map((i) => [`c:${i}`, judgement(i, `update ${'w'.repeat(4_000)}`)]));
    expect(Object.values(judged).map(({ say }) => say![0]!.length)).toEqual([4_007, 4_007, 4_007, 4_007]);
  });

  test('count all commands of a comment, and shorten each', () => {
    const { judged } = of([
      ['c:0', judgement(0, 'ack', `cause ${'w'.repeat(100)}`)],
      ['c:1', judgement(1, `cause ${'w'.repeat(6_000)}`, `cause ${'w'.repeat(5_980)}`)],
    ]);
    expect(judged['c:1']!.say!.map((it) => it.length)).toEqual([6_006, 5_986]);
    expect(judged['c:0']!.say!.map((it) => it.length)).toEqual([3, 48]);
  });

  test('have less room where the text was too long', () => {
    const { judged } = of(
      range(2).map((i) => [`c:${i}`, judgement(i, `cause ${'w'.repeat(1_000)}`)]),
      0.1,
    );
    expect(Object.values(judged).map(({ say }) => say![0]!.length)).toEqual([48, 1_006]);
  });

  test('of more than 300 lose the oldest that only showed progress, and remember up to which comment', () => {
    const all = range(303).map((i) => [`c:${i + 1}`, judgement(i, i === 1 ? 'ack' : 'note x')] as const);
    const { judged, past } = of(all);
    expect(Object.keys(judged)).toHaveLength(301);
    expect(Object.keys(judged).slice(0, 2)).toEqual(['c:2', 'c:4']);
    expect(past).toBe(3);
  });

  test('that showed progress besides something else stay', () => {
    const { judged, past } = of(range(301).map((i) => [`c:${i + 1}`, judgement(i, 'note x', 'ack')] as const));
    expect(Object.keys(judged)).toHaveLength(301);
    expect(past).toBeUndefined();
  });

  test('without room go by what they mean: progress, presence and dated decisions, commands; what was decided once stays', () => {
    const filler = 'w'.repeat(300);
    const kinds: [string, (at: number) => Judgement][] = [
      ['c:1', (at) => judgement(at, `note ${filler}`)],
      ['p:2', (at) => ({ ...act(at), by: filler })],
      ['d:fired@3', (at) => ({ ...act(at), by: filler })],
      ['c:4', (at) => judgement(at, `ack ${filler}`)],
      ['d:quick', (at) => ({ ...act(at), by: filler })],
    ];
    const kept = (share: number): string[] =>
      Object.keys(
        of(
          kinds.map(([key, make], i) => [key, make(10 - i)] as const),
          share,
        ).judged,
      );
    const size = 20_000;
    expect(kept(2_000 / size)).toEqual(kinds.map(([key]) => key));
    expect(kept(1_500 / size)).toEqual(['p:2', 'd:fired@3', 'c:4', 'd:quick']);
    // Of two that mean as much the older goes.
    expect(kept(1_200 / size)).toEqual(['p:2', 'c:4', 'd:quick']);
    expect(kept(700 / size)).toEqual(['c:4', 'd:quick']);
    expect(kept(100 / size)).toEqual(['d:quick']);
    expect(kept(0)).toEqual(['d:quick']);
  });

  test('of one time go by their keys, and one that showed progress besides something else is a command', () => {
    const by = 'w'.repeat(300);
    const all = ['d:b@1', 'd:c@1', 'd:a@1'].map((key) => [key, { by, at: 1, ok: true }] as const);
    expect(Object.keys(of(all, 0.04).judged)).toEqual(['d:b@1', 'd:c@1']);
    const [a, b] = [of(all, 0.03).judged, of([...all].reverse(), 0.03).judged];
    expect([Object.keys(a), Object.keys(b)]).toEqual([['d:c@1'], ['d:c@1']]);
    const mixed = [
      ['c:1', judgement(1, `note ${by}`, 'ack')],
      ['d:a@1', { by, at: 1, ok: true }],
    ] as const;
    expect(Object.keys(of(mixed, 0.03).judged)).toEqual(['c:1']);
  });

  test('go until the rest just fits', () => {
    const all = range(102).map((i) => {
      const key = `c:${i + 100}`;
      const empty = JSON.stringify({ by: '', at: i + 10, ok: true }).length + key.length;
      return [key, { by: 'w'.repeat(200 - empty), at: i + 10, ok: true }] as const;
    });
    expect(Object.keys(of(all).judged)).toHaveLength(100);
  });

  test('of more than 300 keep what is no command, however old', () => {
    const { judged } = of([['d:quick', act(0)], ...range(303).map((i) => [`c:${i}`, judgement(i, 'note x')] as const)]);
    expect(Object.keys(judged).slice(0, 2)).toEqual(['d:quick', 'c:3']);
  });

  test('that went leave the number of their comment, the highest that there was', () => {
    const all = { 'c:7': judgement(0, 'note x'), 'd:fired@9': { by: 'w'.repeat(900), at: 1, ok: true } };
    expect(shorten({ ...NOTHING, judged: all }, traits, 0).past).toBe(7);
    expect(shorten({ ...NOTHING, judged: all, past: 9 }, traits, 0).past).toBe(9);
    expect(shorten({ ...NOTHING, judged: {}, past: 0 }, traits, 0).past).toBe(0);
  });
});

describe('people who were refused', () => {
  test('are kept to a number, those who wrote last, by their names', () => {
    const refused = Object.fromEntries(range(MOST_REFUSED + 2).map((i) => [`u${String(i).padStart(3, '0')}`, i + 1]));
    const kept = shorten({ judged: {}, refused }, traits);
    expect(Object.keys(kept.refused)).toEqual(range(MOST_REFUSED).map((i) => `u${String(i + 2).padStart(3, '0')}`));
    expect(kept.past).toBe(2);
    expect(Object.keys(shorten({ judged: {}, refused }, traits, 0.01).refused)).toEqual(['u200', 'u201']);
    expect(shorten({ judged: {}, refused: { eve: 1, adam: 2 } }, traits)).toEqual({
      judged: {},
      refused: { adam: 2, eve: 1 },
    });
  });

  test('stand in the order of their names, whoever wrote last', () => {
    expect(Object.keys(shorten({ judged: {}, refused: { b: 3, c: 1, a: 2 } }, traits).refused)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('verdicts', () => {
  const beat = (start: number, times?: number) => ({
    ...verdict('beat', 'P1', start, false, start),
    ...(times !== undefined && { times }),
  });

  test('of a clock that repeats are the last two, the former of which stands for all before', () => {
    const all = [beat(3), beat(0), beat(1), beat(2), beat(4, 5)];
    expect(fewer(all, (clock) => clock === 'beat').map(({ start, times }) => [start, times])).toEqual([
      [beat(3).start, 4],
      [beat(4).start, 5],
    ]);
  });

  test('that stand for others already add up', () => {
    const all = [beat(1, 4), beat(2, 2), beat(3)];
    expect(fewer(all, () => true).map(({ times }) => times)).toEqual([6, undefined]);
  });

  test.each([0, 1, 2])('of a clock that repeats are all, where there are no more than %i', (count) => {
    const all = range(count).map((i) => beat(i));
    expect(fewer(all, () => true)).toEqual(all);
  });

  test('of any other clock are the last twenty, and each clock has its own', () => {
    const all = range(22).flatMap((i) => [verdict('fix', 'P1', i, true, i), ...(i < 2 ? [beat(i)] : [])]);
    const kept = fewer(all, (clock) => clock === 'beat');
    expect(kept.filter(({ clock }) => clock === 'fix')).toEqual(all.filter(({ clock }) => clock === 'fix').slice(2));
    expect(kept.filter(({ clock }) => clock === 'beat')).toHaveLength(2);
  });
});
