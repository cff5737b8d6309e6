import { describe, expect, it } from 'vitest';
import { clockOn, rowOf } from '../support/card.ts';
import { card, HOUR, MINUTE, asks, POLICY, stageOf, whole } from '../support/stage.ts';
import { fires, recovers, start, stageWith } from '../edges/intake-story.ts';
import { p1 } from './clock-story.ts';

describe('impact and downtime', () => {
  const SERVICE = `${POLICY}\nservices:\n  platform: { downtime-per-incident: 10m }\n`;

  it('run from the opening to the mitigation, against the objective', async () => {
    const { stage, hub, n } = await p1(SERVICE);
    hub.clock.advance(25 * MINUTE);
    hub.as('alice').comment(n, '/mitigate traffic goes elsewhere');
    const report = await stage.react();
    expect(rowOf(card(hub.issue(n)), 'Impact')).toBe(
      '09:00 UTC to 09:25 UTC: 25 min of downtime; ❌ objective of `platform`: `10m`',
    );
    expect(rowOf(card(hub.issue(n)), 'Mitigated')).toBe('09:25 by `alice`: `traffic goes elsewhere`');
    expect(report?.settled).toHaveLength(1);
  });

  it('or by label', async () => {
    const { stage, hub, n } = await p1(SERVICE);
    hub.clock.advance(5 * MINUTE);
    hub.as('bob').label(n, 'mitigated');
    await stage.react();
    expect(card(hub.issue(n))).toContain('5 min of downtime; ✅ objective of `platform`: `10m`');
  });

  it('or as stated', async () => {
    const { stage, hub, n } = await p1(SERVICE);
    hub.clock.advance(HOUR);
    hub.as('alice').comment(n, '/impact 2026-11-02T08:00 2026-11-02T09:30Z');
    await stage.react();
    expect(card(hub.issue(n))).toContain('1 h 30 min of downtime');
    hub.as('alice').comment(n, '/impact yesterday');
    await stage.react();
    expect(asks(hub.issue(n)).at(-1)).toContain('needs when the impact began');
  });

  it('of an alert is whenever it fired, unless somebody states it', { tags: 'slow' }, async () => {
    const stage = await stageWith(
      'services: { platform: { downtime-per-incident: 10m } }\nalerts: { recovery: record }\n',
    );
    for (const [from, to] of [
      [0, 20],
      [60, 70],
    ] as const) {
      stage.hub.clock.set(start + from * MINUTE);
      await fires(stage, from);
      stage.hub.clock.set(start + to * MINUTE);
      await recovers(stage, to);
    }
    const impact = () => rowOf(card(stage.hub.issue(1)), 'Impact');
    expect(impact()).toContain('09:00 UTC to 10:10 UTC: 30 min of downtime; ❌');
    stage.hub.clock.advance(2 * HOUR);
    stage.hub.as('alice').comment(1, '/resolve the pool is larger now');
    await stage.react();
    expect(impact()).toContain('30 min of downtime');
    expect(whole(stage.hub.issue(2))).toContain('30 min');
    stage.hub.as('alice').comment(1, '/impact 2026-11-02T09:00Z 2026-11-02T09:05Z');
    await stage.react();
    expect(impact()).toContain('5 min of downtime; as stated by `alice`; ✅');
  });

  it('of an alert that still fires lasts until somebody has mitigated or resolved it', async () => {
    const stage = await stageWith();
    await fires(stage, 0);
    stage.hub.clock.advance(25 * MINUTE);
    stage.hub.as('alice').comment(1, '/mitigate traffic goes elsewhere');
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('25 min of downtime');
  });

  it('is none of a request for assistance', async () => {
    const policy = `${SERVICE}assistance: { label: help, resolve: 8h }\n`;
    const stage = await stageOf({ policy });
    stage.hub.as('rita').openIssue({ title: 'How do I…?', labels: ['incident', 'help'] });
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').comment(1, '/resolve like this');
    await stage.react();
    expect(rowOf(card(stage.hub.issue(1)), 'Resolved')).toContain('by `alice`');
    expect(card(stage.hub.issue(1))).not.toContain('downtime');
  });

  it('the restore clock waits for /restored', async () => {
    const { stage, hub, n } = await p1(
      `${POLICY}\npriorities:\n  P1: { restore: 4h, resolve: 8h, escalation: urgent, acknowledge: 1h }\n  P2: { resolve: 8h, escalation: normal, acknowledge: 1h }\n`,
    );
    hub.clock.advance(3 * HOUR);
    hub.as('alice').comment(n, '/restored');
    await stage.react();
    expect(clockOn(card(hub.issue(n)), 'Restore data')).toEqual([
      '- ✅ **Restore data** 13:00 (within 4 h) · met 12:00, 1 h to spare',
    ]);
  });
});

describe('an incident opened long before', () => {
  it('costs one message at first sight', async () => {
    const stage = await stageOf();
    const n = stage.hub.as('rita').openIssue({ title: 'Old', labels: ['incident', 'P0'] });
    stage.hub.takeEvents();
    stage.hub.clock.advance(90 * 24 * HOUR);
    await stage.sweep();
    await stage.sweep();
    expect(asks(stage.hub.issue(n))).toHaveLength(1);
  });

  it('than the policy enforces is listed and left alone', async () => {
    const stage = await stageOf({ policy: `${POLICY}\nenforce-from: 2026-11-03\n` });
    const n = stage.hub.as('rita').openIssue({ title: 'Old', labels: ['incident', 'P0'] });
    stage.hub.clock.advance(48 * HOUR);
    const m = stage.hub.as('rita').openIssue({ title: 'New', labels: ['incident', 'P0'] });
    const report = await stage.sweep();
    expect(report.listed).toEqual([n]);
    expect(stage.hub.issue(n).comments).toEqual([]);
    expect(asks(stage.hub.issue(m))).toHaveLength(1);
  });
});
