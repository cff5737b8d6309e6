import { describe, expect, test } from 'vitest';
import { createJudge } from '../../src/engine/judge.ts';
import { EMPTY_RECORD } from '../../src/engine/record.ts';
import { CUT } from '../../src/text/markdown.ts';
import { judgeOf, RIGHTS, ROLES, say } from './judging.ts';
import { commentOf } from './thread.ts';

/* What people said is judged once, by the role that they had when it was first seen. */

const told = ({ commands }: ReturnType<typeof say>) => commands.map(({ name, denied }) => (denied ? `!${name}` : name));

describe('a comment', () => {
  test.each<[string, string, string, string | null | undefined, string[]]>([
    ['of somebody entitled is accepted', 'ana', '/ack', 'accepted', ['ack']],
    ['whatever capitals the login has', 'ANA', '/ack', 'accepted', ['ack']],
    ['without commands says nothing', 'ana', 'Thanks.', null, []],
    ['of a stranger is not', 'eve', '/ack', 'not-entitled', ['ack']],
    ['of somebody with another role is not', 'nora', '/ack', 'not-entitled', ['ack']],
    ['of the reporter is, where that may be theirs', 'nora', '/info it is the cache', 'accepted', ['info']],
    ['of the reporter is in part', 'nora', '/info it is\n/ack', 'accepted', ['info', '!ack']],
    ['of somebody else who reports is not', 'eve', '/info it is the cache', 'not-entitled', ['info']],
    [
      'of whoever may use some command is, but for the others',
      'tom',
      '/ack\n/priority P1',
      'accepted',
      ['!ack', 'priority'],
    ],
    ['of somebody who may not use one that others may', 'ana', '/priority P1\n/ack', 'accepted', ['!priority', 'ack']],
    ['of somebody unknown waits', 'kim', '/ack', undefined, ['ack']],
  ])('%s', (_, by, body, outcome, commands) => {
    const judge = judgeOf();
    const judged = say(judge, by, body);
    expect(judged.outcome).toBe(outcome);
    expect(told(judged)).toEqual(commands);
    expect(judge.unknown()).toEqual(outcome === undefined ? [by] : []);
  });

  test('that was accepted goes on record with its words, when and of whom', () => {
    const judge = judgeOf();
    say(judge, 'tom', '/ack\n/priority P1 for all');
    expect(judge.record()).toEqual({
      judged: { 'c:5': { by: 'tom', at: 100, ok: true, say: ['!ack', 'priority P1 for all'] } },
      refused: {},
    });
    expect(judge.fresh()).toEqual([5]);
  });

  test('without commands, or of somebody unknown, leaves nothing there', () => {
    const judge = judgeOf();
    say(judge, 'ana', 'Thanks.');
    say(judge, 'kim', '/ack', 6);
    expect(judge.record()).toEqual({ judged: {}, refused: {} });
    expect(judge.fresh()).toEqual([]);
  });

  test('that was edited before it was seen counts for nobody, and that stays', () => {
    const judge = judgeOf();
    const first = say(judge, 'ana', '/ack', 5, true);
    expect([first.outcome, told(first)]).toEqual(['edited', ['ack']]);
    expect(judge.record().judged).toEqual({ 'c:5': { by: 'ana', at: 100, ok: false, say: ['ack'] } });
    expect(say(judgeOf(judge.record()), 'ana', '/ack').outcome).toBe('edited');
  });

  test('on record is as it was, whatever the role is now and whatever it says now', () => {
    const record = { judged: { 'c:5': { by: 'eve', at: 1, ok: true, say: ['ack', '!priority P1'] } } };
    const judge = judgeOf(record);
    const judged = say(judge, 'eve', '/dismiss', 5, true);
    expect([judged.outcome, told(judged)]).toEqual(['accepted', ['ack', '!priority']]);
    expect(judged.added?.map(({ name }) => name)).toEqual(['dismiss']);
    expect(judge.fresh()).toEqual([]);
    expect(judge.unknown()).toEqual([]);
  });

  test('on record that said nothing to us says nothing', () => {
    const judged = say(judgeOf({ judged: { 'c:5': { by: 'ana', at: 1, ok: false, say: [] } } }), 'ana', '/ack');
    expect(judged).toEqual({ commands: [], outcome: null });
  });

  test.each<[string, readonly string[], string, string[]]>([
    ['the same again', ['ack'], '/ack', []],
    ['another wording', ['cause the cache'], '/cause the cache, and more', []],
    ['another command', ['ack'], '/ack\n/resolve done', ['resolve']],
    ['nothing but what is new', ['ack', 'cause x'], '/ack\n/cause x\n/resolve done', ['resolve']],
    ['the same of something else', ['assign tom'], '/assign kim', ['assign']],
    ['what lost its words on record', ['ack', 'cause ·'], '/resolve done', []],
  ])('that was edited since has added %s', (_, kept, body, added) => {
    const record = { judged: { 'c:5': { by: 'ana', at: 1, ok: true, say: [...kept] } } };
    const judged = say(judgeOf(record), 'ana', body, 5, true);
    expect(judged.added?.map(({ name }) => name)).toEqual(added);
  });

  test.each([
    [1, []],
    [0, ['cause']],
  ])('that was edited since has added no text below that an earlier version did not keep: %i lines', (more, added) => {
    const judge = judgeOf({ judged: { 'c:5': { by: 'ana', at: 1, ok: true, say: ['cause'] } } });
    const read = () => [{ name: 'cause', text: 'the cache', more }];
    const judged = judge.comment(100, commentOf(5, '', { edited: true }), 'ana', read);
    expect(judged.added?.map(({ name }) => name)).toEqual(added);
  });

  test('that was edited since has added another text below', () => {
    const judge = judgeOf({ judged: { 'c:5': { by: 'ana', at: 1, ok: true, say: ['cause old'] } } });
    const read = () => [{ name: 'cause', text: 'new', more: 1 }];
    expect(judge.comment(100, commentOf(5, '', { edited: true }), 'ana', read).added).toHaveLength(1);
  });

  test('whose words are not on record is read', () => {
    const judge = judgeOf({ judged: { 'c:5': { by: 'ana', at: 1, ok: true } } });
    expect(say(judge, 'ana', '/ack').outcome).toBe('accepted');
  });

  test('that nobody has changed still has the words that the record lost', () => {
    const record = { judged: { 'c:5': { by: 'ana', at: 1, ok: true, say: ['!cause ·', 'ack'] } } };
    const words = (body: string, edited = false) => say(judgeOf(record), 'ana', body, 5, edited).commands;
    expect(words('/cause the cache\n/ack')).toMatchObject([
      { name: 'cause', text: 'the cache', denied: true },
      { name: 'ack', text: '', denied: false },
    ]);
    expect(words('/cause the cache\n/ack', true)).toMatchObject([{ text: '·' }, { text: '' }]);
    expect(words('/cause the cache')).toMatchObject([{ text: '·' }, { text: '' }]);
    const whole = { judged: { 'c:5': { by: 'ana', at: 1, ok: true, say: ['cause the cache'] } } };
    expect(say(judgeOf(whole), 'ana', '/cause other').commands).toMatchObject([{ text: 'the cache' }]);
  });

  test('that was cut is answered, whoever wrote it', () => {
    const judge = createJudge(EMPTY_RECORD, RIGHTS, ROLES);
    const read = () => [
      { name: 'ack', text: '' },
      { name: CUT, text: '' },
    ];
    expect(told(judge.comment(1, commentOf(5, '/ack'), 'tom', read))).toEqual(['!ack', CUT]);
  });
});

describe('whoever was refused', () => {
  test('is on record once, up to the last comment', () => {
    const judge = judgeOf();
    say(judge, 'eve', '/ack', 5);
    say(judge, 'eve', '/ack', 8);
    say(judge, 'eve', '/ack', 7);
    say(judge, 'eve', 'Thanks.', 9);
    expect(judge.record()).toEqual({ judged: {}, refused: { eve: 8 } });
  });

  test('is refused again without a look, and without being asked about', () => {
    const judge = judgeOf({ refused: { kim: 5 } });
    expect(say(judge, 'kim', '/ack', 5)).toEqual({ commands: [], outcome: 'not-entitled', isPast: false });
    expect(judge.unknown()).toEqual([]);
    expect(say(judge, 'kim', '/ack', 6)).toMatchObject({ outcome: undefined });
    expect(judge.unknown()).toEqual(['kim']);
  });

  test('is heard again once they have the role', () => {
    const judge = judgeOf({ refused: { ana: 5 } });
    expect(say(judge, 'ana', '/ack', 6).outcome).toBe('accepted');
    expect(say(judge, 'ana', '/ack', 5).outcome).toBe('not-entitled');
  });

  test('is heard as whoever reported it', () => {
    const judge = judgeOf({ refused: { nora: 5 } });
    expect(say(judge, 'nora', 'It is so.\n /info the cache', 6).outcome).toBe('accepted');
    expect(say(judge, 'nora', '/ack', 7)).toMatchObject({ outcome: 'not-entitled', commands: [] });
    expect(say(judge, 'nora', '/INFO the cache', 8).outcome).toBe('accepted');
    expect(say(judge, 'nora', '/oops\n/info the cache', 9).outcome).toBe('accepted');
    expect(say(judge, 'nora', '/ack\nsee /info', 10)).toMatchObject({ outcome: 'not-entitled', commands: [] });
  });
});
