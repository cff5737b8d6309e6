import { describe, expect, test } from 'vitest';
import { mark } from '../../src/engine/mark.ts';
import { readOwnMarks } from '../../src/engine/own-marks.ts';
import { EMPTY_RECORD, recordMark, type IncidentRecord } from '../../src/engine/record.ts';
import type { Comment, TimelineEvent } from '../../src/model/issue.ts';
import { commentOf, issueOf, notice, ours, person, spoken } from './thread.ts';

/* What we wrote is known again by the marks in it, and by nothing that somebody else wrote. */

const cardOf = (number: number, record: Partial<IncidentRecord> = {}, hidden = false): Comment =>
  ours(number, `${recordMark(1, { ...EMPTY_RECORD, ...record }, hidden)}\nCard`);
const marksOf = (...all: (Comment | TimelineEvent)[]) =>
  readOwnMarks(issueOf(all.map((it) => ('kind' in it ? it : spoken(it)))));

describe('our own marks on an issue', () => {
  test('are none on one that we wrote nothing on', () => {
    const forged = commentOf(1, mark('notice', 1, { keys: ['n:a'], at: 1, told: [['ana']] }));
    expect(marksOf(forged)).toEqual({
      card: null,
      isHidden: false,
      open: [],
      record: EMPTY_RECORD,
      subIssues: [],
      outdated: [],
      duplicates: [],
    });
  });

  test('of a notice prove what it told, and whom', () => {
    const told = notice(1, {
      keys: ['n:a', 'n:b'],
      at: 5,
      told: [['ana', 7], 'x'],
      paged: 'p',
      refs: { p: 'r', q: 1 },
    });
    const { record, open, duplicates } = marksOf(told);
    expect(record.done).toEqual({
      'n:a': { at: 5, told: ['ana'], paged: 'p', refs: { p: 'r' } },
      'n:b': { at: 5, told: [], paged: 'p', refs: { p: 'r' } },
    });
    expect([open, duplicates]).toEqual([[told], []]);
  });

  test.each<[object, object]>([
    [{ paged: ['p', 1] }, { paged: ['p'] }],
    [{ paged: 5 }, {}],
    [{ refs: [] }, {}],
    [{ refs: null }, {}],
    [{ refs: 'x' }, {}],
    [{ told: 'x' }, {}],
  ])('of a notice with %j mean %j', (data, done) => {
    expect(marksOf(notice(1, { keys: ['n:a'], at: 5, ...data })).record.done).toEqual({
      'n:a': { at: 5, told: [], ...done },
    });
  });

  test('of a notice without a time are none', () => {
    const broken = notice(1, { keys: ['n:a'], at: 'x' });
    expect(marksOf(broken)).toMatchObject({ record: EMPTY_RECORD, open: [] });
    expect(marksOf(notice(1, { keys: 'n:a', at: 1 })).record.done).toEqual({});
  });

  test('of a notice that hides nothing are open, and of one that does not', () => {
    const [shown, hidden] = [notice(1, { keys: ['n:a'], at: 1 }), notice(2, { keys: ['n:b'], at: 1, hidden: true })];
    expect(marksOf(shown, hidden).open).toEqual([shown]);
  });

  test('are what the first notice says, and a second with no new key is a duplicate', () => {
    const again = notice(2, { keys: ['n:a'], at: 9, told: [['tom']] });
    const more = notice(3, { keys: ['n:a', 'n:b'], at: 9, told: [['tom'], ['kim']] });
    const { record, duplicates } = marksOf(notice(1, { keys: ['n:a'], at: 5, told: [['ana']] }), again, more);
    expect(record.done).toEqual({ 'n:a': { at: 5, told: ['ana'] }, 'n:b': { at: 9, told: ['kim'] } });
    expect(duplicates).toEqual([again]);
  });

  test('of a card are the record; what notices prove is added, and what it knows wins', () => {
    const card = cardOf(1, { done: { 'n:a': { at: 1, told: ['ana'] }, 'n:c': { at: 1, skipped: 'resolved' } } });
    const { record, ...rest } = marksOf(
      card,
      notice(2, { keys: ['n:a', 'n:b', 'n:c'], at: 5, told: [[], ['tom'], ['kim']] }),
    );
    expect(record.done).toEqual({
      'n:a': { at: 1, told: ['ana'] },
      'n:b': { at: 5, told: ['tom'] },
      // It was skipped once, and sent later.
      'n:c': { at: 5, told: ['kim'] },
    });
    expect(rest).toMatchObject({ card, isHidden: false, duplicates: [] });
  });

  test('of a step that was skipped stay while nothing has told it', () => {
    const done = { 'n:c': { at: 1, skipped: 'resolved' as const } };
    expect(marksOf(cardOf(1, { done })).record.done).toEqual(done);
  });

  test('of several cards are those of the oldest, or of the one without details; the others are duplicates', () => {
    const [one, two, bare] = [cardOf(1, { past: 1 }), cardOf(2, { past: 2 }), cardOf(3, { past: 3 }, true)];
    expect(marksOf(one, two)).toMatchObject({ card: one, isHidden: false, record: { past: 1 }, duplicates: [two] });
    expect(marksOf(one, bare, two)).toMatchObject({
      card: bare,
      isHidden: true,
      record: { past: 3 },
      duplicates: [one, two],
    });
  });

  test('of a comment of ours that somebody has changed are open, whatever it was', () => {
    const changed = commentOf(1, mark('reply', 1, {}), { author: null });
    expect(marksOf(spoken(changed, 1, { own: true })).open).toEqual([changed]);
    expect(marksOf(spoken({ ...changed, body: 'x' }, 1, { own: true })).open).toEqual([]);
    expect(marksOf(spoken(changed)).open).toEqual([]);
    const kept = {
      ...changed,
      body: mark('notice', 1, {}),
      ours: notice(1, { keys: ['n:a'], at: 1, hidden: true }).body,
    };
    expect(marksOf(spoken(kept, 1, { own: true })).open).toEqual([]);
    const card = { ...changed, ours: cardOf(1).body };
    expect(marksOf(spoken(card, 1, { own: true })).open).toEqual([]);
    expect(marksOf(ours(1, mark('reply', 1, {}))).open).toEqual([]);
  });

  test('of an earlier version are read in the present spelling, and to be written so if they are ours', () => {
    const body = '<!-- tocsin:notice {"issue":1,"keys":["owner"],"at":1,"told":[["ana"]]} -->\nHello';
    const { record, outdated } = marksOf(ours(1, body));
    expect(record.done).toEqual({ 'n:owner': { at: 1, told: ['ana'] } });
    expect(outdated).toMatchObject([{ comment: { number: 1 } }]);
    expect(outdated[0]!.body).toBe(
      '<!-- tocsin:notice {"v":2,"issue":1,"keys":["n:owner"],"at":1,"told":[["ana"]]} -->\nHello',
    );
    expect(marksOf(commentOf(1, 'changed', { ours: body })).outdated).toEqual([]);
    expect(marksOf(notice(1, { keys: ['n:a'], at: 1 })).outdated).toEqual([]);
    const many = Array.from({ length: 42 }, (_, i) => ours(i + 1, body));
    expect(marksOf(...many).outdated.map(({ comment }) => comment.number)).toEqual(
      many.slice(2).map(({ number }) => number),
    );
  });

  test('of sub-issues are those that we opened', () => {
    const sub = (number: number, own: boolean): TimelineEvent => ({
      kind: 'sub-issue-added',
      at: number,
      actor: null,
      own,
      issue: { id: `I${number}`, number, title: '', body: '', state: 'open', closedAt: null, own },
    });
    expect(marksOf(sub(2, true), sub(3, false), sub(4, true)).subIssues.map(({ number }) => number)).toEqual([2, 4]);
  });
});

test('whoever wrote a comment, a mark of another issue counts for nothing', () => {
  const other = ours(1, `${mark('notice', 2, { keys: ['n:a'], at: 1 })}\nHello`);
  expect(marksOf(other, commentOf(2, 'x', { author: person('ana') })).record).toEqual(EMPTY_RECORD);
});
