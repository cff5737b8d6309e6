import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { row } from '../support/card.ts';
import { card, HOUR, MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';

const start = Date.parse('2026-11-02T09:00:00Z');
const at = (minutes: number): string => new Date(start + minutes * MINUTE).toISOString();

/** What a monitoring system tells, and the two jobs of the workflow that follow. */
async function tell(stage: Stage, alert: object): Promise<void> {
  stage.hub.as('watch').dispatch('tocsin-alert', { alert });
  const event = stage.hub.takeEvents().at(-1)!;
  await stage.sweep({ event: event.name, payload: event.payload, command: 'intake' });
  await stage.sweep({ event: event.name, payload: event.payload });
}

const alertmanager = (
  status: 'firing' | 'resolved',
  pods: readonly { from: number; to?: number }[],
  groupKey = '{}:{job="shop"}',
) => ({
  version: '4',
  groupKey,
  status,
  receiver: 'tocsin',
  groupLabels: { alertname: 'ShopDown' },
  commonLabels: { alertname: 'ShopDown', severity: 'critical', service: 'shop' },
  commonAnnotations: { summary: 'The shop is down', runbook_url: 'https://runbooks.example/shop' },
  externalURL: 'https://alerts.example',
  alerts: pods.map(({ from, to }, i) => ({
    status: to === undefined ? 'firing' : 'resolved',
    labels: { alertname: 'ShopDown', pod: `shop-${i}` },
    annotations: { summary: 'The shop is down' },
    startsAt: at(from),
    endsAt: to === undefined ? '0001-01-01T00:00:00Z' : at(to),
    generatorURL: 'https://prometheus.example/graph',
    fingerprint: `f${i}`,
  })),
});

const RANKED = `${POLICY}
triage:
  - { if: { severity: critical }, priority: P0, apply: true }
`;

describe('an alert', () => {
  test(
    'becomes an incident with its priority, and firing again is counted and not commented',
    { tags: 'slow' },
    async () => {
      const stage = await stageOf({ policy: RANKED });
      await tell(
        stage,
        alertmanager(
          'firing',
          Array.from({ length: 200 }, () => ({ from: 0 })),
        ),
      );
      expect(stage.hub.issues()).toHaveLength(1);
      expect(stage.hub.issue(1).labels).toEqual(expect.arrayContaining(['P0', 'incident']));
      expect(notices(stage.hub.issue(1))[0]).toContain('@alice @bob **🔴 P0: comment `/ack` before 09:15 UTC.**');
      // The alert has its title as its impact, too.
      expect(notices(stage.hub.issue(1))[0]).toContain('**The shop is down**: 200 alerts ');
      const comments = stage.hub.issue(1).comments.length;
      stage.hub.clock.advance(5 * MINUTE);
      await tell(
        stage,
        alertmanager(
          'firing',
          Array.from({ length: 200 }, () => ({ from: 0 })),
        ),
      );
      expect(card(stage.hub.issue(1))).toContain('fired 200 times');
      stage.hub.clock.advance(2 * MINUTE);
      await tell(stage, alertmanager('firing', [{ from: 6 }]));
      expect(card(stage.hub.issue(1))).toContain('fired 201 times, last 09:06 UTC; still firing');
      expect(stage.hub.issue(1).comments).toHaveLength(comments);
      expect(stage.hub.issues()).toHaveLength(1);
    },
  );

  test('that recovers is recorded; by policy that resolves it, or closes it', { tags: 'slow' }, async () => {
    for (const [recovery, state, labels] of [
      ['record', 'OPEN', false],
      ['resolve', 'OPEN', true],
      ['close', 'CLOSED', true],
    ] as const) {
      const stage = await stageOf({ policy: `${RANKED}alerts: { recovery: ${recovery} }\n` });
      await tell(stage, alertmanager('firing', [{ from: 0 }]));
      stage.hub.clock.advance(30 * MINUTE);
      await tell(stage, alertmanager('resolved', [{ from: 0, to: 29 }]));
      const issue = stage.hub.issue(1);
      expect(row(card(issue), 'Alert')).toContain('recovered 09:29 UTC');
      expect([issue.state, issue.labels.includes('resolved')]).toEqual([state, labels]);
      await stage.close();
    }
  });

  test('that flaps within the hold time wakes nobody, and is recorded and counted', { tags: 'slow' }, async () => {
    const stage = await stageOf({ policy: `${RANKED}alerts: { hold: 10m }\n` });
    for (const round of [0, 20, 40]) {
      stage.hub.clock.set(start + round * MINUTE);
      await tell(stage, alertmanager('firing', [{ from: round }]));
      stage.hub.clock.advance(5 * MINUTE);
      await tell(stage, alertmanager('resolved', [{ from: round, to: round + 4 }]));
      stage.hub.clock.advance(8 * MINUTE);
      await stage.sweep();
    }
    expect(stage.hub.issues()).toHaveLength(1);
    expect(notices(stage.hub.issue(1))).toEqual([]);
    expect(card(stage.hub.issue(1))).toContain('fired 3 times');
    expect(card(stage.hub.issue(1))).toMatch(/^## .* · resolved$/m);
    expect(row(card(stage.hub.issue(1)), 'Resolved')).toContain('because the alert went away');
    // Once it lasts, people are woken.
    stage.hub.clock.set(start + 60 * MINUTE);
    await tell(stage, alertmanager('firing', [{ from: 60 }]));
    expect(notices(stage.hub.issue(1))).toEqual([]);
    await stage.pass(15 * MINUTE, 5 * MINUTE);
    expect(notices(stage.hub.issue(1))[0]).toContain('@alice @bob **🔴 P0: comment `/ack` before 10:15 UTC.**');
  });

  test(
    'that comes back within four hours opens its incident again; later a new one, which links to it',
    { tags: 'slow' },
    async () => {
      const stage = await stageOf({ policy: `${RANKED}alerts: { recovery: close }\n` });
      await tell(stage, alertmanager('firing', [{ from: 0 }]));
      stage.hub.clock.advance(30 * MINUTE);
      await tell(stage, alertmanager('resolved', [{ from: 0, to: 29 }]));
      expect(stage.hub.issue(1).state).toBe('CLOSED');
      stage.hub.clock.advance(3 * HOUR);
      await tell(stage, alertmanager('firing', [{ from: 209 }]));
      expect(stage.hub.issue(1).state).toBe('OPEN');
      expect(notices(stage.hub.issue(1)).join()).toContain('@alice @bob **🔴 P0 is open again. Comment `/ack`.**');
      stage.hub.clock.advance(HOUR);
      await tell(stage, alertmanager('resolved', [{ from: 209, to: 260 }]));
      expect(stage.hub.issue(1).state).toBe('CLOSED');
      stage.hub.clock.advance(5 * HOUR);
      await tell(stage, alertmanager('firing', [{ from: 560 }]));
      const latest = stage.hub.issues().at(-1)!;
      expect([latest.number, latest.title]).toEqual([3, 'The shop is down']);
      expect(latest.body).toContain('#1');
      expect(stage.hub.issue(1).state).toBe('CLOSED');
    },
  );

  test('filed twice at once ends as one incident with what both knew', { tags: 'slow' }, async () => {
    const stage = await stageOf({ policy: RANKED });
    await tell(stage, alertmanager('firing', [{ from: 0 }]));
    const body = stage.hub.issue(1).body;
    // What a second run at the same moment leaves behind: the same alert, opened by the same account.
    stage.hub
      .as('github-actions[bot]')
      .openIssue({ title: 'ShopDown', body: body.replaceAll('f0', 'f7'), labels: ['incident'] });
    await stage.sweep();
    await stage.sweep();
    expect(stage.hub.issue(2)).toMatchObject({ state: 'CLOSED', stateReason: 'DUPLICATE' });
    expect(notices(stage.hub.issue(2))).toEqual([]);
    expect(card(stage.hub.issue(1))).toContain('fired 2 times');
  });

  test('in a French policy reads in French', async () => {
    const stage = await stageOf({ policy: `language: fr\n${RANKED}` });
    await tell(stage, alertmanager('firing', [{ from: 0 }]));
    expect(stage.hub.issue(1).body).toContain('### Système et machine');
    expect(card(stage.hub.issue(1))).toContain('déclenchée une fois');
  });
});
