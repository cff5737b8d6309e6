import { describe, expect, test } from 'vitest';
import { alertCountOf } from '../../src/capabilities/alerts/log.ts';
import { isRed } from '../../src/run/report.ts';
import { MINUTE, stageOf } from '../support/stage.ts';
import { dispatched } from './payloads.ts';
import { bodyOf, filed, isGoingOn, logOf } from './filing-stage.ts';
import { ALERT_POLICY, disk, disks, payload, SHARED, stageByAlert } from './many-payloads.ts';

describe('what shares an incident', () => {
  test('has recovered there when all of it has, and opens nothing', { tags: 'slow' }, async () => {
    const stage = await stageByAlert();
    await stage.sweep(payload(disks(60)));
    stage.hub.clock.advance(MINUTE);
    const half = disks(60).map((it, i) => (i === 50 ? disk(50, 'warning', 10) : it));
    await stage.sweep(payload(half));
    expect(isGoingOn(stage, SHARED)).toBe(true);
    await stage.sweep(payload(disks(60, { end: 20 })));
    expect(isGoingOn(stage, SHARED)).toBe(false);
    expect(stage.hub.issues()).toHaveLength(SHARED);
    expect(isGoingOn(stage, 1)).toBe(false);
  });

  test('is resolved with it, where a recovery does that', { tags: 'slow' }, async () => {
    const stage = await stageOf({ policy: ALERT_POLICY.replace('alert }', 'alert, recovery: close }') });
    await stage.sweep(payload(disks(60)));
    await stage.sweep();
    stage.hub.clock.advance(MINUTE);
    const most = disks(60, { end: 20 }).map((it, i) => (i === 59 ? disk(i, 'info') : it));
    await stage.sweep(payload(most));
    await stage.sweep();
    expect(stage.hub.issue(SHARED).state).toBe('OPEN');
    await stage.sweep(payload(disks(60, { end: 20 })));
    await stage.sweep();
    expect(stage.hub.issue(SHARED).state).toBe('CLOSED');
  });

  test('and comes alone later is known there, its end too', async () => {
    const stage = await stageByAlert();
    await stage.sweep(payload(disks(51)));
    stage.hub.clock.advance(MINUTE);
    expect(filed(await stage.sweep(payload([disk(50, 'warning')])))).toEqual([SHARED]);
    expect(filed(await stage.sweep(payload([disk(50, 'warning', 20)])))).toEqual([SHARED]);
    expect(isGoingOn(stage, SHARED)).toBe(false);
    expect(stage.hub.issues()).toHaveLength(SHARED);
  });

  test('of a group without a name is known there as well', async () => {
    const stage = await stageByAlert();
    await stage.sweep(dispatched({ alertmanager: { receiver: 'x', alerts: disks(51) } }));
    const over = dispatched({ alertmanager: { receiver: 'x', alerts: [disk(50, 'warning', 20)] } });
    expect(filed(await stage.sweep(over))).toEqual([SHARED]);
    expect(stage.hub.issues()).toHaveLength(SHARED);
  });

  test('and fires alone anew has an incident of its own from then on', { tags: 'slow' }, async () => {
    const stage = await stageByAlert();
    await stage.sweep(payload(disks(60)));
    const anew = { ...disk(50, 'critical'), startsAt: '2026-11-02T08:59:00Z' };
    expect(filed(await stage.sweep(payload([anew])))).toEqual([52]);
    expect(stage.hub.issue(52).title).toBe('Disk50');
    const report = await stage.sweep(payload(disks(60).map((it, i) => (i === 50 ? anew : it))));
    expect(filed(report)).toContain(52);
    expect(stage.hub.issues()).toHaveLength(52);
  });

  test('gives way to nothing: what has an incident of its own is filed to it, however far down', async () => {
    const stage = await stageByAlert();
    await stage.sweep(payload([disk(59, 'info')]));
    stage.hub.clock.advance(MINUTE);
    const report = await stage.sweep(
      payload([...disks(59), { ...disk(59, 'info'), startsAt: '2026-11-02T08:40:00Z' }]),
    );
    expect(filed(report)).toContain(1);
    expect(alertCountOf(logOf(stage, 1))).toBe(2);
    expect(stage.hub.issue(52).title).toContain('9 more alerts');
  });

  test('becomes graver there', { tags: 'slow' }, async () => {
    const stage = await stageByAlert();
    await stage.sweep(payload(disks(60)));
    const all = disks(60, { critical: Array.from({ length: 60 }, (_, i) => i) });
    await stage.sweep(payload(all));
    expect(logOf(stage, SHARED).grades?.map(({ severity }) => severity)).toEqual(['warning', 'critical']);
    expect(stage.hub.issues()).toHaveLength(SHARED);
  });

  test('is only counted where it is confidential', async () => {
    const stage = await stageByAlert(
      'roles: { security: [alice] }\ncategories: [{ name: leak, owner: security, confidential: true }]\n',
    );
    const report = await stage.sweep(
      payload([...disks(50), disk(50, 'warning', undefined, { category: 'leak' }), disk(51, 'warning')]),
    );
    expect(stage.hub.issue(SHARED).title).toBe('2 more alerts of alertmanager: confidential, Disk51');
    expect(JSON.stringify([report.filed, bodyOf(stage, SHARED).split('\n').slice(1)])).not.toContain('Disk50');
  });

  test('is one incident also where GitHub loses the answer', { tags: 'slow' }, async () => {
    const stage = await stageByAlert();
    await stage.sweep(payload(disks(50)));
    stage.hub.faults.add({
      when: { matches: ({ mutations }) => mutations.some((it) => it.endsWith('createIssue')) },
      how: 'drop-after',
    });
    expect(isRed(await stage.sweep(payload(disks(60))))).toBe(false);
    expect(stage.hub.issues()).toHaveLength(SHARED);
  });
});
