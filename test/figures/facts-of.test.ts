import { expect, test } from 'vitest';
import { factsOf } from '../../src/capabilities/figures/facts-of.ts';
import { roleAt } from '../../src/capabilities/figures/role-at.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { partsOutside } from '../../src/capabilities/maintenance/window.ts';
import type { IncidentFacts } from '../../src/figures/facts.ts';
import type { Report } from '../../src/run/report.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { DAY, HOUR, MINUTE, POLICY, stageOf } from '../support/stage.ts';

/* What an incident is to figures, from what people do on GitHub. */

const WITH_CAUSES = `${POLICY}
priorities:
  P1: { acknowledge: 30m, resolve: 4h, escalation: urgent }
  P3: { acknowledge: 1d, resolve: 10d, escalation: normal }
categories:
  - { name: network, owner: responder, subcategories: [dns] }
  - { name: security, owner: management, confidential: true }
causes:
  extrinsic: [overload, { lapsed-contract: { attributable-to: operator } }]
services:
  checkout: { downtime-per-incident: 10m }
`;

const facts = (report: Report, number: number): IncidentFacts =>
  factsOf(report.settled.find(({ situation }) => situation.incident.issue.number === number)!.situation);

async function opened(labels: readonly string[]): Promise<{ stage: Stage; at: number }> {
  const stage = await stageOf({ policy: WITH_CAUSES });
  stage.hub.as('nora').openIssue({ title: 'Down', labels: ['incident', ...labels] });
  expect((await stage.sweep()).inForce?.problems).toEqual([]);
  return { stage, at: stage.hub.clock.now() };
}

test('a P1 that was taken on late, mitigated and resolved', { tags: 'slow' }, async () => {
  const { stage, at } = await opened(['P1', 'network', 'network/dns']);
  const { hub } = stage;
  hub.clock.advance(45 * MINUTE);
  await stage.sweep();
  hub.clock.advance(5 * MINUTE);
  hub.as('alice').comment(1, '/ack');
  hub.clock.advance(HOUR);
  hub.as('alice').comment(1, '/mitigate');
  hub.clock.advance(HOUR);
  hub.as('alice').comment(1, '/resolve lapsed-contract renewed');
  const it = facts(await stage.sweep(), 1);
  expect(it).toMatchObject({
    number: 1,
    title: 'Down',
    priority: 'P1',
    category: 'network',
    subcategory: 'dns',
    group: 'responder',
    cause: 'lapsed-contract',
    causeGroup: 'extrinsic',
    attributableTo: 'operator',
    services: ['checkout'],
    status: 'resolved',
    leftOut: null,
    downtime: 110 * MINUTE,
    recurrence: 'network, lapsed-contract',
    culprit: null,
  });
  expect(it.impact).toEqual({
    from: at,
    to: at + 110 * MINUTE,
    isStated: false,
    spans: [{ from: at, to: at + 110 * MINUTE }],
    weight: 0.3,
  });
  expect(it.acknowledgedAt).toBe(at + 50 * MINUTE);
  expect(it.clocks).toContainEqual({
    clock: 'acknowledge',
    priority: 'P1',
    dueAt: at + 30 * MINUTE,
    result: 'missed',
    at: at + 30 * MINUTE,
    times: 1,
    late: 20 * MINUTE,
    lag: 15 * MINUTE,
  });
  expect(it.clocks.find(({ clock }) => clock === 'resolve')).toMatchObject({ result: 'met', late: null, lag: null });
});

test('what goes on has no end yet, and its clocks run', async () => {
  const { stage, at } = await opened(['P1']);
  const it = facts(await stage.sweep(), 1);
  expect(it.impact).toMatchObject({ to: null, spans: [{ from: at, to: Infinity }] });
  expect(it.downtime).toBeNull();
  expect(it.clocks.map(({ result }) => result)).toContain('running');
});

test('of a confidential incident nothing is told that it says', async () => {
  const { stage } = await opened(['P1', 'security']);
  const it = facts(await stage.sweep(), 1);
  expect(it).toMatchObject({ isConfidential: true, title: null, recurrence: null, category: null, group: null });
});

test.each([
  ['/dismiss a drill', 'dismissed'],
  ['/duplicate #1', 'duplicate'],
] as const)('%s leaves it out', async (command, leftOut) => {
  const { stage } = await opened(['P1']);
  const { hub } = stage;
  hub.as('nora').openIssue({ title: 'Down too', labels: ['incident', 'P1'] });
  await stage.sweep();
  hub.as('alice').comment(2, command);
  await stage.sweep();
  hub.clock.advance(DAY / 24);
  expect(facts(await stage.sweep(), 2).leftOut).toBe(leftOut);
});

test('a time without others is in parts', () => {
  const others = [
    { from: 50, to: 60 },
    { from: 5, to: 20 },
    { from: 15, to: 30 },
    { from: 95, to: Infinity },
  ];
  expect(partsOutside({ from: 10, to: 100 }, others)).toEqual([
    { from: 30, to: 50 },
    { from: 60, to: 95 },
  ]);
  expect(partsOutside({ from: 10, to: 10 }, [])).toEqual([]);
});

test('whoever was paged was it in the role of their shift, else in the first that they are in', async () => {
  const loaded = await loadPolicy(
    `roles: { lead: [grace], responder: [alice, grace], duty: { schedule: night } }
schedules:
  night: { layers: [{ every: 1w, from: 2026-11-02, people: [Bob] }] }
escalation-policies: { all: [{ at: start, notify: [duty, responder, lead] }] }
priorities: { P0: { acknowledge: 1h, escalation: all } }`,
    'p.yml',
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const at = Date.parse('2026-11-20T10:00Z');
  const roles = ['bob', 'grace', 'alice', 'nora'].map((login) => roleAt(loaded.policy, login, at));
  expect(roles).toEqual(['duty', 'lead', 'responder', null]);
});
