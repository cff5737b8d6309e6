import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { alert, at, form, open, planned, PLANNED, say } from '../stories/maintenance-story.ts';
import { filesOf } from '../stories/status-page-story.ts';
import { card, MINUTE, notices, stageOf, told } from '../support/stage.ts';

/* A maintenance must not keep people from hearing of what is no part of it, nor of anything for weeks; and no stranger ends it. */

const PAGE = `status-page:
  title: Shop status
  url: https://status.example.com
  components: { checkout: Checkout }
`;

/** A body of Alertmanager, as one group, with the labels that all of its alerts share. */
async function group(stage: Stage, ...services: readonly string[]): Promise<void> {
  const alerts = services.map((service) => ({
    status: 'firing',
    labels: { alertname: 'HighErrorRate', service, priority: 'P0' },
    annotations: {},
    startsAt: new Date(stage.hub.clock.now() - MINUTE).toISOString(),
    endsAt: '0001-01-01T00:00:00Z',
    fingerprint: `print-of-${service}`,
  }));
  const shared = services.length === 1 ? { service: services[0]! } : {};
  stage.hub.as('watch').dispatch('tocsin-alert', {
    alertmanager: {
      version: '4',
      groupKey: '{}:{alertname="HighErrorRate"}',
      status: 'firing',
      receiver: 'tocsin',
      groupLabels: { alertname: 'HighErrorRate' },
      commonLabels: { alertname: 'HighErrorRate', priority: 'P0', ...shared },
      commonAnnotations: {},
      externalURL: 'https://alerts.example.com',
      alerts,
    },
  });
  const event = stage.hub.takeEvents().at(-1)!;
  await stage.sweep({ event: event.name, payload: event.payload, command: 'intake' });
  await stage.sweep({ event: event.name, payload: event.payload });
}

describe('alerts are not held for weeks', () => {
  test('when somebody writes /start on one that is planned for another week', async () => {
    const stage = await planned({ from: '2026-11-25 14:00', to: '16:00' });
    await say(stage, 'alice', '/start');
    await at(stage, '10:00', '2026-11-12');
    await alert(stage, { priority: 'P0' });
    // Ten days later, of 23 that it would last: at most 7 days are allowed.
    expect(told(stage.hub.issue(2))).not.toEqual([]);
  });

  test('when somebody changes both times of one that has begun', async () => {
    const stage = await planned();
    await at(stage, '14:05');
    // It did not take place: /move is refused now, so alice writes another day into the form.
    stage.hub.as('alice').editBody(1, form({ from: '2026-12-02 14:00', to: '16:00' }));
    await stage.react();
    await at(stage, '18:00', '2026-11-12');
    await alert(stage, { priority: 'P0' });
    expect(told(stage.hub.issue(2))).not.toEqual([]);
  });
});

test('whoever moves one that has begun by its text hears what is wrong with that, and nothing is held any longer', async () => {
  const stage = await planned();
  await at(stage, '14:05');
  stage.hub.as('alice').editBody(1, form({ from: '2026-11-04 14:00', to: '16:00' }));
  await stage.react();
  expect(notices(stage.hub.issue(1)).at(-1)).toContain('`2026-11-04 14:00` is still to come, but it has begun.');
  expect(card(stage.hub.issue(1))).toContain('- Planned: Mon 2 Nov 2026, 14:00 UTC to 16:00 UTC');
  stage.hub.clock.advance(MINUTE);
  stage.hub.as('alice').editBody(1, form({ to: '2026-11-10 16:00' }));
  await stage.react();
  expect(card(stage.hub.issue(1))).toContain('a maintenance lasts 7 days at most');
  await at(stage, '16:30');
  await alert(stage, { priority: 'P0' });
  expect(told(stage.hub.issue(2))).not.toEqual([]);
});

describe('what is not in maintenance is told', () => {
  test('of an alert that is of a second service as well', async () => {
    const stage = await planned();
    await at(stage, '14:10');
    await alert(stage, { system: 'checkout, mail', priority: 'P0' });
    expect(stage.hub.issue(2).labels).toEqual(expect.arrayContaining(['checkout', 'mail']));
    expect(told(stage.hub.issue(2))).not.toEqual([]);
  });

  test(
    'of an alert of another service that its monitoring system puts in the same group',
    { tags: 'slow' },
    async () => {
      const stage = await planned();
      await at(stage, '14:10');
      await group(stage, 'checkout');
      expect(told(stage.hub.issue(2))).toEqual([]);
      await at(stage, '14:30');
      await group(stage, 'checkout', 'mail');
      await at(stage, '14:45');
      expect(told(stage.hub.issue(2))).not.toEqual([]);
    },
  );

  test('of an alert of nobody knows what in the same group', async () => {
    const stage = await planned();
    await at(stage, '14:10');
    await group(stage, 'checkout');
    await at(stage, '14:30');
    await group(stage, '');
    expect(told(stage.hub.issue(2))).not.toEqual([]);
  });

  test(
    'and nothing else: of two services that are both in maintenance, until the first of them is over',
    { tags: 'slow' },
    async () => {
      const stage = await planned();
      await open(stage, form({ services: 'mail', to: '15:00' }));
      await at(stage, '14:10');
      await group(stage, 'checkout');
      await at(stage, '14:30');
      await group(stage, 'checkout', 'mail');
      await at(stage, '14:59');
      expect(told(stage.hub.issue(3))).toEqual([]);
      await at(stage, '15:00');
      expect(told(stage.hub.issue(3))).not.toEqual([]);
    },
  );

  test('and nothing else: of the same service again', { tags: 'slow' }, async () => {
    const stage = await planned();
    await at(stage, '14:10');
    await alert(stage);
    await at(stage, '14:30');
    await alert(stage);
    await at(stage, '15:59');
    expect(told(stage.hub.issue(2))).toEqual([]);
  });
});

test('a day such as tomorrow is that of whoever wrote it, not of whoever confirms it', async () => {
  const stage = await planned({ from: 'tomorrow 22:00', to: '23:30' }, { by: 'nora' });
  await at(stage, '09:00', '2026-11-03');
  await say(stage, 'bob', '/confirm');
  expect(card(stage.hub.issue(1))).toContain('- Planned: Tue 3 Nov 2026, 22:00 UTC to 23:30 UTC');
});

describe('a stranger who had opened what was confirmed', () => {
  test('wakes nobody by closing it while it goes on', { tags: 'slow' }, async () => {
    const policy = PLANNED.replace('  support: [nora]\n', '').replace('to: support, ', '');
    const stage = await planned({}, { by: 'nora', policy });
    await say(stage, 'alice', '/confirm');
    await at(stage, '14:10');
    await alert(stage, { priority: 'P0' });
    expect(told(stage.hub.issue(2))).toEqual([]);
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('nora').close(1);
    await stage.react();
    expect(told(stage.hub.issue(2))).toEqual([]);
    expect(stage.hub.issue(1).state).toBe('OPEN');
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · in progress');
    expect(card(stage.hub.issue(1))).toContain('⚠️ `nora` has closed the issue, without a say: that changes nothing.');
    // Again and again: we do not fight over it.
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('nora').close(1);
    await stage.react();
    await at(stage, '14:30');
    expect(stage.hub.issue(1).state).toBe('CLOSED');
    await alert(stage, { key: 'disk', priority: 'P0' });
    expect(told(stage.hub.issue(3))).toEqual([]);
    await at(stage, '15:20');
    expect(stage.hub.issue(1).state).toBe('OPEN');
    await say(stage, 'alice', '/done');
    expect(card(stage.hub.issue(1))).not.toContain('that changes nothing');
    stage.hub.as('alice').close(1);
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · completed');
    expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob']]);
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('nora').reopen(1);
    await stage.react();
    expect(card(stage.hub.issue(1))).toContain('## Maintenance · completed');
  });

  test('does not tell customers that it is cancelled', async () => {
    const stage = await stageOf({ policy: `${PLANNED}${PAGE}` });
    await open(stage, form({ from: '2026-11-02 09:30', to: '11:00' }), 'nora');
    await say(stage, 'alice', '/confirm');
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('nora').close(1);
    await stage.react();
    const pages = [...(await filesOf(stage))].flatMap(([path, text]) =>
      path.startsWith('maintenance/') ? [text] : [],
    );
    expect(pages.join('\n')).not.toContain('The maintenance is cancelled.');
  });
});

test('whoever writes for customers hears that nobody reads it', { tags: 'slow' }, async () => {
  // No status page, so there is no place for the text; then one on which the service is not.
  for (const policy of [PLANNED, `${PLANNED}${PAGE.replace('checkout: Checkout', 'mail: Mail')}`]) {
    const stage = await planned({}, { policy });
    const before = notices(stage.hub.issue(1)).length;
    await say(stage, 'alice', '/update It takes an hour longer.');
    expect(notices(stage.hub.issue(1)).length).toBeGreaterThan(before);
    await say(stage, 'alice', '/update And another one.');
    expect(notices(stage.hub.issue(1))).toHaveLength(before + 1);
    expect(notices(stage.hub.issue(1)).at(-1)).toContain('@alice **Nobody reads what `/update` says');
  }
});

test('whoever follows a maintenance is not told ten times within half an hour', { tags: 'slow' }, async () => {
  const stage = await planned({ to: '2026-11-03 14:00' });
  await at(stage, '14:00');
  const before = notices(stage.hub.issue(1)).length;
  for (let i = 0; i < 10; i++) await say(stage, 'alice', '/extend 10m');
  expect(notices(stage.hub.issue(1)).length - before).toBeLessThanOrEqual(4);
  // The card says it at once, the next comment with the others.
  expect(card(stage.hub.issue(1))).toContain('before **Tue 3 Nov 2026, 15:40 UTC**');
  await at(stage, '14:20');
  expect(notices(stage.hub.issue(1)).length - before).toBe(2);
  expect(notices(stage.hub.issue(1)).at(-1)).toMatch(/goes on until Tue.* 15:40 UTC\./);
});

test(
  'whoever follows a maintenance hears of ten other times as seldom, and that it is cancelled at once',
  { tags: 'slow' },
  async () => {
    const stage = await planned({ from: '2026-11-02 20:00', to: '21:00' });
    await at(stage, '09:30');
    const before = notices(stage.hub.issue(1)).length;
    for (let i = 0; i < 10; i++) await say(stage, 'alice', `/move 2026-11-02 19:0${i} 20:00`);
    await at(stage, '10:00');
    await at(stage, '10:10');
    expect(notices(stage.hub.issue(1)).length - before).toBe(2);
    expect(notices(stage.hub.issue(1)).at(-1)).toContain('19:09 UTC');
    await say(stage, 'alice', '/move 2026-11-02 19:30 20:00');
    await say(stage, 'alice', '/cancel No time');
    expect(notices(stage.hub.issue(1)).at(-1)).toContain('is cancelled.');
  },
);
