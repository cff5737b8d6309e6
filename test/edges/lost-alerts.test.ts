import { describe, expect, test } from 'vitest';
import { clockRow } from '../support/card.ts';
import { card, HOUR, mentioned, MINUTE, notices } from '../support/stage.ts';
import { stageWith, fires, all, start, recovers, idle, toldOf, tell, pods, OPERATED } from './intake-story.ts';

describe('an alert that must not be lost', () => {
  test(
    'that comes back briefly does not end what people were told of and nobody has taken on',
    { tags: 'slow' },
    async () => {
      const stage = await stageWith('alerts: { hold: 5m }\n');
      await fires(stage, 0);
      await stage.pass(20 * MINUTE, 5 * MINUTE);
      expect(all(stage)).toContain('P0: comment `/ack` before 09:15 UTC');
      stage.hub.clock.set(start + 30 * MINUTE);
      await recovers(stage, 30);
      expect(card(stage.hub.issue(1))).toContain('· nobody has it yet');
      stage.hub.clock.set(start + 40 * MINUTE);
      await fires(stage, 40);
      stage.hub.clock.set(start + 42 * MINUTE);
      await recovers(stage, 42);
      expect(card(stage.hub.issue(1))).toContain('· nobody has it yet');
      await idle(stage);
    },
  );

  test(
    'that went away by itself and comes back for good has to be taken on anew, in its own time',
    { tags: 'slow' },
    async () => {
      for (const policy of ['alerts: { recovery: resolve }\n', 'alerts: { hold: 5m }\n']) {
        const stage = await stageWith(policy);
        await fires(stage, 0);
        stage.hub.clock.set(start + MINUTE);
        await recovers(stage, 1);
        stage.hub.clock.set(start + HOUR);
        await fires(stage, 60);
        await stage.pass(5 * MINUTE, 5 * MINUTE);
        expect(toldOf(stage), policy).toContain('alice');
        // The manager is for what nobody acknowledges within 15 minutes; one and five of them are over.
        expect(toldOf(stage), policy).not.toContain('grace');
        await stage.pass(30 * MINUTE, 5 * MINUTE);
        expect(toldOf(stage), policy).toContain('grace');
        expect(clockRow(card(stage.hub.issue(1)), 'Acknowledge'), policy).toMatch(/^❌ .* · missed/);
        await idle(stage);
      }
    },
  );

  test('that comes back a second time, and that nobody takes on, is escalated again', { tags: 'slow' }, async () => {
    const stage = await stageWith('alerts: { recovery: resolve }\n');
    for (const minute of [0, 60]) {
      stage.hub.clock.set(start + minute * MINUTE);
      await fires(stage, minute);
      stage.hub.clock.advance(MINUTE);
      await recovers(stage, minute + 1);
    }
    stage.hub.clock.set(start + 2 * HOUR);
    await fires(stage, 120);
    const before = notices(stage.hub.issue(1)).length;
    await stage.pass(HOUR, 5 * MINUTE);
    const later = notices(stage.hub.issue(1)).slice(before);
    expect(later.flatMap(mentioned)).toContain('grace');
  });

  test('after a bot closed its incident as stale', { tags: 'slow' }, async () => {
    const stage = await stageWith();
    await fires(stage, 0);
    stage.hub.clock.advance(10 * MINUTE);
    stage.hub.as('stale[bot]').close(1, 'not_planned');
    await stage.sweep();
    stage.hub.clock.advance(HOUR);
    await recovers(stage, 60);
    stage.hub.clock.advance(HOUR);
    await fires(stage, 125);
    expect(stage.hub.issues().some(({ state }) => state === 'OPEN')).toBe(true);
  });

  test('after somebody took the incident label off', { tags: 'slow' }, async () => {
    const stage = await stageWith();
    await fires(stage, 0);
    stage.hub.clock.advance(10 * MINUTE);
    stage.hub.as('alice').unlabel(1, 'incident');
    await stage.sweep();
    stage.hub.clock.advance(HOUR);
    await recovers(stage, 60);
    stage.hub.clock.advance(HOUR);
    await fires(stage, 125);
    expect(stage.hub.issues()).toHaveLength(2);
    expect(all(stage, 2)).toContain('P0: comment `/ack` before ');
  });

  test('whose incident is older than the policy looks at', async () => {
    const stage = await stageWith('enforce-from: 2026-11-02T10:00:00Z\n');
    await fires(stage, 0);
    stage.hub.clock.advance(2 * HOUR);
    await fires(stage, 120);
    expect(stage.hub.issues()).toHaveLength(2);
    expect(all(stage, 2)).toContain('P0: comment `/ack` before ');
  });

  test('that began before somebody resolved its incident and was told after that', { tags: 'slow' }, async () => {
    const stage = await stageWith();
    await tell(stage, pods(1, 0));
    stage.hub.clock.advance(30 * MINUTE);
    stage.hub.as('alice').comment(1, '/resolve restarted');
    await stage.react();
    stage.hub.clock.advance(5 * MINUTE);
    const late = pods(2, 29);
    await tell(stage, { ...late, alerts: late.alerts.slice(1) });
    const open = stage.hub
      .issues()
      .filter(({ state, labels }) => state === 'OPEN' && labels.includes('incident') && !labels.includes('resolved'));
    expect(open).not.toEqual([]);
  });

  test('when the policy shortens the time within which an incident goes on', { tags: 'slow' }, async () => {
    const stage = await stageWith('alerts: { recovery: resolve, reopen-within: 12h }\n');
    await fires(stage, 0);
    stage.hub.clock.set(start + 30 * MINUTE);
    await recovers(stage, 30);
    stage.hub.clock.set(start + 8 * HOUR);
    await fires(stage, 480);
    expect(card(stage.hub.issue(1))).toContain('· nobody has it yet');
    stage.hub.commit({ '.github/tocsin.yml': `${OPERATED}alerts: { recovery: resolve }\n` });
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('· nobody has it yet');
    expect(stage.hub.issue(1).state).toBe('OPEN');
  });

  test('with a step that tells the reporter, who is no person', async () => {
    const policy = `
roles: { responder: [alice] }
fallback: grace
escalation-policies:
  urgent: [{ at: start, notify: reporter }]
  normal: [{ at: resolve due, notify: responder }]
`;
    const stage = await stageWith('', policy);
    await fires(stage, 0);
    expect(toldOf(stage)).toContain('grace');
    expect(all(stage)).not.toContain('@github-actions');
  });

  test('in a younger incident that people work on while the older is opened again', { tags: 'slow' }, async () => {
    const stage = await stageWith();
    await fires(stage, 0);
    stage.hub.as('alice').comment(1, '/resolve done');
    await stage.react();
    stage.hub.as('alice').close(1);
    await recovers(stage, 5);
    stage.hub.clock.set(start + 6 * HOUR);
    await fires(stage, 360);
    const younger = stage.hub.issues().at(-1)!.number;
    stage.hub.as('alice').comment(younger, '/ack');
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').reopen(1);
    await stage.react();
    expect(stage.hub.issue(younger).state).toBe('OPEN');
  });
});
