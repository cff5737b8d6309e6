import { describe, expect, test } from 'vitest';
import { clockRow } from '../support/card.ts';
import { HOUR, MINUTE, POLICY } from '../support/stage.ts';
import { opened, DAY } from './incident-story.ts';

/* Corners in which an incident could get lost, be told twice or be told wrong. */

describe('pages that must not be lost', () => {
  test(
    'a raise tells those of the first step, though a less urgent priority was acknowledged',
    { tags: 'slow' },
    async () => {
      const it = await opened(
        ['P3'],
        `
roles: { sre: [alice, bob], incident-manager: [grace] }
fallback: grace
escalation-policies:
  urgent:
    - { at: start, notify: [incident-manager, sre], assign: true }
  normal:
    - { at: acknowledge due, notify: sre }
`,
      );
      it.hub.as('alice').comment(it.n, '/ack');
      await it.stage.react();
      it.hub.clock.advance(10 * MINUTE);
      it.hub.as('alice').comment(it.n, '/priority P0 the whole region is gone');
      await it.stage.react();
      await it.stage.pass(HOUR, 30 * MINUTE);
      expect(it.told().flat()).toContain('grace');
    },
  );

  test('a P0 that is lowered and raised again is reminded of, as before', { tags: 'slow' }, async () => {
    const it = await opened(['P0']);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    await it.stage.pass(14 * HOUR, 2 * HOUR);
    const before = it.notices().length;
    it.hub.as('alice').comment(it.n, '/priority P2 only one shop');
    await it.stage.react();
    it.hub.clock.advance(10 * MINUTE);
    it.hub.as('alice').comment(it.n, '/priority P0 all shops after all');
    await it.stage.react();
    await it.stage.pass(5 * HOUR, 2.5 * HOUR);
    expect(it.notices().length).toBeGreaterThan(before);
  });

  test('a deadline missed after a lowering within one escalation policy is told', { tags: 'slow' }, async () => {
    const policy = POLICY.replace(/.*repeat: 2h.*\n/, '');
    const it = await opened(['P0'], policy);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    await it.stage.pass(5 * HOUR, 2.5 * HOUR);
    it.hub.as('alice').comment(it.n, '/priority P1 one region only');
    await it.stage.react();
    const before = it.notices().length;
    await it.stage.pass(4 * HOUR, 2 * HOUR);
    expect(clockRow(it.card(), 'Resolve')).toMatch(/^❌ 17:00 \(within 8 h\) · missed/);
    expect(it.notices().length).toBeGreaterThan(before);
  });

  test('a clock that a new priority restarts has its steps sent anew', { tags: 'slow' }, async () => {
    const policy = `${POLICY.replace(/.*repeat: 2h.*\n/, '')}\non-priority-change: restart\n`;
    const it = await opened(['P1'], policy);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    await it.stage.pass(9 * HOUR, 3 * HOUR);
    const before = it.notices().length;
    it.hub.as('alice').label(it.n, 'P0');
    await it.stage.react();
    await it.stage.pass(5 * HOUR, 2.5 * HOUR);
    expect(clockRow(it.card(), 'Resolve')).toMatch(/^❌ 22:00 \(within 4 h\) · missed/);
    expect(it.notices().length).toBeGreaterThan(before);
  });

  test('reminders go on when the policy makes them rarer', { tags: 'slow' }, async () => {
    const it = await opened(['P0']);
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    await it.stage.pass(14 * HOUR, 2 * HOUR);
    it.hub.commit({ '.github/tocsin.yml': POLICY.replace('repeat: 2h', 'repeat: 3h') });
    const before = it.notices().length;
    await it.stage.pass(5 * HOUR, 2.5 * HOUR);
    expect(it.notices().length).toBeGreaterThan(before);
  });

  test('somebody is asked again when the only priority label goes', { tags: 'slow' }, async () => {
    const it = await opened([]);
    it.hub.as('alice').label(it.n, 'P0');
    await it.stage.react();
    it.hub.as('alice').comment(it.n, '/ack');
    await it.stage.react();
    it.hub.clock.advance(HOUR);
    const before = it.notices().length;
    it.hub.as('bob').unlabel(it.n, 'P0');
    await it.stage.react();
    await it.stage.pass(HOUR, 30 * MINUTE);
    expect(it.issue().labels).toContain('needs-assessment');
    expect(it.notices().length).toBeGreaterThan(before);
  });

  test('lowering by way of no label needs a reason too, however slowly', async () => {
    const it = await opened(['P0']);
    it.hub.as('bob').comment(it.n, '/ack');
    it.hub.clock.advance(30 * MINUTE);
    it.hub.as('bob').unlabel(it.n, 'P0');
    it.hub.clock.advance(11 * MINUTE);
    it.hub.as('bob').label(it.n, 'P2');
    await it.stage.react();
    expect(it.notices().join('\n')).toContain('@bob **🟡 Why did you lower this from P0 to P2?**');
  });

  test(
    'the review of a closed incident is asked for when it is due later than a month on',
    { tags: 'slow' },
    async () => {
      const policy = `${POLICY.replace(
        'repeat: 2h, until: resolved }',
        'repeat: 2h, until: resolved }\n    - { at: post-mortem due, notify: responder }\n    - { at: review due, notify: management }',
      )}
calendars: { office: { mon-fri: 09:00-17:00 } }
priorities:
  P0: { acknowledge: 15m, resolve: 4h, escalation: urgent, post-mortem: { draft: 3d, review: 25d, calendar: office } }
  P2: { acknowledge: 4h, resolve: 2d, escalation: normal }
`;
      const it = await opened(['P0'], policy);
      it.hub.as('alice').comment(it.n, '/resolve rolled back');
      await it.stage.react();
      it.hub.as('alice').close(it.n);
      await it.stage.react();
      await it.stage.pass(50 * DAY, 4 * DAY);
      const [asked] = it.notices().filter((text) => text.includes('Post-mortem of this P0: review overdue.'));
      expect(asked).toContain('\nResolved Mon 2 Nov, 09:00 UTC. Due Mon 09:00 UTC, ');
    },
  );
});
