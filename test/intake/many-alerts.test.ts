import { describe, expect, test } from 'vitest';
import { alertCountOf } from '../../src/capabilities/alerts/log.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { allot } from '../../src/intake/allot.ts';
import { readAlerts } from '../../src/intake/alert.ts';
import { registerOf } from '../../src/intake/register.ts';
import { isRed } from '../../src/run/report.ts';
import { factHeadings } from '../../src/capabilities/report/form.ts';
import { goodPolicy } from '../policy/lines.ts';
import { newIssue } from '../support/world.ts';
import { MINUTE } from '../support/stage.ts';
import { bodyOf, filed, isGoingOn, logOf } from './filing-stage.ts';
import { BEGIN, ALERT_POLICY, disk, disks, SHARED, SILENT, payload, stageByAlert } from './many-payloads.ts';

const titles = (stage: Stage): string[] => stage.hub.issues().map(({ title }) => title);
describe('sixty alerts of one payload, each by itself', () => {
  test('are fifty incidents, and one for the other ten', { tags: 'slow' }, async () => {
    const stage = await stageByAlert();
    const report = await stage.sweep(payload(disks(60)));
    expect(isRed(report)).toBe(false);
    expect(stage.hub.issues()).toHaveLength(SHARED);
    expect(stage.hub.issue(SHARED).title).toBe('10 more alerts of alertmanager: Disk50, Disk51, Disk52, …');
    expect(bodyOf(stage, SHARED)).toContain('10 alerts of one payload share this incident');
    expect(bodyOf(stage, SHARED)).toContain('counts as recovered when all of them have');
    for (let i = 50; i < 60; i++) expect(bodyOf(stage, SHARED)).toContain(`Disk${i} (f${i})`);
    expect(alertCountOf(logOf(stage, SHARED))).toBe(10);
  });

  test('are said once, with what helps', { tags: 'slow' }, async () => {
    const stage = await stageByAlert();
    const { advice } = await stage.sweep(payload(disks(60)));
    expect(advice).toEqual([expect.stringContaining('10 share one. With `alerts: { key: group }`')]);
    const french = await stageByAlert('language: fr\n');
    const said = await french.sweep(payload(disks(60)));
    expect(said.advice).toEqual([expect.stringContaining('10 en partagent un. Avec `alerts: { key: group }`')]);
    expect(french.hub.issue(SHARED).title).toBe(
      '10 autres alertes signalées par alertmanager : Disk50, Disk51, Disk52, …',
    );
    expect(bodyOf(french, SHARED)).toContain('10 alertes d’un même envoi partagent cet incident');
  });

  test('told again open nothing, and count nothing twice', { tags: 'slow' }, async () => {
    const stage = await stageByAlert();
    await stage.sweep(payload(disks(60)));
    stage.hub.clock.advance(MINUTE);
    const report = await stage.sweep(payload(disks(60)));
    expect(stage.hub.issues()).toHaveLength(SHARED);
    expect(filed(report)).toHaveLength(SHARED);
    expect(report.advice).toEqual([]);
    expect(alertCountOf(logOf(stage, SHARED))).toBe(10);
  });

  test('the gravest stand alone, and come first', async () => {
    const stage = await stageByAlert();
    await stage.sweep(payload(disks(60, { critical: [55, 58] })));
    expect(titles(stage).slice(0, 3)).toEqual(['Disk55', 'Disk58', 'Disk0']);
    expect(stage.hub.issue(SHARED).title).toContain('Disk48, Disk49, Disk50');
  });

  test('what fires comes before what has recovered', async () => {
    const stage = await stageByAlert();
    const over = disks(60, { critical: [0], end: 5 }).slice(0, 55);
    await stage.sweep(payload([...over, ...disks(60).slice(55)]));
    expect(titles(stage).slice(0, 6)).toEqual(['Disk55', 'Disk56', 'Disk57', 'Disk58', 'Disk59', 'Disk0']);
    expect(isGoingOn(stage, SHARED)).toBe(false);
  });

  test('the one for the others has the priority of the gravest of them', async () => {
    const stage = await stageByAlert();
    const grave = Array.from({ length: 50 }, (_, i) => disk(i, 'critical', undefined, { priority: 'P1' }));
    const others = [disk(50, 'warning'), disk(51, 'error', undefined, { priority: 'P2' }), disk(52, 'info')];
    await stage.sweep(payload([...grave, ...others]));
    expect(stage.hub.issue(SHARED).labels).toContain('P2');
    expect(stage.hub.issue(SHARED).title).toBe('3 more alerts of alertmanager: Disk51, Disk50, Disk52');
    expect(bodyOf(stage, SHARED)).toContain('`error`');
  });

  test('fifty are fifty', { tags: 'slow' }, async () => {
    const stage = await stageByAlert();
    const { advice } = await stage.sweep(payload(disks(50)));
    expect(titles(stage).filter((it) => it.includes('more'))).toEqual([]);
    expect(advice).toEqual([]);
    expect(stage.hub.issues()).toHaveLength(50);
  });

  test('their names are text wherever they stand', { tags: 'slow' }, async () => {
    const stage = await stageByAlert();
    const evil = disk(50, 'warning', undefined, { alertname: '@alice #1 <!-- --> ```\n# x' });
    await stage.sweep(payload([...disks(50), evil]));
    expect(stage.hub.issue(SHARED).title).toContain('@\u2060alice #\u20601');
    const [, ...lines] = bodyOf(stage, SHARED).split('\n');
    expect(lines).not.toContain('# x');
    expect(lines.join('\n').split('````text\n')[1]).toContain('@alice #1');
  });
});

describe('twenty thousand alerts that say nothing', () => {
  test('are at most 51 incidents, and no more when they come again', { tags: 'slow' }, async () => {
    const stage = await stageByAlert();
    const report = await stage.sweep(SILENT);
    expect(stage.hub.issues()).toHaveLength(SHARED);
    expect(report.filed).toHaveLength(SHARED);
    expect(stage.hub.issue(SHARED).title).toMatch(/^19950 more alerts of alertmanager: client_payload.*, …$/);
    expect(bodyOf(stage, SHARED)).toContain('Beyond 250 that shows only if one payload tells it of all of them');
    expect(bodyOf(stage, SHARED)).toContain('… +19900');
    stage.hub.clock.advance(MINUTE);
    await stage.sweep(SILENT);
    expect(stage.hub.issues()).toHaveLength(SHARED);
    expect(isGoingOn(stage, SHARED)).toBe(true);
  });

  test('go on as long as one of them does', { tags: 'slow' }, async () => {
    const stage = await stageByAlert();
    await stage.sweep(payload(disks(400)));
    expect(stage.hub.issues()).toHaveLength(SHARED);
    // Fifty of those that still fire stand alone now; the ten that are left go on where they were.
    const over = disks(400, { end: 20 });
    await stage.sweep(payload([...over.slice(0, 340), ...disks(400).slice(340)]));
    expect(stage.hub.issues()).toHaveLength(SHARED + 50);
    expect(isGoingOn(stage, SHARED)).toBe(true);
    await stage.sweep(payload(over));
    expect(isGoingOn(stage, SHARED)).toBe(false);
    expect(stage.hub.issues()).toHaveLength(SHARED + 50);
  });

  test('take little time, also beside many incidents', { tags: 'slow' }, async () => {
    const policy = await goodPolicy(ALERT_POLICY);
    const stage = await stageByAlert();
    await stage.sweep(SILENT);
    const many = Array.from({ length: 20 }, () => stage.hub.issues())
      .flat()
      .map(({ number, body }) => ({
        ...newIssue(BEGIN, ['incident'], 'github-actions[bot]'),
        number,
        body,
        own: true,
      }));
    const { payload: event, event: name } = SILENT;
    const knowledge = { incidentLabel: 'incident', roles: new Map<string, never>(), headings: factHeadings() };
    const before = process.cpuUsage();
    const register = registerOf(many, policy, knowledge);
    const { allotted } = allot(readAlerts(event, name, policy, stage.hub.clock.now() + MINUTE), register, policy);
    const { user, system } = process.cpuUsage(before);
    // Where each alert is held against each incident it is minutes, on any machine.
    expect((user + system) / 1e6).toBeLessThan(20);
    expect(allotted).toHaveLength(SHARED);
  });
});
