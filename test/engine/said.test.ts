import { describe, expect, test } from 'vitest';
import { isBare, readSaid, withoutText, writeSaid } from '../../src/engine/said.ts';
import { commandLines } from '../../src/engine/lines.ts';
import { AT_OPENING, isAct, withDeleted } from '../../src/engine/timeline.ts';
import { accept, argsOf, refuse, wordsIn } from '../../src/engine/command.ts';
import type { TimelineEvent } from '../../src/model/issue.ts';
import { CUT } from '../../src/text/markdown.ts';
import { command, commentOf, issueOf, person, spoken } from './thread.ts';

describe('a command on record', () => {
  test.each([
    [{ name: 'ack', text: '' }, 'ack'],
    [{ name: 'cause', text: 'the cache' }, 'cause the cache'],
    [{ name: 'cause', text: 'two\nlines' }, 'cause two\nlines'],
    [{ name: 'ack', text: '', denied: true }, '!ack'],
    [{ name: 'cause', text: 'the cache', denied: true }, '!cause the cache'],
  ])('%j is %j, and is read again', (line, said) => {
    expect(writeSaid(line)).toBe(said);
    expect(readSaid(said)).toEqual({ denied: false, ...line });
  });

  test('keeps 200 characters, or 1,000 where others read them', () => {
    const [fits, long] = ['x'.repeat(200), 'x'.repeat(201)];
    expect(writeSaid({ name: 'a', text: fits })).toBe(`a ${fits}`);
    expect(writeSaid({ name: 'a', text: long })).toBe(`a ${'x'.repeat(199)}…`);
    expect(writeSaid({ name: 'a', text: long, isWhole: true })).toBe(`a ${long}`);
    expect(writeSaid({ name: 'a', text: 'x'.repeat(1_001), isWhole: true })).toBe(`a ${'x'.repeat(999)}…`);
  });

  test.each([
    ['', { name: '', text: '', denied: false }],
    ['!', { name: '!', text: '', denied: false }],
    [' ack', { name: ' ack', text: '', denied: false }],
  ])('that is none is its own name: %j', (said, line) => {
    expect(readSaid(said)).toEqual(line);
  });

  test.each([
    ['cause the cache', false],
    ['cause ·', true],
    ['cause the ·', true],
    ['cause a·', false],
    ['cause · more', false],
    ['cause the ca…', true],
    ['cause … more', false],
    ['caus…', true],
    [CUT, false],
    ['?', true],
  ])('%j lacks words: %j', (said, bare) => {
    expect(isBare(readSaid(said))).toBe(bare);
  });

  test.each<[string, string | null | undefined, string]>([
    ['ack', null, 'ack'],
    ['cause the cache', null, 'cause ·'],
    ['!cause the cache', null, '!cause ·'],
    ['priority P1 for all', 'P1', 'priority P1 ·'],
    ['priority P1', 'P1', 'priority P1'],
    ['priority P1 ', 'P1', 'priority P1'],
    ['oops secret', undefined, '?'],
    ['!oops', undefined, '!?'],
    [CUT, undefined, CUT],
  ])('of what is confidential: %j, of which %j may stay, is %j', (said, kept, without) => {
    expect(withoutText(said, () => kept)).toBe(without);
  });
});

describe('the commands of a comment', () => {
  const COMMANDS = {
    ack: command(''),
    cause: command('TEXT'),
    cancel: command('REASON'),
    priority: command('P1 REASON', { shorthands: { p0: 'P0' } }),
    update: command('TEXT', { lines: true }),
    text: command('CONTEXT'),
  };
  const lines = (body: string) => commandLines(body, COMMANDS);

  test.each([
    ['/ack\nmore', [{ name: 'ack', text: '', more: 0 }]],
    ['/cause the\ncache', [{ name: 'cause', text: 'the cache', more: 1 }]],
    ['/cause\nthe\ncache', [{ name: 'cause', text: 'the cache', more: 2 }]],
    ['/cause', [{ name: 'cause', text: '', more: 0 }]],
    ['/cancel\na test', [{ name: 'cancel', text: 'a test', more: 1 }]],
    ['/cancel a\ntest', [{ name: 'cancel', text: 'a', more: 0 }]],
    ['/p0', [{ name: 'priority', text: 'P0', more: 0 }]],
    ['/p0 all', [{ name: 'priority', text: 'P0 all', more: 0 }]],
    ['/update one\ntwo', [{ name: 'update', text: 'one\ntwo', more: 1, isWhole: true }]],
    ['/update one', [{ name: 'update', text: 'one', more: 0, isWhole: true }]],
    ['/text a\nb', [{ name: 'text', text: 'a', more: 0 }]],
    ['/oops a\nb', [{ name: 'oops', text: 'a', more: 0 }]],
    ['/constructor a\nb', [{ name: 'constructor', text: 'a', more: 0 }]],
  ])('%j', (body, found) => {
    expect(lines(body)).toEqual(found);
  });
});

describe('a command that was understood', () => {
  test('gives its values to its own track, and to no other', () => {
    const [one, other] = [command(''), command('')];
    const event = { kind: 'command', at: 1, by: 'ana', comment: 5, command: one, args: 'x' } as const;
    expect(argsOf(event, one)).toBe('x');
    expect(argsOf(event, other)).toBeNull();
    expect(argsOf({ kind: 'opened' }, one)).toBeNull();
    expect(argsOf({ ...event, kind: 'labeled' as 'command' }, one)).toBeNull();
    expect(argsOf({ kind: 'command' }, one)).toBeNull();
  });

  test('is carried out, or says why not', () => {
    const refusal = { en: () => 'no', fr: () => 'non' };
    expect(accept(3)).toEqual({ args: 3, refusal: null });
    expect(refuse(refusal)).toEqual({ args: null, refusal });
  });

  test('has words, whatever stands between them', () => {
    expect(wordsIn(' an  b\n\tc ')).toEqual(['an', 'b', 'c']);
    expect(wordsIn('')).toEqual([]);
  });
});

describe('a timeline', () => {
  const judged = {
    'c:0': { by: 'rita', at: 0, ok: false, say: [] },
    'c:5': { by: 'ana', at: 15, ok: true, say: ['ack'] },
    'p:7': { by: 'tom', at: 17, ok: true },
    'd:quick': { by: '', at: 1, ok: true },
  };

  test('has the judged comments that somebody has deleted, where they stood', () => {
    const issue = issueOf([spoken(commentOf(4, ''), 10), spoken(commentOf(8, ''), 16)]);
    const all = withDeleted(issue, judged);
    expect(all.map(({ at }) => at)).toEqual([10, 15, 16, 17]);
    const comment = commentOf(5, '', { id: '', url: '#1' });
    expect(all[1]).toEqual({ at: 15, actor: person('ana'), own: false, kind: 'commented', comment });
  });

  test('is itself where none is gone', () => {
    const labeled: TimelineEvent = { kind: 'labeled', label: 'x', at: 1, actor: null, own: false };
    const issue = issueOf([labeled, spoken(commentOf(5, '')), spoken(commentOf(7, ''))]);
    expect(withDeleted(issue, judged)).toBe(issue.timeline);
  });

  test.each<[string, Partial<TimelineEvent>, boolean]>([
    ['a label', {}, true],
    ['a label as it was opened', { at: AT_OPENING }, false],
    ['a label right after that', { at: AT_OPENING + 1 }, true],
    ['a label of ours', { own: true }, false],
    ['a label of a bot', { actor: { login: 'x[bot]', bot: true } }, false],
    ['a label of somebody who is gone', { actor: null }, true],
    ['a comment', { kind: 'commented' }, false],
    ['a sub-issue', { kind: 'sub-issue-added' }, false],
  ])('%s shows that something moves: %j', (_, parts, isOne) => {
    const event = { kind: 'labeled', label: 'x', at: 9_000, actor: person('ana'), own: false, ...parts };
    const openedAt = 1_000_000;
    expect(isAct({ ...event, at: openedAt + event.at } as TimelineEvent, issueOf([], { openedAt }))).toBe(isOne);
  });
});
