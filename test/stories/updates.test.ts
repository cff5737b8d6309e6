import { describe, expect, test } from 'vitest';
import { clockRow, row } from '../support/card.ts';
import { asks, card, HOUR, MINUTE, notices, stageOf } from '../support/stage.ts';
import { report } from '../support/report.ts';
import { TEAM } from '../support/team.ts';
import { opened } from './people-story.ts';

describe('updates', () => {
  const CADENCE = `
priorities:
  P0: { acknowledge: 15m, resolve: 8h, update-every: 30m, no-progress: 2h, escalation: urgent }
  P2: { resolve: 8h, escalation: normal }
`;

  test(
    'are due at a stated time, the manager is reminded, and ignoring that is escalated',
    { tags: 'slow' },
    async () => {
      const { stage, issue, say, last } = await opened(CADENCE);
      await say('alice', '/ack');
      expect(clockRow(card(issue()), 'Next update')).toBe('⏳ 09:30 (within 30 min)');
      expect(row(card(issue()), 'Do now')).toMatch(/^comment `\/update how it stands` before \*\*09:30 UTC\*\*\./);
      await stage.pass(35 * MINUTE, 7 * MINUTE);
      expect(last()).toContain('@ian **🔴 P0: update overdue. Comment `/update how it stands`.**');
      expect(last()).toContain('Built-in step (`update due`) notifies `incident-manager`');
      await stage.pass(35 * MINUTE, 7 * MINUTE);
      expect(last()).toContain('@grace @ian **🔴 P0: update overdue.');
      await say('ian', '/update We work on it.');
      expect(clockRow(card(issue()), 'Next update')).toBe('⏳ 10:40 (within 30 min)');
      const count = notices(issue()).length;
      await stage.pass(20 * MINUTE, 5 * MINUTE);
      expect(notices(issue())).toHaveLength(count);
    },
  );

  test(
    'are asked for until one comes, of those above a quarter as often, and then no more',
    { tags: 'slow' },
    async () => {
      const { stage, issue, say } = await opened(CADENCE.replace(', no-progress: 2h', ''));
      await say('alice', '/ack');
      await stage.pass(5 * HOUR, 5 * MINUTE);
      const reminders = notices(issue()).filter((it) => it.includes('update overdue'));
      const above = reminders.filter((it) => it.includes('@grace'));
      expect([reminders.length, above.length]).toEqual([10, 3]);
      // After 1, 3 and 5 hours: as often again as four updates take.
      expect(reminders.map((it) => (it.includes('@grace') ? 'above' : '·')).join(' ')).toBe(
        '· above · · · above · · · above',
      );
      await say('ian', '/update It is nearly over.');
      await say('ian', '/resolve rolled back');
      const count = notices(issue()).length;
      await stage.pass(5 * HOUR, 30 * MINUTE);
      expect(notices(issue())).toHaveLength(count);
    },
  );

  test('are asked of nobody who has just done something, but once they rest', { tags: 'slow' }, async () => {
    const { stage, issue, say } = await opened(CADENCE);
    stage.hub.clock.advance(28 * MINUTE);
    await say('ian', 'The switch is replaced, we look whether it holds.');
    const count = notices(issue()).length;
    stage.hub.clock.advance(3 * MINUTE);
    await stage.sweep();
    expect(notices(issue())).toHaveLength(count);
    stage.hub.clock.advance(3 * MINUTE);
    await stage.sweep();
    expect(notices(issue())).toHaveLength(count + 1);
    expect(notices(issue()).at(-1)).toContain('@ian **🔴 P0: update overdue.');
  });

  test('are asked for by a policy of its own too, and by one without an escalation', { tags: 'slow' }, async () => {
    const own = CADENCE.replace(', no-progress: 2h', '').replace(
      'urgent }',
      'normal }\n  P1: { acknowledge: 30m, resolve: 8h, escalation: urgent }',
    );
    const first = await opened(`    - { at: update due, notify: customer-support }\n${own}`);
    await first.say('alice', '/ack');
    await first.stage.pass(3 * HOUR, 10 * MINUTE);
    const mine = notices(first.issue()).filter((it) => it.includes('update overdue'));
    expect(mine.map((it) => it.includes('@wes'))).toEqual([true, true, true, true, true, true]);
    const second = await opened(
      CADENCE.replace(', escalation: urgent }', ' }\n  P1: { acknowledge: 30m, resolve: 8h, escalation: urgent }'),
    );
    await second.say('alice', '/ack');
    await second.stage.pass(HOUR, 10 * MINUTE);
    expect(notices(second.issue()).filter((it) => it.includes('update overdue'))).toHaveLength(2);
  });

  test('a late run says both in one message', async () => {
    const { stage, issue } = await opened(CADENCE);
    stage.hub.clock.advance(3 * HOUR);
    await stage.sweep();
    const all = asks(issue());
    expect(all).toHaveLength(2);
    expect(all[1]).toContain('`no-progress due` (11:00)');
    expect(all[1]).toContain('`update due` (12:00)');
    const count = notices(issue()).length;
    await stage.sweep();
    expect(notices(issue())).toHaveLength(count);
  });

  test.each([
    ['/ack', '**P0 acknowledged 09:00 UTC by `alice`.**', []],
    ['/mitigate switched over', '**P0 mitigated 09:00 UTC by `alice`.**', ['switched over']],
    ['/resolve fixed', '**P0 resolved 09:00 UTC by `alice`.**', ['fixed']],
  ])('every change of status is told to the roles that the policy names: %s', async (text, first, said) => {
    const { stage, issue, say } = await opened('inform: [management, customer-support]\n');
    await say('alice', text);
    const told = notices(issue()).filter((it) => it.startsWith('@grace @wes '));
    expect(told).toHaveLength(1);
    const [line, about, ...others] = told[0]!.split('\n');
    expect(line).toBe(`@grace @wes ${first}`);
    expect(about).toMatch(/^\*\*\S/);
    expect(others).toEqual([...said, 'Please tell affected customers.']);
    const count = notices(issue()).length;
    await stage.pass(5 * MINUTE);
    expect(notices(issue())).toHaveLength(count);
  });

  test(
    'whoever follows the issue has the comment that changes the status, and is told of what nobody wrote',
    { tags: 'slow' },
    async () => {
      const { stage, hub, issue, say } = await opened('inform: [management, customer-support]\n');
      const told = () => notices(issue()).filter((it) => /@grace|@wes/.test(it));
      await say('alice', '/ack');
      expect(told()).toHaveLength(1);
      hub.clock.advance(HOUR);
      await say('alice', '/mitigate switched over');
      expect(told()).toHaveLength(1);
      hub.clock.advance(HOUR);
      hub.as('alice').close(1);
      await stage.react();
      expect(told()).toHaveLength(2);
      expect(told()[1]).toContain('@grace @wes **P0 resolved 11:00 UTC by `alice`.**');
      const count = notices(issue()).length;
      await stage.pass(HOUR);
      expect(notices(issue())).toHaveLength(count);
    },
  );
});

describe('steps', () => {
  test('label, raise the priority, and hand over a text for those outside', { tags: 'slow' }, async () => {
    const stage = await stageOf({
      people: TEAM,
      policy: `
roles: { responder: [alice], management: [grace] }
fallback: grace
priorities:
  P0: { acknowledge: 15m, escalation: critical }
  P1: { acknowledge: 30m, resolve: 2h, escalation: urgent }
escalation-policies:
  critical:
    - { at: start, notify: management }
  urgent:
    - { at: start, notify: responder }
    - { at: resolve due, notify: responder, label: call-the-provider, raise: P0, send: 'Our link is down since two hours. Please call us.' }
`,
    });
    stage.hub.as('rita').openIssue({ title: 'Link down', body: report(), labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.as('alice').comment(1, '/ack');
    await stage.react();
    stage.hub.clock.advance(2 * HOUR);
    await stage.sweep();
    const issue = stage.hub.issue(1);
    expect(issue.labels).toEqual(expect.arrayContaining(['P0', 'call-the-provider']));
    expect(issue.labels).not.toContain('P1');
    const text = notices(issue).join('\n');
    expect(text).toContain('Priority raised to **P0**.');
    expect(text).toContain('Our link is down since two hours. Please call us.');
    // Somebody has it: nobody is asked to take it on again.
    expect(text).toContain('@grace **P0: comment `/resolve what fixed it`.**');
    expect(text.match(/comment `\/ack`/g)).toHaveLength(1);
    await stage.sweep();
    expect(
      notices(stage.hub.issue(1))
        .join('\n')
        .match(/Priority raised to/g),
    ).toHaveLength(1);
  });
});
