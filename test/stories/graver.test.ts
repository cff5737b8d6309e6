import { describe, expect, test } from 'vitest';
import { card, HOUR, MINUTE, notices } from '../support/stage.ts';
import { all, fires, idle, recovers, stageWith, start, tell, toldOf } from '../edges/intake-story.ts';

/* An alert that becomes graver: its incident is raised by the rule, or those on duty hear of it once. */

const RULES = `triage:
  - { if: { severity: critical }, priority: P0, apply: true }
  - { if: { severity: warning }, priority: P3, apply: true }
`;
const at = (minutes: number): string => new Date(start + minutes * MINUTE).toISOString();
const graver = (stage: Parameters<typeof all>[0]) =>
  notices(stage.hub.issue(1)).filter((it) => it.includes('has become graver'));

/** One group of Alertmanager, with alerts of these severities. */
const group = (from: number, ...severities: string[]) => ({
  version: '4',
  groupKey: '{}:{alertname="DiskFull"}',
  status: 'firing',
  receiver: 'tocsin',
  groupLabels: { alertname: 'DiskFull' },
  commonLabels: { alertname: 'DiskFull', ...(new Set(severities).size === 1 && { severity: severities[0] }) },
  commonAnnotations: {},
  alerts: severities.map((severity, i) => ({
    status: 'firing',
    labels: { alertname: 'DiskFull', severity, instance: `db-${i}` },
    annotations: {},
    startsAt: at(from),
    endsAt: '0001-01-01T00:00:00Z',
    fingerprint: `f${severity}${i}`,
  })),
});

describe('an alert that becomes graver', () => {
  test('raises its incident by the rule, which tells those whom the new priority tells', { tags: 'slow' }, async () => {
    const stage = await stageWith(RULES);
    await tell(stage, group(0, 'warning'));
    expect(stage.hub.issue(1).labels.toSorted()).toEqual(['P3', 'incident']);
    stage.hub.clock.advance(10 * MINUTE);
    await tell(stage, group(10, 'critical', 'warning'));
    expect(stage.hub.issue(1).labels.toSorted()).toEqual(['P0', 'incident']);
    expect(all(stage)).toContain('@alice @bob **🔴 P0: comment `/ack` before 09:15 UTC.**');
    expect(graver(stage)).toEqual([]);
    const comments = stage.hub.issue(1).comments.length;
    stage.hub.clock.advance(2 * MINUTE);
    await tell(stage, group(10, 'critical', 'warning'));
    expect(stage.hub.issue(1).comments).toHaveLength(comments);
    await idle(stage);
  });

  test('without a rule is told once to those on duty, and the same again changes nothing', async () => {
    const stage = await stageWith();
    await fires(stage, 0, { priority: 'P2', severity: 'warning' });
    for (const minute of [30, 40]) {
      stage.hub.clock.set(start + minute * MINUTE);
      const { failures } = await fires(stage, 0, { priority: 'P2', severity: 'critical' });
      expect(failures).toEqual([]);
    }
    expect(graver(stage)).toHaveLength(1);
    const [first, , was] = graver(stage)[0]!.split('\n');
    expect(first).toBe('@alice @bob **🟡 P2: the alert has become graver. Look whether the priority is still right.**');
    expect(was).toBe('It was `warning` · `P2`, and is `critical` · `P2` since 09:30 UTC.');
    await stage.pass(HOUR, 15 * MINUTE);
    expect(graver(stage)).toHaveLength(1);
    await idle(stage);
  });

  test(
    'raises its incident within one escalation policy, whose first step has gone out, and is told',
    { tags: 'slow' },
    async () => {
      const stage = await stageWith(RULES.replace('priority: P3', 'priority: P1'));
      await tell(stage, group(0, 'warning'));
      expect(stage.hub.issue(1).labels).toContain('P1');
      stage.hub.as('alice').comment(1, '/ack');
      await stage.react();
      stage.hub.clock.advance(10 * MINUTE);
      await tell(stage, group(10, 'critical'));
      expect(stage.hub.issue(1).labels).toContain('P0');
      expect(graver(stage)).toHaveLength(1);
      expect(graver(stage)[0]).toMatch(/^@alice @bob \*\*.*P0: /);
      stage.hub.clock.advance(2 * MINUTE);
      await tell(stage, group(10, 'critical'));
      expect(graver(stage)).toHaveLength(1);
      await idle(stage);
    },
  );

  test('raises nothing that a person has set, but is told', async () => {
    const stage = await stageWith(RULES);
    await fires(stage, 0, { priority: undefined, severity: 'warning' });
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/priority P2 one shop only');
    await stage.react();
    stage.hub.clock.set(start + 30 * MINUTE);
    await fires(stage, 30, { priority: undefined, severity: 'critical' });
    expect(stage.hub.issue(1).labels).toContain('P2');
    expect(graver(stage)).toHaveLength(1);
  });

  test('by the priority that it names is raised to that, and never lowered', { tags: 'slow' }, async () => {
    const stage = await stageWith();
    for (const [minute, priority, label] of [
      [0, 'P2', 'P2'],
      [10, 'P1', 'P1'],
      [20, 'P3', 'P1'],
    ] as const) {
      stage.hub.clock.set(start + minute * MINUTE);
      await fires(stage, minute, { priority });
      expect(stage.hub.issue(1).labels).toContain(label);
      expect(stage.hub.issue(1).labels.filter((it) => /^P\d$/.test(it))).toEqual([label]);
    }
    expect(graver(stage)).toEqual([]);
    expect(card(stage.hub.issue(1))).toContain('fired 3 times');
  });

  test('during its hold is told as it is, once the hold is over', async () => {
    const stage = await stageWith(`alerts: { hold: 10m }\n${RULES}`);
    await fires(stage, 0, { priority: undefined, severity: 'warning' });
    stage.hub.clock.advance(5 * MINUTE);
    await fires(stage, 0, { priority: undefined, severity: 'critical' });
    expect(notices(stage.hub.issue(1))).toEqual([]);
    stage.hub.clock.advance(6 * MINUTE);
    await stage.sweep();
    expect(all(stage)).toContain('@alice @bob **🔴 P0: comment `/ack` before 09:15 UTC.**');
    expect(graver(stage)).toEqual([]);
  });

  test('when its incident is over is no news, nor is its recovery', async () => {
    const stage = await stageWith();
    await fires(stage, 0, { priority: 'P2', severity: 'warning' });
    stage.hub.clock.set(start + 10 * MINUTE);
    await recovers(stage, 10, { severity: 'critical' });
    expect(toldOf(stage)).toEqual(['nora']);
    expect(graver(stage)).toEqual([]);
  });

  test('and whose group is mixed counts as its gravest that fires', async () => {
    const stage = await stageWith(RULES);
    await tell(stage, group(0, 'warning', 'critical', 'info'));
    expect(stage.hub.issue(1).labels).toContain('P0');
  });

  test('in French', async () => {
    const stage = await stageWith('language: fr\n');
    await fires(stage, 0, { priority: 'P2', severity: 'warning' });
    stage.hub.clock.set(start + 30 * MINUTE);
    await fires(stage, 0, { priority: 'P2', severity: 'critical' });
    expect(all(stage)).toContain('**🟡 P2\u00a0: l’alerte s’est aggravée. Vérifiez que la priorité convient encore.**');
    expect(all(stage)).toMatch(/^Elle était `warning` · `P2`, elle est `critical` · `P2` depuis 9\sh\s30 UTC\.$/m);
  });
});
