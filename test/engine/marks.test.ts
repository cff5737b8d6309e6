import { describe, expect, test } from 'vitest';
import { isMarked, isOutdated, mark, readAnyMark, readCommentMark, readMark, withMark } from '../../src/engine/mark.ts';
import { doneInOrder, EMPTY_RECORD, readCard, recordMark, type IncidentRecord } from '../../src/engine/record.ts';
import { commentOf, ours } from './thread.ts';

/* What stands in a mark is read again as it was written, and nothing else is. */

describe('a mark', () => {
  test('is read from the very start of a text, of its kind and its issue', () => {
    const text = `${mark('card', 7, { a: 'b' })}\nCard`;
    expect(text).toBe('<!-- tocsin:card {"v":2,"issue":7,"a":"b"} -->\nCard');
    expect(readMark('card', 7, text)).toEqual({ v: 2, issue: 7, a: 'b' });
    expect(readAnyMark('card', text)).toEqual({ v: 2, issue: 7, a: 'b' });
    expect(readMark('card', 8, text)).toBeNull();
    expect(readMark('notice', 7, text)).toBeNull();
    expect(readMark('car', 7, text)).toBeNull();
    expect(readMark('card', 7, ` ${text}`)).toBeNull();
    expect(readMark('card', 7, `x\n${text}`)).toBeNull();
  });

  test.each(['{"issue":', '{"issue":7', '{issue:7}', '[]', '{}', '{"issue":"7"}', 'null', '{"v":2}'])(
    'is none with %j',
    (json) => {
      const text = `<!-- tocsin:card ${json} -->`;
      expect(readAnyMark('card', text)).toBeNull();
      expect(readMark('card', 7, text)).toBeNull();
    },
  );

  test('holds any text without ending before its end', () => {
    const data = { a: '--> --!> <b> ---' };
    const text = mark('card', 7, data);
    expect(text.slice(4, -3)).not.toMatch(/--|>/);
    expect(readMark('card', 7, text)).toMatchObject(data);
  });

  test('is seen whatever its kind, and is outdated without the version of today', () => {
    expect(isMarked(mark('x-y', 7, {}))).toBe(true);
    expect(isMarked('<!-- tocsin:note -->')).toBe(false);
    expect(isMarked(`Look: ${mark('x-y', 7, {})}`)).toBe(false);
    expect([{}, { v: 1 }, { v: '2' }, { v: 2 }, { v: 3 }].map(isOutdated)).toEqual([true, true, true, false, false]);
  });

  test('is put in the place of another, and what follows stays', () => {
    const [one, other] = [mark('card', 7, { a: 1 }), mark('card', 7, { $: '$&' })];
    expect(withMark(`${one}\nCard ${one}`, other)).toBe(`${other}\nCard ${one}`);
  });

  test('in a comment counts if it is ours; of one that somebody has changed what we wrote last', () => {
    const text = mark('card', 7, { a: 1 });
    expect(readCommentMark('card', 7, ours(1, text))).toMatchObject({ a: 1 });
    expect(readCommentMark('card', 7, commentOf(1, text))).toBeNull();
    expect(readCommentMark('card', 7, commentOf(1, 'changed', { ours: text }))).toMatchObject({ a: 1 });
  });
});

describe('a record', () => {
  const RECORD: IncidentRecord = {
    judged: { 'c:1': { by: 'ana', at: 1, ok: true, say: ['ack'] } },
    refused: { eve: 4 },
    past: 3,
    verdicts: [
      {
        clock: 'fix',
        priority: 'P1',
        start: 1,
        episode: 0,
        met: true,
        target: '1h',
        due: 9,
        at: 2,
        seen: 3,
        times: 2,
      } as never,
    ],
    done: { 'n:owner': { at: 1, told: ['ana'], paged: ['a', 'b'], refs: { a: 'x' }, skipped: 'resolved', on: 4 } },
    held: { P1: [1, 2], hold: 3 },
    seen: { changes: { a: 1 } },
  };

  test('is read from its card as it was written', () => {
    expect(readCard(1, ours(2, recordMark(1, RECORD, false)))).toEqual({ record: RECORD, hidden: false });
    expect(readCard(1, ours(2, recordMark(1, EMPTY_RECORD, true)))).toEqual({ record: EMPTY_RECORD, hidden: true });
    expect(readCard(2, ours(2, recordMark(1, RECORD, false)))).toBeNull();
    expect(readCard(1, commentOf(2, recordMark(1, RECORD, false)))).toBeNull();
  });

  test('loses the entries that cannot be read, and no others', () => {
    const data = {
      judged: { 'c:1': { by: 'ana' }, 'c:2': { by: 'ana', at: 1, ok: false } },
      refused: { eve: 'x', tom: 1 },
      past: 'x',
      verdicts: [{ clock: 'fix' }, RECORD.verdicts[0]],
      done: { 'n:a': { at: 'x' }, 'n:b': { at: 1 }, 'n:c': null },
      held: { a: 'x', b: 1 },
      seen: null,
    };
    expect(readCard(1, ours(2, mark('card', 1, data)))?.record).toEqual({
      judged: { 'c:2': { by: 'ana', at: 1, ok: false } },
      refused: { tom: 1 },
      verdicts: RECORD.verdicts,
      done: { 'n:b': { at: 1 } },
      held: { b: 1 },
      seen: {},
    });
  });

  test.each(['acknowledged', 'resolved', 'stopped'] as const)('knows what %s before it could be sent', (skipped) => {
    const record = { ...RECORD, done: { 'n:a': { at: 1, skipped } } };
    expect(readCard(1, ours(2, recordMark(1, record, false)))?.record).toEqual(record);
  });

  test('is empty where the card says nothing', () => {
    expect(readCard(1, ours(2, mark('card', 1, { judged: 1, verdicts: {} })))?.record).toEqual(EMPTY_RECORD);
  });

  test('of an earlier version has its keys in the present spelling; what it never wrote goes', () => {
    const old = {
      issue: 1,
      judged: { c5: { by: 'ana', at: 1, ok: true }, odd: { by: 'ana', at: 1, ok: true } },
      done: { owner: { at: 2 } },
    };
    const read = readCard(1, ours(2, `<!-- tocsin:card ${JSON.stringify(old)} -->`))!;
    expect(read.record).toMatchObject({ judged: { 'c:5': { by: 'ana' } }, done: { 'n:owner': { at: 2 } } });
    expect(Object.keys(read.record.judged)).toEqual(['c:5']);
  });

  test('tells what was done oldest first, of one minute by its name', () => {
    const done = { 'n:b': { at: 2 }, 's:a:start': { at: 2 }, 'n:c': { at: 1 } };
    expect(doneInOrder({ ...EMPTY_RECORD, done }).map(([key]) => key)).toEqual(['n:c', 's:a:start', 'n:b']);
    const reversed = { 'n:c': { at: 1 }, 's:a:start': { at: 2 }, 'n:b': { at: 2 } };
    expect(doneInOrder({ ...EMPTY_RECORD, done: reversed }).map(([key]) => key)).toEqual(['n:c', 's:a:start', 'n:b']);
  });
});
