import { describe, expect, test } from 'vitest';
import { notRefused, type Effect } from '../../src/engine/effect.ts';
import { projectedEvents, projectedIssue } from '../../src/engine/projection.ts';
import type { Issue, TimelineEvent } from '../../src/model/issue.ts';
import { commentOf, issueOf, ours, spoken } from './thread.ts';

/* An issue as it stands once an effect has been carried out: nobody waits for GitHub to say it. */

const sub = (id: string): TimelineEvent => ({
  kind: 'sub-issue-added',
  at: 3,
  actor: null,
  own: true,
  issue: { id, number: 2, title: 'Post-mortem', body: '', state: 'open', closedAt: null, own: true },
});
const BEFORE = issueOf([spoken(ours(1, 'card')), spoken(commentOf(2, 'Hi')), sub('S'), sub('T')], {
  labels: ['a', 'b'],
});
const base = { issue: 1, why: 'so' } as const;

const after = (effect: Effect, before: Issue = BEFORE): Issue =>
  projectedIssue(before, effect, projectedEvents(effect, 9));
/** What is new on the timeline. */
const added = (effect: Effect): readonly TimelineEvent[] => after(effect).timeline.slice(BEFORE.timeline.length);
const OURS = { at: 9, actor: null, own: true } as const;
const written = (id: string, body: string) => ({
  ...OURS,
  kind: 'commented',
  comment: { id, body, number: 0, url: '', author: null, edited: false, own: true },
});

describe('an effect leaves', () => {
  test.each<[string, Effect, object[], Partial<Issue>]>([
    [
      'labels that are put on, each once',
      { ...base, do: 'add-labels', labels: ['b', 'c'] },
      [
        { ...OURS, kind: 'labeled', label: 'b' },
        { ...OURS, kind: 'labeled', label: 'c' },
      ],
      { labels: ['a', 'b', 'c'] },
    ],
    [
      'labels that are taken off',
      { ...base, do: 'remove-labels', labels: ['b', 'c'] },
      [
        { ...OURS, kind: 'unlabeled', label: 'b' },
        { ...OURS, kind: 'unlabeled', label: 'c' },
      ],
      { labels: ['a'] },
    ],
    ['assignees', { ...base, do: 'assign', logins: ['ana'] }, [{ ...OURS, kind: 'assigned', assignee: 'ana' }], {}],
    ['no assignees of its own', { ...base, do: 'assign', logins: ['ana'], target: 'S' }, [], {}],
    [
      'no assignees',
      { ...base, do: 'unassign', logins: ['ana'] },
      [{ ...OURS, kind: 'unassigned', assignee: 'ana' }],
      {},
    ],
    ['a comment', { ...base, do: 'comment', body: 'Hello', keys: [], to: [] }, [written('new', 'Hello')], {}],
    ['a card', { ...base, do: 'write-card', body: 'Card', comment: null }, [written('new card', 'Card')], {}],
    [
      'a closed issue',
      { ...base, do: 'close', reason: 'not-planned' },
      [{ ...OURS, kind: 'closed', reason: 'not-planned' }],
      { state: 'closed' },
    ],
    ['an open issue', { ...base, do: 'reopen' }, [{ ...OURS, kind: 'reopened' }], { state: 'open' }],
    [
      'a duplicate',
      { ...base, do: 'close-duplicate', target: 'I1', of: 'I0', isSelf: true },
      [{ ...OURS, kind: 'closed', reason: 'duplicate' }],
      { state: 'closed' },
    ],
    ['a reaction, which no timeline has', { ...base, do: 'react', comment: 'C2' }, [], {}],
    [
      'a sub-issue',
      { ...base, do: 'open-issue', title: 'Post-mortem', body: 'Text', labels: ['x'], assignees: ['ana'] },
      [
        {
          ...OURS,
          kind: 'sub-issue-added',
          issue: { id: 'new', number: 0, title: 'Post-mortem', body: 'Text', state: 'open', closedAt: null, own: true },
        },
      ],
      {},
    ],
  ])('%s', (_, effect, events, parts) => {
    const before = effect.do === 'reopen' ? { ...BEFORE, state: 'closed' as const } : BEFORE;
    expect(after(effect, before)).toEqual({ ...before, ...parts, timeline: [...BEFORE.timeline, ...events] });
  });

  test('another text of a comment, where it stood', () => {
    const edits: Effect[] = [
      { ...base, do: 'write-card', body: 'new', comment: 'C1' },
      { ...base, do: 'edit-comment', body: 'new', comment: 'C1' },
    ];
    for (const effect of edits) {
      expect(added(effect)).toEqual([]);
      expect(after(effect).timeline[0]).toEqual({ ...BEFORE.timeline[0], comment: written('C1', 'new').comment });
      expect(after(effect).timeline.slice(1)).toEqual(BEFORE.timeline.slice(1));
      expect(projectedIssue(BEFORE, effect, []).timeline).toBe(BEFORE.timeline);
    }
  });

  test('another text of the issue, which its timeline does not tell', () => {
    const effect: Effect = { ...base, do: 'edit-issue', body: 'new' };
    expect(after(effect)).toEqual({ ...BEFORE, body: 'new', edited: true });
  });

  test('one comment less', () => {
    expect(after({ ...base, do: 'delete-comment', comment: 'C1' }).timeline).toEqual(BEFORE.timeline.slice(1));
  });

  test.each<[string, Effect, boolean]>([
    ['done', { ...base, do: 'close', reason: 'completed', target: 'S' }, false],
    ['not done', { ...base, do: 'close', reason: 'not-planned', target: 'S' }, true],
    ['a duplicate', { ...base, do: 'close-duplicate', target: 'S', of: 'T', isSelf: false }, false],
  ])('a sub-issue that is closed, as %s, and no other', (_, effect, isDropped) => {
    const { timeline, state } = after(effect);
    expect(state).toBe('open');
    expect(timeline).toHaveLength(BEFORE.timeline.length);
    expect(projectedEvents(effect, 9)).toEqual([]);
    expect(timeline[2]).toMatchObject({ issue: { id: 'S', state: 'closed', isDropped } });
    expect(timeline[3]).toBe(BEFORE.timeline[3]);
    expect(timeline[0]).toBe(BEFORE.timeline[0]);
  });
});

describe('what GitHub has refused', () => {
  const label: Effect = { ...base, do: 'add-labels', labels: ['a', 'b'] };

  test('is not asked for again', () => {
    const other: Effect = { ...base, do: 'add-labels', labels: ['a'] };
    expect(notRefused([label, other], [{ ...label, labels: ['a', 'b'] }])).toEqual([other]);
    expect(notRefused([label, other], [{ ...label, issue: 2 }, label])).toEqual([other]);
    const all = [label];
    expect(notRefused(all, [])).toBe(all);
  });

  test.each<Effect>([
    { ...label, labels: ['b', 'a'] },
    { ...label, labels: ['a', 'b', 'c'] },
    { ...label, labels: ['a'] },
    { ...label, issue: 2 },
    { ...label, why: 'else' },
    { ...label, do: 'remove-labels' },
    { ...base, do: 'react', comment: 'a,b' },
    { ...base, do: 'reopen' },
  ])('is nothing else: %j', (refused) => {
    expect(notRefused([label], [refused])).toEqual([label]);
  });

  test('is what has the same details, and none besides', () => {
    const close: Effect = { ...base, do: 'close', reason: 'completed' };
    expect(notRefused([close], [{ ...close, target: 'S' }])).toEqual([close]);
    expect(notRefused([{ ...close, target: 'S' }], [close])).toHaveLength(1);
    expect(notRefused([{ ...close }], [close])).toEqual([]);
  });
});
