import { describe, expect, test } from 'vitest';
import { row } from '../support/card.ts';
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
  test('is assigned, and asked from then on; whoever is on call is left in peace', { tags: 'slow' }, async () => {
    const { stage, issue } = await acknowledgedBy('mia', '/ack');
    expect(issue().assignees).toEqual(['mia']);
    expect(row(card(issue()), 'Responder')).toBe('`mia`');
    await stage.pass(4 * HOUR);
    expect(told(issue())).toEqual([['tess'], ['mia'], ['mia'], ['mia'], ['mia', 'grace']]);
  });

  test('is still named after the resolution', async () => {
    const { stage, hub, n, issue } = await acknowledgedBy('mia', '/ack');
    hub.as('grace').comment(n, '/resolve rolled back');
    await stage.react();
    expect(row(card(issue()), 'Responder')).toBe('`mia`');
  });

  test.each([
    ['bob', 'Looking at it.'],
    ['mia', '/update We look into it.'],
  ])('has it by work too, but whoever is on call is still asked: %s, %s', { tags: 'slow' }, async (who, text) => {
    const { stage, issue } = await acknowledgedBy(who, text);
    expect(issue().assignees).toEqual([]);
    expect(row(card(issue()), 'Responder')).toBe(`\`${who}\``);
    await stage.pass(2 * HOUR);
    expect(told(issue()).slice(1)).toContainEqual([who, 'tess']);
  });

  test('takes no other role over: those who inform are asked as before', { tags: 'slow' }, async () => {
    const policy = policyWith('[tess]')
      .replace('responder: [tess], ', 'sre: { schedule: duty }, desk: { schedule: desk }, ')
      .replace(
        'schedules: {',
        'schedules: { desk: { layers: [{ every: 1w, from: 2026-11-02T08:00, people: [dora] }] },',
      )
      .replace('at: start, notify: responder', 'at: start, notify: [sre, desk]')
      .replace('at: update due, notify: responder', 'at: update due, notify: [sre, desk]')
      .replace('notify: [responder, management]', 'notify: [sre, management]');
    const stage = await stageOf({ policy, people: { ...PEOPLE, dora: 'write' } });
    const n = stage.hub.as('rita').openIssue({ title: 'Down', body: 'All of it', labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.clock.advance(5 * MINUTE);
    stage.hub.as('bob').comment(n, '/ack');
    await stage.react();
    await stage.pass(HOUR);
    expect(told(stage.hub.issue(n))).toEqual([
      ['tess', 'dora'],
      ['bob', 'dora'],
    ]);
  });

  test('gives it back by unassigning themselves', { tags: 'slow' }, async () => {
    const { stage, hub, n, issue } = await acknowledgedBy('mia', '/ack');
    hub.as('mia').unassign(n, 'mia');
    await stage.react();
    expect(row(card(issue()), 'Responder')).toBe('nobody');
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
  expect(card(hub.issue(n))).toMatch(/^## .* · nobody has it yet$/m);
  expect(row(card(hub.issue(n)), 'Responder')).toBeUndefined();
  expect(row(card(hub.issue(n)), 'Notified')).toBe('`bob`, `mia`');
  hub.as('bob').comment(n, '/ack');
  await stage.react();
  expect(row(card(hub.issue(n)), 'Responder')).toBe('`bob`, `mia`');
});
