import { describe, expect, test } from 'vitest';
import { rowOf } from '../support/card.ts';
import { card, MINUTE, notices, told } from '../support/stage.ts';
import { alert, at, planned, PLANNED, say } from './maintenance-story.ts';

/* While a service is in maintenance its alerts are recorded and held; never longer than somebody entitled has said. */

const HELD = 'until 16:00 UTC at the latest: planned maintenance';

describe('an alert during the maintenance of its service', () => {
  test(
    'is recorded and held, and told as new when the maintenance is over and it still fires',
    { tags: 'slow' },
    async () => {
      const stage = await planned();
      await at(stage, '14:10');
      await alert(stage);
      expect(stage.hub.issue(2).labels).toContain('checkout');
      expect(notices(stage.hub.issue(2))).toEqual([]);
      expect(rowOf(card(stage.hub.issue(2)), 'During maintenance')).toBe('#1 (`checkout`), until 16:00 UTC');
      expect(rowOf(card(stage.hub.issue(2)), 'Notifications on hold')).toBe(HELD);
      await at(stage, '15:50');
      expect(notices(stage.hub.issue(2))).toEqual([]);
      await say(stage, 'alice', '/done');
      expect(notices(stage.hub.issue(2))).toEqual([]);
      await say(stage, 'alice', '/done');
      expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob']]);
      expect(notices(stage.hub.issue(2))[0]).toContain('comment `/ack` before 16:22 UTC');
      expect(card(stage.hub.issue(2))).toContain('since 14:10 UTC');
      // It is read no more, and what was decided stays.
      await at(stage, '16:20');
      expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob']]);
      await at(stage, '16:25');
      expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob'], ['grace']]);
    },
  );

  test(
    'is told when the planned end has passed, whether or not anybody says that it is done',
    { tags: 'slow' },
    async () => {
      const stage = await planned();
      await at(stage, '14:10');
      await alert(stage);
      await at(stage, '15:59');
      expect(told(stage.hub.issue(2))).toEqual([]);
      await at(stage, '16:00');
      expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob']]);
      await alert(stage, { key: 'other', title: 'Also down' });
      expect(told(stage.hub.issue(3))).toEqual([['alice', 'bob']]);
    },
  );

  test(
    'is held until the extended end; an extension that comes too late holds only what begins after it',
    { tags: 'slow' },
    async () => {
      const stage = await planned();
      await at(stage, '15:00');
      await alert(stage);
      await say(stage, 'alice', '/extend 1h');
      await at(stage, '16:30');
      expect(told(stage.hub.issue(2))).toEqual([]);
      expect(rowOf(card(stage.hub.issue(2)), 'Notifications on hold')).toContain('until 17:00 UTC');
      await at(stage, '17:05');
      expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob']]);
      await alert(stage, { key: 'gap', title: 'In the gap' });
      await say(stage, 'alice', '/extend 30m');
      await alert(stage, { key: 'later', title: 'After it' });
      expect(told(stage.hub.issue(3))).toEqual([['alice', 'bob']]);
      expect(told(stage.hub.issue(4))).toEqual([]);
      await at(stage, '17:10');
      expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob']]);
    },
  );

  test('that recovers is over without a word', { tags: 'slow' }, async () => {
    const stage = await planned();
    await at(stage, '14:10');
    await alert(stage);
    await at(stage, '14:30');
    await alert(stage, { status: 'resolved' });
    await at(stage, '16:30');
    expect(notices(stage.hub.issue(2))).toEqual([]);
    expect(card(stage.hub.issue(2))).toContain('because the alert went away');
  });

  test('that becomes graver meanwhile is told once, as it is', { tags: 'slow' }, async () => {
    const stage = await planned();
    await at(stage, '14:10');
    await alert(stage, { severity: 'warning' });
    await at(stage, '14:30');
    await alert(stage, { severity: 'critical' });
    expect(notices(stage.hub.issue(2))).toEqual([]);
    await at(stage, '16:00');
    expect(notices(stage.hub.issue(2))).toHaveLength(1);
    expect(notices(stage.hub.issue(2))[0]).not.toContain('graver');
  });

  test.each<[string, object, string?]>([
    ['another service', { system: 'mail' }],
    ['no service', { system: 'printers' }],
    ['no service, though the policy has only one', { system: 'printers' }, PLANNED.replace(', mail: {}', '')],
  ])('of %s is told at once', async (_, more, policy = PLANNED) => {
    const stage = await planned({}, { policy });
    await at(stage, '14:10');
    await alert(stage, more);
    expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob']]);
    expect(card(stage.hub.issue(2))).not.toContain('Notifications on hold');
  });

  test('wakes people at once when a person makes it a P0', async () => {
    const stage = await planned();
    await at(stage, '14:10');
    await alert(stage);
    stage.hub.clock.advance(20 * MINUTE);
    stage.hub.as('bob').label(2, 'P0');
    await stage.react();
    expect(told(stage.hub.issue(2))[0]).toEqual(expect.arrayContaining(['alice', 'bob']));
    expect(card(stage.hub.issue(2))).not.toContain('Notifications on hold');
    // The deadline runs from then on: nothing has been missed.
    expect(notices(stage.hub.issue(2))[0]).toContain('before 14:45 UTC');
  });

  test('that began before is not silenced by it', async () => {
    const stage = await planned();
    await at(stage, '13:45');
    await alert(stage);
    await at(stage, '14:20');
    expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob'], ['grace']]);
    expect(rowOf(card(stage.hub.issue(2)), 'During maintenance')).toContain('#1');
  });

  test('whose service becomes known later has been told, and goes on', async () => {
    const stage = await planned();
    await at(stage, '14:10');
    await alert(stage, { system: 'printers' });
    stage.hub.as('bob').label(2, 'checkout');
    await at(stage, '14:50');
    expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob'], ['grace']]);
  });

  test('is told when the label of the maintenance is taken off', async () => {
    const stage = await planned();
    await at(stage, '14:10');
    await alert(stage);
    stage.hub.as('alice').unlabel(1, 'planned-maintenance');
    await stage.react();
    expect(told(stage.hub.issue(2))).toEqual([['alice', 'bob']]);
    expect(rowOf(card(stage.hub.issue(2)), 'During maintenance')).toBe('#1 (`checkout`), until 14:10 UTC');
    const before = stage.hub.issues();
    await stage.sweep();
    expect(stage.hub.issues()).toEqual(before);
  });

  test('is held by a category as well', { tags: 'slow' }, async () => {
    const policy = `${PLANNED}categories: [{ name: network }, { name: other }]\nalerts: { hold: 5m }\n`;
    const stage = await planned({ services: 'network' }, { policy });
    await at(stage, '14:10');
    await alert(stage, { system: 'router' });
    stage.hub.as('bob').label(2, 'network');
    await at(stage, '14:20');
    expect(notices(stage.hub.issue(2))).toEqual([]);
    expect(rowOf(card(stage.hub.issue(2)), 'Notifications on hold')).toBe(HELD);
    await alert(stage, { key: 'dns', system: 'dns', category: 'network' });
    expect(stage.hub.issue(3).labels).toContain('network');
    expect(notices(stage.hub.issue(3))).toEqual([]);
    await alert(stage, { key: 'mail', system: 'mail', category: 'other' });
    expect(notices(stage.hub.issue(4))).toEqual([]);
    await at(stage, '14:26');
    expect(told(stage.hub.issue(4))).toEqual([['alice', 'bob']]);
  });
});

describe('an incident that somebody reports during the maintenance', () => {
  test('is told at once, and says so', async () => {
    const stage = await planned();
    await at(stage, '14:10');
    stage.hub.as('nora').openIssue({ title: 'I cannot pay', labels: ['incident'] });
    stage.hub.as('bob').label(2, 'P1', 'checkout');
    await stage.react();
    expect(told(stage.hub.issue(2))[0]).toEqual(['alice', 'bob']);
    expect(rowOf(card(stage.hub.issue(2)), 'During maintenance')).toBe('#1 (`checkout`), until 16:00 UTC');
    expect(rowOf(card(stage.hub.issue(2)), 'Notifications on hold')).toBeUndefined();
  });

  test(
    'has a downtime without the time of the maintenance, also when that is read no more',
    { tags: 'slow' },
    async () => {
      const stage = await planned();
      await at(stage, '13:55');
      stage.hub.as('nora').openIssue({ title: 'I cannot pay', labels: ['incident'] });
      stage.hub.as('bob').label(2, 'P1', 'checkout');
      await stage.react();
      await at(stage, '14:30');
      await say(stage, 'alice', '/done');
      await say(stage, 'alice', '/done');
      expect(stage.hub.issue(1).state).toBe('CLOSED');
      await at(stage, '14:35');
      await say(stage, 'alice', '/resolve restarted', 2);
      // From 13:55 to 14:36, without 14:00 to 14:32.
      expect(rowOf(card(stage.hub.issue(2)), 'Impact')).toContain(
        '9 min of downtime; ✅ objective of `checkout`: `10m`',
      );
      await at(stage, '20:00');
      expect(rowOf(card(stage.hub.issue(2)), 'Impact')).toContain('9 min of downtime');
    },
  );
});
