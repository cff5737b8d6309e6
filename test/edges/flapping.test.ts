import { describe, expect, test } from 'vitest';
import { card, HOUR, MINUTE, notices } from '../support/stage.ts';
import { stageWith, fires, recovers, start, tell, pods, all, idle, toldOf } from './intake-story.ts';

describe('an alert that flaps', () => {
  test('and heals itself has nobody asked for its cause', async () => {
    const stage = await stageWith('causes: { intrinsic: [overload] }\nalerts: { hold: 5m }\n');
    await fires(stage, 0);
    stage.hub.clock.advance(2 * MINUTE);
    await recovers(stage, 2);
    await stage.pass(HOUR);
    expect(notices(stage.hub.issue(1))).toEqual([]);
  });

  test('and heals itself is not told as resolved, though a treatment at once was foreseen', async () => {
    const stage = await stageWith(
      'quick-path: 10m\nalerts: { hold: 5m }\ntriage: [{ if: { title: shop }, quick: true }]\n',
    );
    await fires(stage, 0);
    stage.hub.clock.advance(2 * MINUTE);
    await recovers(stage, 2);
    await stage.pass(HOUR);
    expect(notices(stage.hub.issue(1))).toEqual([]);
  });

  test('fifty pods at a time for a minute every half hour, and then lasts, is due when it must be', async () => {
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
    expect(all(stage)).toContain('The clock `resolve` was due Mon 2 Nov 2026, 17:50 UTC and was missed.');
    await idle(stage);
  });

  test('acknowledged while it was held, it stays with who took it on', async () => {
    const stage = await stageWith('alerts: { hold: 30m }\n');
    await fires(stage, 0);
    stage.hub.clock.advance(2 * MINUTE);
    stage.hub.as('alice').comment(1, '/ack');
    await stage.react();
    stage.hub.clock.advance(2 * MINUTE);
    await recovers(stage, 4);
    expect(card(stage.hub.issue(1))).toContain('· acknowledged');
    await stage.pass(HOUR);
    await idle(stage);
  });

  test('a P0 that a person set does not wait', async () => {
    const stage = await stageWith('alerts: { hold: 12h }\n');
    await fires(stage, 0, { priority: 'P3' });
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/priority P0 everything is down');
    await stage.react();
    expect(all(stage)).toContain('P0: acknowledge this incident');
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
