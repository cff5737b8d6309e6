import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { card, HOUR, MINUTE, POLICY, stageOf, visible } from '../support/stage.ts';

/* An alert that always fires starts runs and files nothing; that it stays away is an incident. */

const TICK = `tick: { from: [Watchdog], silent-after: 15m }\nalerts: { recovery: resolve }\n`;
const TOKENS = {
  'test-token': {
    login: 'github-actions[bot]',
    permissions: { issues: 'write', contents: 'read', metadata: 'read', actions: 'read' },
  },
} as const;

const setStage = (policy = TICK, options: Parameters<typeof stageOf>[0] = {}): Promise<Stage> =>
  stageOf({ policy: POLICY + policy, tokens: TOKENS, ...options });

const alertOf = (alertname: string, status = 'firing'): object => ({
  status,
  labels: { alertname, severity: 'none' },
  annotations: {},
  startsAt: '2026-11-02T08:00:00Z',
  endsAt: '0001-01-01T00:00:00Z',
  fingerprint: alertname,
});
const payloadOf = (...alerts: object[]): object => ({
  client_payload: {
    version: '4',
    groupKey: '{}:{}',
    status: 'firing',
    receiver: 'tocsin',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    alerts,
  },
});

/** Files what a monitoring system sends, as the workflow does, whose run GitHub then knows. */
async function send(stage: Stage, payload: object) {
  Object.assign(stage.hub.startRun({ title: 'tocsin-alert', event: 'repository_dispatch' }), { status: 'completed' });
  return stage.sweep({ command: 'intake', event: 'repository_dispatch', payload });
}

describe('a tick', () => {
  test('files nothing, and says what it was', async () => {
    const stage = await setStage();
    const report = await send(stage, payloadOf(alertOf('Watchdog')));
    expect(stage.hub.issues()).toEqual([]);
    expect(report.filed).toEqual([{ issue: null, do: 'tick', what: 'a tick of Watchdog: nothing is filed' }]);
    expect(isRed(report)).toBe(false);
    await send(stage, payloadOf(alertOf('Watchdog', 'resolved')));
    expect(stage.hub.issues()).toEqual([]);
  });

  test('in the plain shape is known by its key', async () => {
    const stage = await setStage();
    await send(stage, { client_payload: { key: 'Watchdog', title: 'Always' } });
    expect(stage.hub.issues()).toEqual([]);
  });

  test.each(['group', 'alert'])('takes nothing away from what comes with it, told apart by %s', async (key) => {
    const stage = await setStage(TICK.replace('recovery: resolve', `recovery: resolve, key: ${key}`));
    await send(stage, payloadOf(alertOf('Watchdog'), alertOf('DiskFull')));
    expect(stage.hub.issues()).toHaveLength(1);
    expect(JSON.stringify(stage.hub.issue(1).body)).toContain('DiskFull');
    expect(JSON.stringify(stage.hub.issue(1))).not.toContain('Watchdog');
  });

  test('is an alert like any other where the policy does not name it', async () => {
    const stage = await setStage('tick: { from: [AlwaysOn] }\n');
    await send(stage, payloadOf(alertOf('Watchdog')));
    expect(stage.hub.issues()).toHaveLength(1);
  });
});

describe('when no alert comes for longer than the policy allows', () => {
  test('one incident says so, and that it is over when one comes', { tags: 'slow' }, async () => {
    const stage = await setStage();
    const { hub } = stage;
    await send(stage, payloadOf(alertOf('Watchdog')));
    hub.clock.advance(14 * MINUTE);
    await stage.sweep();
    expect(hub.issues()).toEqual([]);
    hub.clock.advance(2 * MINUTE);
    await stage.sweep();
    // Told in the same run.
    expect(hub.issue(1).comments.some(({ body }) => body.includes('P1: comment `/ack`'))).toBe(true);
    await stage.sweep();
    expect(hub.issues().map(({ title, labels }) => [title, labels.includes('P1')])).toEqual([
      ['Monitoring is silent', true],
    ]);
    expect(visible(hub.issue(1).body)).toContain('The last alert came 09:00 UTC. One that always fires (`Watchdog`)');
    hub.clock.advance(HOUR);
    await stage.sweep();
    expect(hub.issues()).toHaveLength(1);
    expect(hub.issue(1).comments.some(({ body }) => body.includes('P1 not acknowledged'))).toBe(true);

    await send(stage, payloadOf(alertOf('Watchdog')));
    await stage.sweep();
    await stage.sweep();
    expect(card(hub.issue(1))).toMatch(/^## ✅ /m);
    expect(hub.issues()).toHaveLength(1);
  });

  test('though none ever came, from when the repository has the policy', async () => {
    const stage = await setStage();
    stage.hub.clock.advance(20 * MINUTE);
    await stage.sweep();
    await stage.sweep();
    expect(visible(stage.hub.issue(1).body)).toContain('No alert has ever come.');
  });

  test('in French', async () => {
    const stage = await setStage(`language: fr\n${TICK}`);
    stage.hub.clock.advance(20 * MINUTE);
    await stage.sweep();
    await stage.sweep();
    expect(stage.hub.issue(1).title).toBe('La supervision est muette');
  });

  test('ticks of others are no sign of the monitoring', async () => {
    const stage = await setStage();
    await send(stage, payloadOf(alertOf('Watchdog')));
    stage.hub.clock.advance(20 * MINUTE);
    stage.hub.startRun({ title: 'tocsin-tick', event: 'repository_dispatch' });
    await stage.sweep();
    expect(stage.hub.issues()).toHaveLength(1);
  });

  test('a hundred ticks of others hide no alert', async () => {
    const stage = await setStage('tick: { from: [Watchdog], silent-after: 12h }\n');
    await send(stage, payloadOf(alertOf('Watchdog')));
    for (let i = 0; i < 130; i++) {
      stage.hub.clock.advance(5 * MINUTE);
      stage.hub.startRun({ title: 'tocsin-tick', event: 'repository_dispatch' });
    }
    await stage.sweep();
    expect(stage.hub.issues()).toEqual([]);
  });

  test('a run of an event, which has not read all incidents, opens none', async () => {
    const stage = await setStage();
    stage.hub.clock.advance(20 * MINUTE);
    stage.hub.as('nora').openIssue({ title: 'A question' });
    await stage.react();
    expect(stage.hub.issues()).toHaveLength(1);
  });

  test('before the policy is in force nothing is opened that would be left alone', async () => {
    const stage = await setStage(`${TICK}enforce-from: 2026-11-05\n`);
    stage.hub.clock.advance(20 * MINUTE);
    for (let i = 0; i < 3; i++) await stage.sweep();
    expect(stage.hub.issues()).toEqual([]);
  });

  test('that it cannot be seen is an error that names the permission', async () => {
    const stage = await stageOf({ policy: POLICY + TICK });
    const report = await stage.sweep();
    expect(report.failures.map(({ message }) => message).join()).toContain('It takes `actions: read`');
  });
});
