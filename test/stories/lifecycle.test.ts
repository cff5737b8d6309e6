import { describe, expect, it } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { clockOn, clockRow, rowOf } from '../support/card.ts';
import { card, HOUR, MINUTE, notices, stageOf, told } from '../support/stage.ts';
import { incident } from './lifecycle-story.ts';

const REOPENED = /is open again\.\*\*\n.*\nReopened /;

describe('resolved', () => {
  it.each<[string, (hub: Stage['hub'], n: number) => unknown, string, string[][]]>([
    ['by command', (hub, n) => hub.as('alice').comment(n, '/resolve rolled back'), '`alice`: `rolled back`', []],
    [
      'by label',
      (hub, n) => {
        hub.as('bob').label(n, 'resolved');
      },
      '`bob`, by label',
      [['bob']],
    ],
    [
      'by closing',
      (hub, n) => {
        hub.as('bob').close(n, 'completed');
      },
      '`bob`, by closing the issue',
      [['bob']],
    ],
  ])('%s', { tags: 'slow' }, async (_, act, how, asked) => {
    const { stage, hub, n } = await incident('P1');
    act(hub, n);
    await stage.react();
    const issue = hub.issue(n);
    expect(card(issue)).toMatch(/^## ✅ P1 Major · resolved$/m);
    expect(rowOf(card(issue), 'Resolved')).toBe(`10:00 by ${how}`);
    expect(clockRow(card(issue), 'Resolve')).toBe('✅ 17:00 (within 8 h) · met 10:00, 7 h to spare');
    expect(issue.labels).toContain('resolved');
    await stage.pass(24 * HOUR, HOUR);
    // Whoever resolved it without a word is asked what did.
    expect(told(hub.issue(n))).toEqual([['alice', 'bob'], ...asked]);
  });

  it('is not closed: the card says what remains', async () => {
    const { stage, hub, n } = await incident('P1');
    hub.as('alice').comment(n, '/resolve');
    await stage.react();
    expect(hub.issue(n).state).toBe('OPEN');
    expect(card(hub.issue(n))).toContain('**Do now**: close the issue once the reporter agrees');
  });
});

describe('dismissed', () => {
  it.each(['not_planned', 'duplicate'] as const)(
    'by closing as %s: no clock is met, nobody is told more',
    { tags: 'slow' },
    async (reason) => {
      const { stage, hub, n } = await incident('P0');
      hub.as('alice').close(n, reason);
      await stage.react();
      await stage.pass(12 * HOUR, HOUR);
      const issue = hub.issue(n);
      expect(rowOf(card(issue), 'Dismissed')).toBe('10:00 by `alice`, by closing the issue');
      expect(clockRow(card(issue), 'Resolve')).toBe('➖ 13:00 (within 4 h) · not needed any more');
      expect(issue.subIssues).toEqual([]);
      expect(told(issue)).toEqual([['alice', 'bob']]);
    },
  );
});

describe('reopened', () => {
  it('one that was resolved without a word has been acknowledged by that', async () => {
    const stage = await stageOf();
    const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.clock.advance(5 * MINUTE);
    stage.hub.as('alice').close(n, 'completed');
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('rita').reopen(n);
    await stage.react();
    // The start and the receipt; what resolved it is asked of alice, and rita told; the reopening.
    expect(notices(stage.hub.issue(n))).toHaveLength(5);
    expect(told(stage.hub.issue(n)).slice(0, 2)).toEqual([['alice', 'bob'], ['alice']]);
    expect(notices(stage.hub.issue(n)).at(-1)).toMatch(REOPENED);
  });

  it('the clocks go on, and the time closed does not count', { tags: 'slow' }, async () => {
    const { stage, hub, n } = await incident('P1');
    hub.as('alice').close(n, 'completed');
    await stage.react();
    hub.clock.advance(10 * HOUR);
    hub.as('rita').reopen(n);
    await stage.react();
    const issue = hub.issue(n);
    expect(issue.labels).not.toContain('resolved');
    expect(card(issue)).toContain('reopened once');
    // Eight hours from 09:00, of which ten were spent closed.
    expect(clockRow(card(issue), 'Resolve')).toBe('⏳ Tue 03:00 (within 8 h)');
    expect(notices(issue).at(-1)).toMatch(REOPENED);
    hub.clock.set(Date.parse('2026-11-03T03:00:00Z'));
    await stage.sweep();
    expect(clockRow(card(hub.issue(n)), 'Resolve')).toBe('❌ Tue 03:00 (within 8 h) · missed; not done yet');
    expect(hub.issue(n).labels).toContain('breached');
  });

  it('takes back what only the resolution had met, and the mitigation', async () => {
    const policy = `roles: { responder: [alice] }
fallback: grace
priorities: { P1: { restore: 4h, resolve: 8h } }
`;
    const { stage, hub, n } = await incident('P1', { policy });
    hub.as('alice').comment(n, '/mitigate');
    hub.as('alice').comment(n, '/resolve');
    await stage.react();
    expect(hub.issue(n).labels).toEqual(expect.arrayContaining(['mitigated', 'resolved']));
    hub.as('bob').unlabel(n, 'resolved');
    await stage.react();
    const text = card(hub.issue(n));
    expect(hub.issue(n).labels).not.toContain('mitigated');
    expect(clockOn(text, 'Restore data')).toEqual([
      '- ⏳ **Restore data** 13:00 (within 4 h)',
      '- ✅ **Restore data** (before the reopening) 13:00 (within 4 h) · met 10:00, 3 h to spare',
    ]);
    expect(text).not.toContain('Impact');
  });

  it('by taking the label off', async () => {
    const { stage, hub, n } = await incident('P1');
    hub.as('alice').comment(n, '/resolve');
    await stage.react();
    hub.as('rita').comment(n, 'It is not over!');
    hub.as('bob').unlabel(n, 'resolved');
    await stage.react();
    expect(clockRow(card(hub.issue(n)), 'Resolve')).toBe('⏳ 17:00 (within 8 h)');
    expect(hub.issue(n).labels).not.toContain('resolved');
  });
});

describe('the post-mortem', () => {
  const P1_TOO = `
priorities:
  P0: { resolve: 4h }
  P1: { resolve: 8h, post-mortem: true }
`;

  it.each([
    ['P0', undefined, 1],
    ['P1', undefined, 0],
    ['P1', P1_TOO, 1],
    ['P0', P1_TOO, 1],
    ['P2', P1_TOO, 0],
  ])('of a resolved %s under this policy', async (priority, policy, count) => {
    const { stage, hub, n } = await incident(priority, policy === undefined ? {} : { policy });
    hub.as('alice').comment(n, '/resolve');
    await stage.react();
    await stage.sweep();
    expect(hub.issue(n).subIssues).toHaveLength(count);
  });

  it('comes even if the run of the resolution was lost and the issue is closed since', async () => {
    const { stage, hub, n } = await incident('P0');
    hub.as('alice').close(n, 'completed');
    hub.clock.advance(48 * HOUR);
    await stage.sweep();
    expect(hub.issue(n).subIssues).toHaveLength(1);
  });

  it('is not opened again when people have rewritten it', async () => {
    const { stage, hub, n } = await incident('P0');
    hub.as('alice').comment(n, '/resolve');
    await stage.react();
    const [postMortem] = hub.issue(n).subIssues;
    hub.as('alice').editBody(postMortem!, 'All new');
    await stage.sweep();
    expect(hub.issue(n).subIssues).toEqual([postMortem]);
  });

  it('is not taken for another sub-issue that a bot has opened', async () => {
    const { stage, hub, n } = await incident('P0');
    hub.as('github-actions[bot]').openIssue({ title: 'Weekly chores' });
    hub.as('alice').addSubIssue(n, n + 1);
    hub.as('alice').comment(n, '/resolve');
    await stage.react();
    expect(hub.issue(n).subIssues).toEqual([n + 1, n + 2]);
  });

  it('says what the record knows', async () => {
    const { stage, hub, n } = await incident('P0');
    hub.as('alice').comment(n, '/resolve a bad | deploy');
    await stage.react();
    const postMortem = hub.issue(hub.issue(n).subIssues[0]!);
    expect(postMortem).toMatchObject({
      title: `Post-mortem: Down (#${n})`,
      labels: ['post-mortem'],
      assignees: ['alice'],
      parent: n,
    });
    const text = `${postMortem.body}\n${postMortem.comments.map(({ body }) => body).join('\n')}`;
    expect(rowOf(text, 'Duration')).toBe('1 h');
    expect(text).toContain('Times are those of UTC; an hour alone is of Mon 2 Nov 2026.');
    expect(text).toContain('- **09:00** `rita` reported it\n');
    expect(text).toMatch(/^- \*\*10:00\*\* `alice` resolved it: `a bad \| deploy` /m);
    expect(text).toContain('**Acknowledge** (P0) 09:15');
    expect(text).toContain('met 09:10, 5 min to spare');
    expect(text).toContain(`Draft due: **Thu 5 Nov 2026, 10:00 UTC**. Comment \`/review\` here once it is there.`);
    for (const heading of ['Root causes and contributing factors', 'Action items', 'What went well'])
      expect(text).toContain(`## ${heading}`);
  });
});
