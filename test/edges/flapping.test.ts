import { describe, expect, test } from 'vitest';
import { clockRow, row } from '../support/card.ts';
import { card, HOUR, MINUTE, notices } from '../support/stage.ts';
import { stageWith, fires, recovers, start, tell, pods, all, idle, toldOf, OPERATED } from './intake-story.ts';

describe('an alert that flaps', () => {
  test('and heals itself has nobody asked for its cause', { tags: 'slow' }, async () => {
    const stage = await stageWith('causes: { intrinsic: [overload] }\nalerts: { hold: 5m }\n');
    await fires(stage, 0);
    stage.hub.clock.advance(2 * MINUTE);
    await recovers(stage, 2);
    await stage.pass(HOUR);
    expect(notices(stage.hub.issue(1))).toEqual([]);
  });

  test(
    'and heals itself is not told as resolved, though a treatment at once was foreseen',
    { tags: 'slow' },
    async () => {
      const stage = await stageWith(
        'quick-path: 10m\nalerts: { hold: 5m }\ntriage: [{ if: { title: shop }, quick: true }]\n',
      );
      await fires(stage, 0);
      stage.hub.clock.advance(2 * MINUTE);
      await recovers(stage, 2);
      await stage.pass(HOUR);
      expect(notices(stage.hub.issue(1))).toEqual([]);
    },
  );

  test(
    'fifty pods at a time for a minute every half hour, and then lasts, is due when it must be',
    { tags: 'slow' },
    async () => {
      const stage = await stageWith('alerts: { recovery: resolve }\n');
      for (let i = 0; i < 10; i++) {
        stage.hub.clock.set(start + i * 30 * MINUTE);
        await tell(stage, pods(50, i * 30));
        stage.hub.clock.advance(MINUTE);
        await tell(stage, pods(50, i * 30, i * 30 + 1));
      }
      stage.hub.clock.set(start + 300 * MINUTE);
      await tell(stage, pods(50, 300));
      expect(card(stage.hub.issue(1))).toContain('fired 550 times');
      expect(card(stage.hub.issue(1))).toContain('reopened 10 times');
      await stage.pass(5 * HOUR);
      // Ten minutes of the four hours were over.
      expect(all(stage)).toMatch(/P0 not resolved in time[^@]*Due 17:50 UTC/);
      expect(clockRow(card(stage.hub.issue(1)), 'Resolve')).toMatch(/^❌ 17:50 \(within 4 h\) · missed/);
      await idle(stage);
    },
  );

  test('acknowledged while it was held, it stays with who took it on', { tags: 'slow' }, async () => {
    const stage = await stageWith('alerts: { hold: 30m }\n');
    await fires(stage, 0);
    stage.hub.clock.advance(2 * MINUTE);
    stage.hub.as('alice').comment(1, '/ack');
    await stage.react();
    stage.hub.clock.advance(2 * MINUTE);
    await recovers(stage, 4);
    expect(row(card(stage.hub.issue(1)), 'Acknowledged')).toBe('09:02 by `alice`');
    expect(card(stage.hub.issue(1))).toContain('· `alice` has it');
    await stage.pass(HOUR);
    await idle(stage);
  });

  test(
    'and heals itself breaches nothing and tells nobody, then or later, whatever the policy would tell',
    { tags: 'slow' },
    async () => {
      const stage = await stageWith(
        'alerts: { hold: 30m }\ninform: [management]\nservices: { shop: { downtime-per-incident: 10m } }\n',
        OPERATED.replace(
          '    - { at: start, notify: responder }\n',
          '    - { at: start, notify: responder }\n    - { at: post-mortem due, notify: management }\n',
        ),
      );
      await fires(stage, 0);
      for (const minute of [10, 16, 19]) {
        stage.hub.clock.set(start + minute * MINUTE);
        await stage.sweep();
      }
      stage.hub.clock.advance(MINUTE);
      await recovers(stage, 20);
      await stage.pass(6 * 24 * HOUR, 6 * HOUR);
      const issue = stage.hub.issue(1);
      expect(notices(issue)).toEqual([]);
      expect(issue.labels.toSorted()).toEqual(['P0', 'incident', 'resolved']);
      expect(card(issue)).not.toContain('missed');
      expect(card(issue)).not.toMatch(/post-mortem/i);
      expect(card(issue)).toContain('20 min of downtime');
      await idle(stage);
    },
  );

  test('that lasts beyond its hold has missed what it missed meanwhile', async () => {
    const stage = await stageWith('alerts: { hold: 30m }\n');
    await fires(stage, 0);
    stage.hub.clock.advance(16 * MINUTE);
    await stage.sweep();
    expect(card(stage.hub.issue(1))).not.toContain('missed');
    stage.hub.clock.advance(15 * MINUTE);
    await stage.sweep();
    expect(clockRow(card(stage.hub.issue(1)), 'Acknowledge')).toBe(
      '❌ 09:15 (within 15 min) · missed, noticed 16 min later; not done yet',
    );
    expect(toldOf(stage)).toEqual(expect.arrayContaining(['alice', 'bob', 'grace']));
  });

  test.each([
    ['a rule', 'triage: [{ if: { title: shop }, priority: P0, apply: true }]\n', null],
    ['another bot', '', 'helper[bot]'],
  ])('waits also where %s makes it a P0', { tags: 'slow' }, async (_, rule, bot) => {
    const stage = await stageWith(`alerts: { hold: 10m }\n${rule}`);
    await fires(stage, 0, { priority: undefined });
    if (bot !== null) {
      stage.hub.clock.advance(MINUTE);
      stage.hub.as(bot).label(1, 'P0');
      await stage.sweep();
    }
    expect(stage.hub.issue(1).labels).toContain('P0');
    stage.hub.clock.advance(3 * MINUTE);
    await stage.sweep();
    await recovers(stage, 5);
    await stage.pass(HOUR, 5 * MINUTE);
    expect(notices(stage.hub.issue(1))).toEqual([]);
  });

  test('what somebody was told of is not healed by its recovery', { tags: 'slow' }, async () => {
    const stage = await stageWith('alerts: { hold: 12h }\n');
    await fires(stage, 0, { priority: 'P3' });
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/priority P0 everything is down');
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    await recovers(stage, 2);
    expect(stage.hub.issue(1).labels).not.toContain('resolved');
  });

  test('stays healed when the policy waits for less', { tags: 'slow' }, async () => {
    const stage = await stageWith('alerts: { hold: 30m }\ninform: [management]\n');
    await fires(stage, 0);
    stage.hub.clock.advance(20 * MINUTE);
    await recovers(stage, 20);
    stage.hub.commit({ '.github/tocsin.yml': `${OPERATED}alerts: { hold: 5m }\ninform: [management]\n` });
    await stage.pass(HOUR, 10 * MINUTE);
    expect(notices(stage.hub.issue(1))).toEqual([]);
    expect(stage.hub.issue(1).labels).not.toContain('breached');
  });

  test('a recovery that says only its key is no error', async () => {
    const stage = await stageWith();
    await fires(stage, 0);
    stage.hub.clock.advance(HOUR);
    const { failures, filed } = await recovers(stage, 60, { title: undefined, priority: undefined });
    expect(failures).toEqual([]);
    expect(filed).toHaveLength(1);
    expect(row(card(stage.hub.issue(1)), 'Alert')).toContain('recovered 10:00 UTC');
  });

  test('a P0 that a person set does not wait', async () => {
    const stage = await stageWith('alerts: { hold: 12h }\n');
    await fires(stage, 0, { priority: 'P3' });
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/priority P0 everything is down');
    await stage.react();
    expect(all(stage)).toContain('P0: comment `/ack` before 09:15 UTC');
  });

  test('a level to which somebody hands it while it is held is told', async () => {
    const stage = await stageWith('alerts: { hold: 12h }\n');
    await fires(stage, 0);
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/level 3 look at the disks');
    await stage.react();
    expect(toldOf(stage)).toContain('carol');
  });
});
