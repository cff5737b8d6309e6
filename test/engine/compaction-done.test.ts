import { describe, expect, test } from 'vitest';
import { compact, pastReplies } from '../../src/engine/compaction.ts';
import { keyOfNotice, replyKey, keyOfRequest, writeKey } from '../../src/engine/keys.ts';
import type { Done } from '../../src/engine/record.ts';

/* Of what was done the record forgets what a later entry makes needless. */

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('what was done', () => {
  const step = (n: number, since: number | null = null, policy = 'urgent') =>
    writeKey({ kind: 'step', policy, step: 'start', since, n });
  const keysOf = (keys: readonly string[], past?: number): string[] =>
    Object.keys(compact(Object.fromEntries(keys.map((key, at) => [key, { at }])), past));

  test('of a step that repeats is the first sending and the last', () => {
    expect(keysOf([step(0), step(1), step(2), step(3)])).toEqual([step(0), step(3)]);
    expect(keysOf([step(3), step(2), step(0)])).toEqual([step(3), step(0)]);
  });

  test('of what starts again is the last start alone', () => {
    expect(keysOf([step(0, 1_000), step(1, 1_000), step(0, 2_000)])).toEqual([step(0, 2_000)]);
    expect(keysOf([step(0, 2_000), step(4, 1_000)])).toEqual([step(0, 2_000)]);
    expect(keysOf([keyOfNotice('owner', 1_000), keyOfNotice('owner', 3_000), keyOfNotice('owner', 2_000)])).toEqual([
      keyOfNotice('owner', 3_000),
    ]);
  });

  test('of different policies, steps and people is each', () => {
    const keys = [
      step(0),
      step(0, null, 'other'),
      keyOfNotice('role', 1, 'ana'),
      keyOfNotice('role', 2, 'bob'),
      'odd key',
    ];
    expect(keysOf(keys)).toEqual(keys);
  });

  test('of what people asked for is each, up to twenty of a name', () => {
    const keys = range(22).map((i) => keyOfRequest('help', (i + 1) * 1_000));
    expect(keysOf(keys)).toEqual(keys.slice(2));
    expect(keysOf([...keys, keyOfRequest('other', 1)])).toContain(keyOfRequest('other', 1));
    const answers = range(22).map((i) => writeKey({ kind: 'answer', notifier: 'a', by: 'b', since: (i + 1) * 1_000 }));
    expect(keysOf(answers)).toEqual(answers.slice(2));
    const published = range(2).map((i) => writeKey({ kind: 'published', stage: 'a', since: (i + 1) * 1_000 }));
    expect(keysOf(published)).toEqual(published);
  });

  test('of replies is what comes after those that are past', () => {
    expect(keysOf([replyKey(4), replyKey(5), replyKey(6)], 5)).toEqual([replyKey(6)]);
    expect(keysOf([replyKey(0)])).toEqual([replyKey(0)]);
  });

  test('stands in the order of its times, and of one time in that of its keys', () => {
    const done: Record<string, Done> = { 'n:c': { at: 2 }, 'n:b': { at: 1 }, 'n:a': { at: 2 }, 'n:d': { at: 2 } };
    expect(Object.keys(compact(done))).toEqual(['n:b', 'n:a', 'n:c', 'n:d']);
  });
});

describe('replies', () => {
  const many = (count: number): Record<string, Done> =>
    Object.fromEntries(range(count).map((i) => [replyKey((count - i) * 10), { at: i }]));

  test('are remembered up to a hundred', () => {
    expect(pastReplies(many(100))).toBe(-1);
    expect(pastReplies(many(100), 5)).toBe(5);
    expect(pastReplies(many(102))).toBe(20);
    expect(pastReplies({ ...many(100), [keyOfNotice('owner')]: { at: 1 }, 'odd key': { at: 1 } })).toBe(-1);
  });

  test('that are past count no more', () => {
    expect(pastReplies(many(102), 20)).toBe(20);
    expect(pastReplies(many(102), 10)).toBe(20);
    expect(pastReplies(many(120), 500)).toBe(500);
  });
});
