import { describe, expect, test } from 'vitest';
import { alertCountOf, episodesOf } from '../../src/capabilities/alerts/log.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { HOUR, MINUTE, stageOf } from '../support/stage.ts';
import { dispatched } from './payloads.ts';
import { group, isGoingOn, logOf, filed, bodyOf } from './filing-stage.ts';

describe('the recovery', () => {
  test('is recorded', async () => {
    const stage = await stageOf();
    const from = stage.hub.clock.now();
    await stage.sweep(group(stage, { from }));
    expect(isGoingOn(stage, 1)).toBe(true);
    stage.hub.clock.advance(10 * MINUTE);
    const report = await stage.sweep(group(stage, { from, to: from + 9 * MINUTE }));
    expect(report.filed).toEqual([{ issue: 1, what: expect.stringContaining('recovery') as string }]);
    expect(episodesOf(logOf(stage, 1))).toEqual([{ from, to: from + 9 * MINUTE }]);
  });

  test('is not undone by the firing that is told late', async () => {
    const stage = await stageOf();
    const from = stage.hub.clock.now();
    await stage.sweep(group(stage, { from, to: from + 9 * MINUTE }));
    await stage.sweep(group(stage, { from }));
    expect(stage.hub.issues()).toHaveLength(1);
    expect(isGoingOn(stage, 1)).toBe(false);
  });

  test('of an alert that has no incident opens one', async () => {
    const stage = await stageOf();
    const from = stage.hub.clock.now() - HOUR;
    await stage.sweep(group(stage, { from, to: from + MINUTE }));
    expect(episodesOf(logOf(stage, 1))).toEqual([{ from, to: from + MINUTE }]);
  });

  test('of an incident that people have ended long ago is recorded there', async () => {
    const stage = await stageOf();
    const from = stage.hub.clock.now();
    await stage.sweep(group(stage, { from }));
    stage.hub.as('alice').close(1);
    stage.hub.clock.advance(24 * HOUR);
    await stage.sweep(group(stage, { from, to: from + 24 * HOUR }));
    expect(stage.hub.issues()).toHaveLength(1);
    expect(isGoingOn(stage, 1)).toBe(false);
  });

  test('in the plain shape, which does not say of which firing', async () => {
    const stage = await stageOf();
    const disk = { key: 'disk', title: 'Disk full' };
    await stage.sweep(dispatched(disk));
    stage.hub.clock.advance(10 * MINUTE);
    for (let i = 0; i < 2; i++) await stage.sweep(dispatched({ ...disk, status: 'resolved' }));
    expect(stage.hub.issues()).toHaveLength(1);
    expect(logOf(stage, 1).firings).toHaveLength(1);
    expect(isGoingOn(stage, 1)).toBe(false);
  });
});

describe('firing again after the end', () => {
  async function ended(how: 'completed' | 'not_planned' = 'completed'): Promise<Stage> {
    const stage = await stageOf();
    const from = stage.hub.clock.now();
    await stage.sweep(group(stage, { from }));
    stage.hub.clock.advance(10 * MINUTE);
    await stage.sweep(group(stage, { from, to: from + 9 * MINUTE }));
    stage.hub.as('alice').close(1, how);
    return stage;
  }

  test('within four hours goes to the same incident', async () => {
    const stage = await ended();
    stage.hub.clock.advance(4 * HOUR - MINUTE);
    expect(filed(await stage.sweep(group(stage)))).toEqual([1]);
    expect(isGoingOn(stage, 1)).toBe(true);
  });

  test('later opens a new one that links to it', async () => {
    const stage = await ended();
    stage.hub.clock.advance(4 * HOUR);
    expect(filed(await stage.sweep(group(stage)))).toEqual([2]);
    expect(bodyOf(stage, 2)).toContain('\n\nFollows #1.\n\n');
    expect(alertCountOf(logOf(stage, 2))).toBe(1);
    expect(isGoingOn(stage, 1)).toBe(false);
  });

  test('counts from when it fired, not from when the run came', async () => {
    const stage = await ended();
    stage.hub.clock.advance(HOUR);
    const from = stage.hub.clock.now();
    stage.hub.clock.advance(12 * HOUR);
    expect(filed(await stage.sweep(group(stage, { from })))).toEqual([1]);
  });

  test('of what was dismissed opens a new one', async () => {
    const stage = await ended('not_planned');
    stage.hub.clock.advance(MINUTE);
    expect(filed(await stage.sweep(group(stage)))).toEqual([2]);
  });

  test('leaves what the closed one has where it is', async () => {
    const stage = await stageOf();
    const from = stage.hub.clock.now();
    await stage.sweep(group(stage, { from }));
    stage.hub.as('alice').close(1);
    stage.hub.clock.advance(5 * HOUR);
    const now = stage.hub.clock.now();
    const [old, young] = [group(stage, { from }), group(stage, { pods: ['cart-2'], from: now })];
    const alerts = [old, young].flatMap((it) => (it.payload.client_payload as Body).alertmanager.alerts);
    const { alertmanager } = old.payload.client_payload as Body;
    await stage.sweep(dispatched({ alertmanager: { ...alertmanager, alerts } }));
    expect(alertCountOf(logOf(stage, 1))).toBe(1);
    expect(logOf(stage, 2).firings.map((it) => it.alert)).toEqual(['f-cart-2']);
  });
});

interface Body {
  readonly alertmanager: { readonly alerts: readonly object[] };
}
