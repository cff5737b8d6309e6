import { describe, expect, test } from 'vitest';
import { card, HOUR, MINUTE, notices, stageOf } from '../support/stage.ts';
import { report } from '../support/report.ts';
import { TEAM } from '../support/team.ts';
import { opened } from './people-story.ts';

describe('updates', () => {
  const CADENCE = `
priorities:
  P0: { acknowledge: 15m, resolve: 8h, update-every: 30m, no-progress: 2h, escalation: urgent }
  P2: { resolve: 8h, escalation: normal }
`;

  test('are due at a stated time, the manager is reminded, and ignoring that is escalated', async () => {
    const { stage, issue, say, last } = await opened(CADENCE);
    await say('alice', '/ack');
    expect(card(issue())).toContain('The next update is due Mon 2 Nov 2026, 09:30 UTC.');
    await stage.pass(35 * MINUTE, 7 * MINUTE);
    expect(last()).toContain('@ian **P0: an update is overdue. Write `/update TEXT`.**');
    await stage.pass(35 * MINUTE, 7 * MINUTE);
    expect(last()).toContain('@grace @ian **P0: an update is overdue.');
    expect(last()).toContain('`ian` was reminded, and nothing came.');
    await say('ian', '/update We work on it.');
    expect(card(issue())).toContain('The next update is due Mon 2 Nov 2026, 10:40 UTC.');
    const count = notices(issue()).length;
    await stage.pass(20 * MINUTE, 5 * MINUTE);
    expect(notices(issue())).toHaveLength(count);
  });

  test('a late run says both in one message', async () => {
    const { stage, issue } = await opened(CADENCE);
    stage.hub.clock.advance(3 * HOUR);
    await stage.sweep();
    const all = notices(issue());
    expect(all).toHaveLength(2);
    expect(all[1]).toContain('an update is overdue');
    expect(all[1]).toContain('nothing moves');
    await stage.sweep();
    expect(notices(issue())).toHaveLength(2);
  });

  test('every change of status is told to the roles that the policy names', async () => {
    const { stage, issue, say, last } = await opened('inform: [management, customer-support]\n');
    await say('alice', '/ack');
    expect(last()).toContain('@grace @wes **P0: this incident is acknowledged.**');
    stage.hub.clock.advance(HOUR);
    await say('alice', '/mitigate switched over');
    expect(last()).toContain('@grace @wes **P0: this incident is mitigated.**');
    stage.hub.clock.advance(HOUR);
    await say('alice', '/resolve fixed');
    expect(last()).toContain('@grace @wes **P0: this incident is resolved.**');
    const count = notices(issue()).length;
    await stage.pass(HOUR);
    expect(notices(issue())).toHaveLength(count);
  });
});

describe('steps', () => {
  test('label, raise the priority, and hand over a text for those outside', async () => {
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
    expect(text).toContain('This step raises the priority to **P0**.');
    expect(text).toContain('Our link is down since two hours. Please call us.');
    expect(text).toContain('@grace **P0: acknowledge this incident');
    await stage.sweep();
    expect(
      notices(stage.hub.issue(1))
        .join('\n')
        .match(/raises the priority to/g),
    ).toHaveLength(1);
  });
});
