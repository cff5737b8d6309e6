import { clocksWords } from '../../src/capabilities/clocks/words.ts';
import { describe, expect, test } from 'vitest';
import { clockOn, clocksOn, rowOf } from '../support/card.ts';
import { HOUR, MINUTE, POLICY } from '../support/stage.ts';
import { opened, DAY } from './incident-story.ts';

/** What is asked of those who owe the draft of a post-mortem. */
const LATE_DRAFT = clocksWords.en.clock['post-mortem'].missed('P0', '#2');

/* Corners in which an incident could get lost, be told twice or be told wrong. */

describe('what was decided stays decided', () => {
  test('a responder whose comment acknowledged it deletes their account: it stays acknowledged', async () => {
    const it = await opened(['P0']);
    it.hub.as('alice').comment(it.n, 'Looking at it.');
    await it.stage.react();
    expect(rowOf(it.card(), 'Acknowledged')).toContain('by `alice`');
    it.hub.deleteUser('alice');
    await it.stage.pass(HOUR, 30 * MINUTE);
    expect(it.card()).toMatch(/^## \S+ P0 Critical · `alice` has it$/m);
    expect(rowOf(it.card(), 'Acknowledged')).toContain('by `alice`');
    expect(it.told().flat()).not.toContain('grace');
  });

  test('the assignee whose assignment acknowledged it deletes their account: it stays acknowledged', async () => {
    const it = await opened(['P0']);
    it.hub.as('alice').assign(it.n, 'alice');
    await it.stage.react();
    expect(rowOf(it.card(), 'Acknowledged')).toContain('by `alice`');
    it.hub.deleteUser('alice');
    await it.stage.pass(HOUR, 30 * MINUTE);
    // GitHub does not say any more whose assignment it was.
    expect(it.card()).toMatch(/^## \S+ P0 Critical · acknowledged$/m);
    expect(rowOf(it.card(), 'Acknowledged')).toMatch(/^09:00 .* by assignment$/);
    expect(it.told().flat()).not.toContain('grace');
  });

  test('a reporter who withdrew an incident deletes their account: it stays withdrawn', async () => {
    const it = await opened(['P0']);
    it.hub.as('rita').close(it.n);
    await it.stage.react();
    expect(it.card()).toContain('closed, to be confirmed');
    it.hub.deleteUser('rita');
    await it.stage.sweep();
    expect(it.card()).toContain('closed, to be confirmed');
    expect(it.issue().subIssues).toEqual([]);
  });

  test('an impact stated long ago outlives the words of later commands', { tags: 'slow' }, async () => {
    const it = await opened(['P0']);
    it.hub.clock.advance(HOUR);
    it.hub.as('alice').comment(it.n, '/impact 2026-11-02T08:00:00+00:00 2026-11-02T09:30:00+00:00');
    await it.stage.react();
    expect(it.card()).toContain('1 h 30 min of downtime');
    for (let i = 0; i < 4; i++) {
      it.hub.clock.advance(MINUTE);
      it.hub.as('alice').comment(it.n, Array.from({ length: 20 }, () => `/update ${'x'.repeat(190)}`).join('\n'));
    }
    await it.stage.sweep();
    await it.stage.sweep();
    expect(it.card()).toContain('1 h 30 min of downtime');
    expect(it.notices().join('\n')).not.toContain('needs when the impact began');
  });
});

describe('a reopened incident', () => {
  const WORKAROUND = `${POLICY.replace('  normal:', '    - { at: workaround due, notify: management }\n  normal:')}
priorities:
  P1: { acknowledge: 30m, workaround: 2h, resolve: 8h, escalation: urgent }
  P2: { acknowledge: 4h, resolve: 2d, escalation: normal }
`;
  test('that never had a workaround misses it', { tags: 'slow' }, async () => {
    const it = await opened(['P1'], WORKAROUND);
    it.hub.clock.advance(HOUR);
    it.hub.as('alice').comment(it.n, '/resolve rolled back');
    await it.stage.react();
    it.hub.as('bob').unlabel(it.n, 'resolved');
    await it.stage.react();
    await it.stage.pass(2 * HOUR, HOUR);
    expect(clockOn(it.card(), 'Workaround')[0]).toMatch(/^- ❌ \*\*Workaround\*\* 11:00 \(within 2 h\) · missed/);
  });

  test('is not said to be mitigated for what was done before', async () => {
    const it = await opened(['P1']);
    it.hub.clock.advance(10 * MINUTE);
    it.hub.as('alice').comment(it.n, '/mitigate traffic goes elsewhere');
    it.hub.clock.advance(10 * MINUTE);
    it.hub.as('alice').comment(it.n, '/resolve rolled back');
    await it.stage.react();
    it.hub.as('bob').unlabel(it.n, 'resolved');
    it.hub.clock.advance(2 * HOUR);
    it.hub.as('alice').comment(it.n, '/mitigate again');
    await it.stage.react();
    expect(it.card()).not.toContain('10 min of downtime');
  });

  test('misses the workaround that comes too late, though no run came in between', async () => {
    const it = await opened(['P1'], WORKAROUND);
    it.hub.clock.advance(HOUR);
    it.hub.as('alice').comment(it.n, '/resolve rolled back');
    await it.stage.react();
    it.hub.as('bob').unlabel(it.n, 'resolved');
    await it.stage.react();
    it.hub.clock.advance(4 * HOUR);
    it.hub.as('alice').comment(it.n, '/workaround the other door');
    await it.stage.react();
    expect(clockOn(it.card(), 'Workaround')[0]).toMatch(/^- ❌ \*\*Workaround\*\* 11:00 \(within 2 h\) · missed/);
    expect(rowOf(it.card(), 'Mitigated')).toBe('14:00 by `alice`: `the other door`; reopened once');
  });

  const DRAFT = POLICY.replace('  normal:', '    - { at: post-mortem due, notify: management }\n  normal:');
  test('counts the draft that is ready after its second resolution', { tags: 'slow' }, async () => {
    const it = await opened(['P0'], DRAFT);
    const alice = it.hub.as('alice');
    for (const text of ['/resolve one', '/drafted', '/progress']) {
      it.hub.clock.advance(10 * MINUTE);
      alice.comment(it.n, text);
      await it.stage.react();
    }
    alice.unlabel(it.n, 'resolved');
    it.hub.clock.advance(HOUR);
    alice.comment(it.n, '/resolve two');
    it.hub.clock.advance(HOUR);
    alice.comment(it.n, '/drafted');
    await it.stage.react();
    await it.stage.pass(6 * DAY, 3 * DAY);
    expect(it.notices().join('\n')).not.toContain(LATE_DRAFT);
  });

  test('counts no draft before it was resolved, and the next one', { tags: 'slow' }, async () => {
    const it = await opened(['P0'], DRAFT);
    const alice = it.hub.as('alice');
    for (const text of ['/drafted', '/resolve one', '/drafted']) {
      it.hub.clock.advance(10 * MINUTE);
      alice.comment(it.n, text);
      await it.stage.react();
    }
    await it.stage.pass(6 * DAY, 3 * DAY);
    expect(it.notices().join('\n')).not.toContain(LATE_DRAFT);
  });
});

describe('an incident that is over', () => {
  test('by dismissal misses nothing through what is said later', async () => {
    const it = await opened(['P0']);
    it.hub.clock.advance(5 * MINUTE);
    it.hub.as('alice').close(it.n, 'not_planned');
    await it.stage.react();
    it.hub.clock.advance(HOUR);
    it.hub.as('alice').comment(it.n, 'It was a drill.');
    await it.stage.react();
    expect(it.issue().labels).not.toContain('breached');
    const clocks = clocksOn(it.card());
    expect(clocks).not.toEqual([]);
    expect(clocks.join('\n')).not.toContain('❌');
  });

  test('because a bot took its label off says so', async () => {
    const it = await opened(['P0']);
    it.hub.as('labeler[bot]').unlabel(it.n, 'incident');
    await it.stage.pass(2 * HOUR, HOUR);
    const clocks = clocksOn(it.card());
    expect(clocks).not.toEqual([]);
    expect(it.told().length > 1 || !clocks.some((line) => line.includes('⏳'))).toBe(true);
  });
});
