import { describe, expect, test } from 'vitest';
import {
  digestEntries,
  digestMark,
  toldBy,
  toldElsewhere,
  withDigests,
  withDigestsOf,
} from '../../src/engine/digest.ts';
import { keyOfNotice } from '../../src/engine/keys.ts';
import { mark } from '../../src/engine/mark.ts';
import { readOwnMarks } from '../../src/engine/own-marks.ts';
import type { Comment, Issue, TimelineEvent } from '../../src/model/issue.ts';
import { commentOf, issueOf, notice, ours, spoken } from './thread.ts';

/* A comment on one incident that tells of several proves it for each. */

describe('a digest', () => {
  const key = keyOfNotice('owner');
  const brief = (to: string, parts: object = {}) => ({
    asks: [{ keys: [key, keyOfNotice('assess')], to: [to], ask: 'look' }],
    paged: undefined,
    refs: undefined,
    rest: null,
    ...parts,
  });
  const host = (parts: Partial<Comment> = {}, number = 1): Issue => {
    const briefs = new Map([
      [number, brief('ana')],
      [2, brief('tom', { paged: 'p', refs: { p: 'r' } })],
    ]);
    return issueOf([spoken(ours(9, `${digestMark(number, 50, briefs)}\nBoth`, parts), 9)], { number });
  };

  test('proves for each incident what it told of it, and where', () => {
    const [first] = host().timeline;
    const entries = digestEntries(host(), first!);
    expect(entries.map(([number]) => number)).toEqual([1, 2]);
    const [, event] = entries[1]!;
    if (event.kind !== 'commented') throw new Error();
    expect(event).toMatchObject({ at: 9, own: true, comment: { number: 9, own: true } });
    expect(toldElsewhere(2, event.comment)).toEqual({
      [key]: { at: 50, told: ['tom'], paged: 'p', refs: { p: 'r' }, on: 1 },
      [keyOfNotice('assess')]: { at: 50, told: ['tom'], paged: 'p', refs: { p: 'r' }, on: 1 },
    });
    expect(toldElsewhere(1, event.comment)).toEqual({});
  });

  test('of somebody else is none, nor is any other comment', () => {
    const forged = host({ own: false });
    expect(digestEntries(forged, { ...forged.timeline[0]!, own: false })).toEqual([]);
    expect(
      withDigests([{ ...forged, timeline: forged.timeline.map((it) => ({ ...it, own: false })) }])[0]!.timeline,
    ).toHaveLength(1);
    const label: TimelineEvent = { kind: 'labeled', label: 'x', at: 1, actor: null, own: true };
    expect(digestEntries(host(), label)).toEqual([]);
    expect(digestEntries(host(), spoken(notice(1, { keys: [], at: 1 })))).toEqual([]);
    expect(digestEntries(host(), spoken(ours(1, mark('digest', 1, { of: null }))))).toEqual([]);
    expect(toldElsewhere(1, notice(1, { keys: [], at: 1 }))).toEqual({});
    expect(toldElsewhere(1, ours(1, mark('told', 1, { done: 'x' })))).toEqual({});
  });

  test('stands on the timelines of those that it tells of, where a comment would', () => {
    const later: TimelineEvent = { kind: 'labeled', label: 'x', at: 12, actor: null, own: false };
    const two = issueOf([{ ...later, at: 3 }, later], { number: 2 });
    const [one, other, third] = withDigests([host(), two, issueOf([], { number: 3 })]);
    expect(other!.timeline.map(({ at }) => at)).toEqual([3, 9, 12]);
    expect(readOwnMarks(other!).record.done[key]).toMatchObject({ told: ['tom'], on: 1 });
    expect(readOwnMarks(one!).record.done[key]).toMatchObject({ told: ['ana'], on: 1 });
    expect(third!.timeline).toEqual([]);
    // One that is read anew keeps what was told of it elsewhere.
    expect(withDigestsOf(two, other!).timeline).toEqual(other!.timeline);
    expect(withDigestsOf(two, two)).toBe(two);
    const spokenTo = {
      ...other!,
      timeline: [...other!.timeline, spoken(ours(20, 'Hello')), spoken(commentOf(21, '!'))],
    };
    expect(withDigestsOf(two, spokenTo).timeline).toEqual(other!.timeline);
  });

  test('of several each counts, up to the last fifty of an incident', () => {
    const body = (at: number) =>
      digestMark(
        1,
        at,
        new Map([[2, { ...brief('tom'), asks: [{ keys: [keyOfNotice('n', at * 1_000)], to: [], ask: '' }] }]]),
      );
    const many = issueOf(Array.from({ length: 52 }, (_, i) => spoken(ours(i + 1, body(i + 1)))));
    const [, two] = withDigests([many, issueOf([], { number: 2 })]);
    expect(two!.timeline.map(({ at }) => at)).toEqual(Array.from({ length: 50 }, (_, i) => i + 3));
    // Whatever else is said and done there, by us or by others, takes none of their places.
    const talk = Array.from({ length: 60 }, (_, i) => [
      spoken(ours(i + 1_000, 'Hello')),
      spoken(commentOf(i + 2_000, body(i))),
      { kind: 'labeled', label: 'x', at: i + 3_000, actor: null, own: true } as const,
    ]).flat();
    const [, same] = withDigests([{ ...many, timeline: [...many.timeline, ...talk] }, issueOf([], { number: 2 })]);
    expect(same!.timeline).toEqual(two!.timeline);
    const alone = [issueOf([], { number: 2 })];
    expect(withDigests(alone)).toBe(alone);
  });

  test('that tells what an older one told of all is a duplicate', () => {
    const body = digestMark(1, 50, new Map([[2, brief('tom')]]));
    const more = digestMark(
      1,
      60,
      new Map([
        [2, brief('tom')],
        [3, brief('kim')],
      ]),
    );
    expect(toldBy(1, ours(1, body))).toEqual([`2 ${key}`, `2 ${keyOfNotice('assess')}`]);
    expect(toldBy(1, ours(1, mark('digest', 1, { of: null })))).toEqual([]);
    expect(toldBy(1, notice(1, { keys: [], at: 1 }))).toEqual([]);
    const { duplicates } = readOwnMarks(
      issueOf([ours(1, body), ours(2, body), ours(3, more), ours(4, more)].map((it) => spoken(it))),
    );
    expect(duplicates.map(({ number }) => number)).toEqual([2, 4]);
  });
});
