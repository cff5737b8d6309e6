import { describe, expect, test } from 'vitest';
import { heldLabels, lostLabels, withLostLabels, type HeldLabels, type LabelKind } from '../../src/engine/held.ts';
import { HOUR } from '../../src/calendar/length.ts';
import type { Issue, TimelineEvent } from '../../src/model/issue.ts';

/* What a label said outlives what the settings of the repository do to it. Times are in hours. */

const KINDS: readonly LabelKind[] = [
  { labels: ['P0', 'P2'], ours: true },
  { labels: ['hold'], ours: false },
];
const author = { login: 'rita', bot: false };
type Change = readonly [sign: '+' | '-', label: string, at: number, own?: boolean];

const eventOf = ([sign, label, at, own = false]: Change): TimelineEvent => ({
  kind: sign === '+' ? 'labeled' : 'unlabeled',
  label,
  at: at * HOUR,
  actor: { login: 'alice', bot: false },
  own,
});
const issueOf = (labels: readonly string[], ...changes: Change[]): Issue =>
  ({ number: 1, author, labels, openedAt: 0, timeline: changes.map(eventOf) }) as unknown as Issue;
/** What is on the timeline of an issue, read with what was on record. */
const read = (issue: Issue, held: HeldLabels): string[] =>
  withLostLabels(issue, held, KINDS).timeline.map((it) =>
    it.kind === 'labeled' || it.kind === 'unlabeled'
      ? `${it.kind === 'labeled' ? '+' : '-'}${it.label} ${it.at / HOUR} ${it.actor?.login ?? 'nobody'}`
      : it.kind,
  );
const recorded = (held: HeldLabels): unknown =>
  Object.fromEntries(Object.entries(held).map(([label, turns]) => [label, [turns].flat().map((at) => at / HOUR)]));

describe('on record', () => {
  test.each<[string, Issue, object]>([
    ['is since when a label is on', issueOf(['P0'], ['+', 'P0', 1]), { P0: [1] }],
    ['is when it was on', issueOf([], ['+', 'hold', 1], ['-', 'hold', 3]), { hold: [1, 3] }],
    ['is the opening for what was there before all else', issueOf(['P0']), { P0: [0] }],
    ['is no label that follows what was said otherwise', issueOf(['hold'], ['+', 'hold', 1, true]), {}],
    ['is a label of ours that sorts', issueOf(['P0'], ['+', 'P0', 1, true]), { P0: [1] }],
    ['is a label of yours that we took off', issueOf([], ['+', 'hold', 1], ['-', 'hold', 3, true]), { hold: [1, 3] }],
    ['is nothing that was only taken off', issueOf([], ['-', 'hold', 2]), {}],
    ['is each turn once', issueOf(['hold'], ['+', 'hold', 1], ['+', 'hold', 2], ['-', 'hold', 3]), { hold: [1, 3] }],
  ])('%s', (_, issue, held) => {
    expect(recorded(heldLabels(issue, KINDS))).toEqual(held);
  });

  test('are the last turns of a label that goes on and off, beginning with on', () => {
    const turns = Array.from({ length: 51 }, (_, i): Change => [i % 2 === 0 ? '+' : '-', 'hold', i]);
    const { hold } = heldLabels(issueOf(['hold'], ...turns), KINDS);
    expect(hold).toHaveLength(19);
    expect([hold!].flat()[0]).toBe(32 * HOUR);
    const even = heldLabels(issueOf([], ...turns.slice(0, -1)), KINDS).hold;
    expect(even).toHaveLength(20);
    expect([even!].flat()[0]).toBe(30 * HOUR);
  });
});

describe('read anew', () => {
  test.each<[string, Issue, HeldLabels, string[]]>([
    ['stands what the timeline lost', issueOf([]), { P0: HOUR }, ['+P0 1 rita']],
    ['stands what somebody said by it', issueOf([]), { hold: HOUR }, ['+hold 1 nobody']],
    ['stands when it was on, long ago', issueOf([]), { hold: [HOUR, 3 * HOUR] }, ['+hold 1 nobody', '-hold 3 nobody']],
    ['gives way to another of its kind', issueOf(['P2'], ['+', 'P2', 4]), { P0: HOUR }, ['+P2 4 alice']],
    [
      'stands before it is set again, and taken off',
      issueOf([], ['+', 'hold', 5, true], ['-', 'hold', 6]),
      { hold: HOUR },
      ['+hold 1 nobody', '+hold 5 alice', '-hold 6 alice'],
    ],
    ['is told once if GitHub still tells it', issueOf(['P0'], ['+', 'P0', 1]), { P0: HOUR }, ['+P0 1 alice']],
    [
      'is told once of what we set, by whichever clock',
      issueOf(['P0'], ['+', 'P0', 1, true]),
      { P0: HOUR - 60_000 },
      ['+P0 1 alice'],
    ],
    [
      'is told once as GitHub tells it, though it was put on and taken off again',
      issueOf([], ['+', 'hold', 1], ['-', 'hold', 3]),
      { hold: [HOUR, 3 * HOUR] },
      ['+hold 1 alice', '-hold 3 alice'],
    ],
    ['is nothing of labels that say nothing any more', issueOf([]), { old: HOUR }, []],
  ])('%s', (_, issue, held, timeline) => {
    expect(read(issue, held)).toEqual(timeline);
  });

  test('without a loss, the issue is the one that it was', () => {
    const issue = issueOf(['P0'], ['+', 'P0', 1]);
    expect(withLostLabels(issue, { P0: HOUR }, KINDS)).toBe(issue);
  });

  test.each<[string, Issue, HeldLabels, string[]]>([
    ['that nobody took off', issueOf([], ['+', 'hold', 1]), { hold: HOUR }, ['hold']],
    ['of which the timeline tells nothing', issueOf([]), { hold: HOUR }, ['hold']],
    ['but none that somebody took off since', issueOf([], ['+', 'hold', 1], ['-', 'hold', 2]), { hold: HOUR }, []],
    ['but none that was off on record', issueOf([], ['+', 'hold', 1]), { hold: [HOUR, 2 * HOUR] }, []],
    ['but none that was never on record', issueOf([]), {}, []],
    ['but none that is there', issueOf(['hold']), { hold: HOUR }, []],
    ['but none with a successor', issueOf(['P2']), { P0: HOUR }, []],
  ])('a label is lost %s', (_, issue, held, lost) => {
    expect(lostLabels(issue, held, KINDS)).toEqual(lost);
  });

  test('and recorded again, the record stays what it is', () => {
    const held = { hold: [HOUR, 3 * HOUR, 5 * HOUR], P0: 2 * HOUR };
    const lost = issueOf([]);
    expect(heldLabels(withLostLabels(lost, held, KINDS), KINDS)).toEqual(held);
  });
});
