import { describe, expect, test } from 'vitest';
import { card, HOUR, MINUTE, stageOf, told } from '../support/stage.ts';

/* Whoever acknowledges an incident has it: assigned, on its card, and asked from then on, in the place of whoever was on call. */

const PEOPLE = { tess: 'write', mia: 'write', bob: 'write', grace: 'maintain' } as const;
const policyWith = (responder: string): string => `
roles: { responder: ${responder}, standby: { schedule: duty }, management: [grace] }
fallback: grace
schedules: { duty: { layers: [{ every: 1w, from: 2026-11-02T08:00, people: [tess, bob] }] } }
priorities: { P0: { acknowledge: 15m, resolve: 4h, update-every: 1h, escalation: urgent } }
escalation-policies:
  urgent:
    - { at: start, notify: responder }
    - { at: acknowledge due, notify: management }
    - { at: update due, notify: responder }
    - { at: resolve due, notify: [responder, management] }
`;

async function acknowledgedBy(who: string, text: string, responder = '{ schedule: duty }') {
  const stage = await stageOf({ policy: policyWith(responder), people: PEOPLE });
  const { hub } = stage;
  const n = hub.as('rita').openIssue({ title: 'Down', body: 'All of it', labels: ['incident', 'P0'] });
  await stage.react();
  hub.clock.advance(5 * MINUTE);
  hub.as(who).comment(n, text);
  await stage.react();
  return { stage, hub, n, issue: () => hub.issue(n) };
}

describe('somebody who acknowledges in the place of whoever is on call', () => {
  test('is assigned, and asked from then on; whoever is on call is left in peace', async () => {
    const { stage, issue } = await acknowledgedBy('mia', '/ack');
    expect(issue().assignees).toEqual(['mia']);
    expect(card(issue())).toContain('| Responder | `mia` |');
    await stage.pass(4 * HOUR);
    expect(told(issue())).toEqual([['tess'], ['mia'], ['mia', 'grace']]);
  });

  test('is still named after the resolution', async () => {
    const { stage, hub, n, issue } = await acknowledgedBy('mia', '/ack');
    hub.as('grace').comment(n, '/resolve rolled back');
    await stage.react();
    expect(card(issue())).toContain('| Responder | `mia` |');
  });

  test('has it by a comment too, without being assigned', async () => {
    const { stage, issue } = await acknowledgedBy('bob', 'Looking at it.');
    expect(issue().assignees).toEqual([]);
    expect(card(issue())).toContain('| Responder | `bob` |');
    await stage.pass(HOUR);
    expect(told(issue())).toEqual([['tess'], ['bob']]);
  });

  test('gives it back by unassigning themselves', async () => {
    const { stage, hub, n, issue } = await acknowledgedBy('mia', '/ack');
    hub.as('mia').unassign(n, 'mia');
    await stage.react();
    expect(card(issue())).toContain('| Responder | nobody |');
    await stage.pass(HOUR);
    expect(told(issue()).at(-1)).toEqual(['tess']);
  });
});

test('of a team, whoever has acknowledged comes first, and the others hear of it too', async () => {
  const { stage, issue } = await acknowledgedBy('mia', '/ack', '[tess, bob]');
  await stage.pass(HOUR);
  expect(told(issue())).toEqual([
    ['tess', 'bob'],
    ['mia', 'tess', 'bob'],
  ]);
});

test('on another level of support, whoever had it on the former one has not', async () => {
  const policy = policyWith('[tess]').replace('management:', 'level-2: [bob], management:');
  const stage = await stageOf({ policy, people: PEOPLE });
  const { hub } = stage;
  const n = hub.as('rita').openIssue({ title: 'Down', body: 'All of it', labels: ['incident', 'P0'] });
  hub.as('mia').comment(n, '/ack');
  await stage.react();
  hub.clock.advance(5 * MINUTE);
  hub.as('mia').comment(n, '/level 2 the disks');
  await stage.react();
  hub.as('mia').comment(n, 'They know more than I do.');
  await stage.react();
  expect(card(hub.issue(n))).toContain('| Status | open |');
  hub.as('bob').comment(n, '/ack');
  await stage.react();
  expect(card(hub.issue(n))).toContain('| Responder | `mia`, `bob` |');
});
