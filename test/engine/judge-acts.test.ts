import { describe, expect, test } from 'vitest';
import { MOST_REFUSED } from '../../src/engine/compaction.ts';
import { createJudge } from '../../src/engine/judge.ts';
import { EMPTY_RECORD } from '../../src/engine/record.ts';
import { judgeOf, RIGHTS, ROLES, say } from './judging.ts';
import { commentOf } from './thread.ts';

/* What people did besides, and what was decided long ago. */

describe('what was dealt with long ago', () => {
  test('is read, and neither answered nor recorded', () => {
    const judge = judgeOf({ past: 5 });
    expect(say(judge, 'ana', '/ack', 5)).toMatchObject({ outcome: 'accepted', isPast: true });
    expect(say(judge, 'ana', '/ack', 4, true)).toMatchObject({ outcome: null, isPast: true });
    expect(say(judge, 'eve', '/ack', 5)).toMatchObject({ outcome: 'not-entitled', isPast: true });
    expect(judge.record()).toEqual({ judged: {}, refused: {} });
    expect(say(judge, 'ana', '/ack', 6)).not.toHaveProperty('isPast');
    expect(Object.keys(judge.record().judged)).toEqual(['c:6']);
  });

  test('asks about nobody where many have been refused', () => {
    const refused = Object.fromEntries(Array.from({ length: MOST_REFUSED }, (_, i) => [`u${i}`, 1]));
    const many = judgeOf({ past: 5, refused });
    expect(say(many, 'kim', '/ack', 5).outcome).toBe('not-entitled');
    expect(say(many, 'ana', '/ack', 5).outcome).toBe('accepted');
    expect(many.unknown()).toEqual([]);
    expect(say(many, 'kim', '/ack', 6).outcome).toBeUndefined();
    const fewer = Object.fromEntries(Object.entries(refused).slice(1));
    expect(say(judgeOf({ past: 5, refused: fewer }), 'kim', '/ack', 5).outcome).toBeUndefined();
  });
});

describe('the text of the issue', () => {
  test('of somebody without a say counts as nothing from then on', () => {
    const judge = judgeOf();
    expect(say(judge, 'eve', '/ack', 0).outcome).toBe('not-entitled');
    expect(judge.record()).toEqual({ judged: { 'c:0': { by: 'eve', at: 100, ok: false, say: [] } }, refused: {} });
    expect(say(judge, 'eve', '/ack', 0)).toEqual({ commands: [], outcome: null });
  });

  test('is passed over where an earlier version dealt with it, unless it was decided', () => {
    const judge = judgeOf();
    judge.passOpening('ana', 7);
    expect(judge.record().judged).toEqual({ 'c:0': { by: 'ana', at: 7, ok: false, say: [] } });
    const decided = { 'c:0': { by: 'ana', at: 1, ok: true, say: ['ack'] } };
    const other = judgeOf({ judged: decided });
    other.passOpening('ana', 7);
    expect(other.record().judged).toEqual(decided);
  });
});

describe('an act', () => {
  const assign = { what: 'assigned', about: 'tom', since: 9 };

  test('takes the right to command, or that of the command that says the same', () => {
    const judge = judgeOf();
    expect(judge.isEntitled(assign, 'ana', 1)).toBe(true);
    expect(judge.isEntitled({ ...assign, about: 'kim' }, 'tom', 1)).toBe(false);
    expect(judge.isEntitled({ ...assign, about: 'nora' }, 'tom', 1, 'priority')).toBe(true);
    expect(judge.isEntitled({ ...assign, about: 'ana' }, 'ana', 1, 'priority')).toBe(false);
    expect(judge.isEntitled({ ...assign, about: 'eve' }, 'kim', 1)).toBeUndefined();
    expect(judge.unknown()).toEqual(['kim']);
    expect(judge.record().judged).toMatchObject({
      'a:assigned:tom@0.009': { by: 'ana', at: 1, ok: true },
      'a:assigned:kim@0.009': { by: 'tom', at: 1, ok: false },
    });
    expect(Object.keys(judge.record().judged)).toHaveLength(4);
  });

  test('is judged once', () => {
    const judge = judgeOf({ judged: { 'a:assigned:tom@0.009': { by: 'x', at: 0, ok: true } } });
    expect(judge.isEntitled(assign, 'eve', 1)).toBe(true);
    expect(judge.recorded({ kind: 'right', ...assign })).toBe(true);
    expect(judge.recorded({ kind: 'right', ...assign, about: null })).toBeUndefined();
  });

  test('that names somebody needs them to have access, as it was then', () => {
    const judge = judgeOf();
    expect([judge.canReach('ana', 5), judge.canReach('EVE', 5), judge.canReach('kim', 5)]).toEqual([
      true,
      false,
      undefined,
    ]);
    expect(judge.record().judged).toEqual({
      'l:ana@0.005': { by: 'ana', at: 5, ok: true },
      'l:eve@0.005': { by: 'EVE', at: 5, ok: false },
    });
    expect(judge.unknown()).toEqual(['kim']);
  });

  test('that a policy leads to is decided once', () => {
    const judge = judgeOf();
    let asked = 0;
    const decide = () => (asked++, true);
    expect([judge.once('quick', null, 3, decide), judge.once('quick', null, 4, () => false)]).toEqual([true, true]);
    expect(asked).toBe(1);
    expect(judge.record().judged).toEqual({ 'd:quick': { by: '', at: 3, ok: true } });
  });
});

describe('presence', () => {
  test('is shown by a comment of a responder, and stays shown', () => {
    const judge = judgeOf();
    expect(judge.showsPresence(1, commentOf(5, 'Hi'), 'ana', () => false)).toBe(false);
    expect(judge.showsPresence(1, commentOf(6, 'Hi'), 'ana', () => true)).toBe(true);
    expect(judge.record().judged).toEqual({ 'p:6': { by: 'ana', at: 1, ok: true } });
    expect(judge.fresh()).toEqual([]);
  });

  test('goes from the record where it shows nothing any more', () => {
    const record = { judged: { 'p:6': { by: 'ana', at: 1, ok: true }, 'p:7': { by: 'ana', at: 2, ok: true } } };
    const judge = judgeOf(record);
    expect(judge.showsPresence(9, commentOf(6, 'Hi'), 'ana', () => false)).toBe(true);
    expect(judge.record().judged).toEqual({ 'p:6': { by: 'ana', at: 1, ok: true } });
  });
});

test('the author of a comment is known from the record when their account is gone', () => {
  const judged = { 'c:5': { by: 'ana', at: 1, ok: true, say: ['ack'] }, 'p:6': { by: 'tom', at: 1, ok: true } };
  const judge = judgeOf({ judged });
  expect([5, 6, 7].map((number) => judge.authorOf(commentOf(number, '')))).toEqual(['ana', 'tom', null]);
});

test('without a reporter nobody may say more than their role', () => {
  const judge = createJudge(EMPTY_RECORD, RIGHTS, ROLES);
  expect(say(judge, 'nora', '/info the cache').outcome).toBe('not-entitled');
});

test('what could not be judged is known by its first instant', () => {
  const judge = judgeOf();
  expect(judge.unjudgedSince()).toBeNull();
  say(judge, 'ana', '/ack');
  expect(judge.unjudgedSince()).toBeNull();
  judge.isEntitled({ what: 'assigned', about: 'tom', since: 9 }, 'lou', 70);
  judge.comment(60, commentOf(6, '/ack'), 'kim', () => [{ name: 'ack', text: '' }]);
  judge.canReach('kim', 65);
  expect([judge.unknown(), judge.unjudgedSince()]).toEqual([['lou', 'kim'], 60]);
});
