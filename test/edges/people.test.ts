import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, notices, stageOf } from '../support/stage.ts';
import { report } from '../support/report.ts';
import { NOTIFIERS, recorder } from '../support/pager.ts';
import { TEAM } from '../support/team.ts';
import { at, PEOPLE, STEPS } from './people-story.ts';

describe('pages', () => {
  test(
    'of an escalation policy whose name begins with a c are calls for help, not tests',
    { tags: 'slow' },
    async () => {
      const { pager, pages } = recorder();
      const policy = `
roles: { responder: [alice, bob], management: [grace] }
fallback: grace
priorities:
  P0: { acknowledge: 15m, resolve: 8h, escalation: critical }
escalation-policies:
  critical:
    - { at: start, notify: responder }
    - { at: acknowledge due, notify: management }
${NOTIFIERS}`;
      const { stage, say } = await at(policy, 'P0', { pager, people: { ...TEAM, rita: 'triage' } });
      await stage.pass(30 * MINUTE);
      expect(pages.map(({ action }) => action)).toEqual(['trigger', 'trigger']);
      await say('alice', '/ack');
      await say('alice', '/resolve rolled back');
      expect(pages.map(({ action }) => action)).toEqual(['trigger', 'trigger', 'acknowledge', 'resolve']);
    },
  );

  test('that tell a pager of the end and fail are said', async () => {
    const { pager } = recorder((page) => page.action === 'resolve');
    const stage = await stageOf({ policy: `${PEOPLE}${STEPS}${NOTIFIERS}`, people: TEAM, pager });
    stage.hub.as('alice').openIssue({ title: 'Shop down', body: report(), labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.as('alice').comment(1, '/resolve rolled back');
    const run = (await stage.react())!;
    const said = [
      ...run.settled.flatMap((it) => [...it.alarms, ...it.failures]),
      ...notices(stage.hub.issue(1)).slice(1),
    ];
    expect(said.join()).toContain('the connection was refused');
  });
});

describe('an audience', () => {
  test('names nobody twice, whatever the capitals', async () => {
    const policy = `
roles: { responder: [Alice], management: [grace, alice] }
fallback: grace
escalation-policies:
  urgent: [{ at: start, notify: [responder, management] }]
  normal: [{ at: resolve due, notify: responder }]
`;
    const { issue } = await at(policy);
    expect(notices(issue())[0]!.match(/@alice/gi)).toHaveLength(1);
  });
});

describe('a step that raises the priority', () => {
  const RAISING = `
roles: { responder: [alice], management: [grace] }
fallback: grace
priorities:
  P0: { acknowledge: 15m, escalation: critical }
  P1: { acknowledge: 30m, resolve: 2h, escalation: urgent }
escalation-policies:
  critical: [{ at: start, notify: management }]
  urgent:
    - { at: start, notify: responder }
    - { at: resolve due, notify: responder, raise: P0 }
`;

  test('does not do so again when a person has lowered it since by command', { tags: 'slow' }, async () => {
    const { stage, issue, say } = await at(RAISING, 'P1');
    await say('alice', '/ack');
    await stage.pass(2 * HOUR + 15 * MINUTE);
    expect(issue().labels).toContain('P0');
    await say('grace', '/priority P1 it is only the back office');
    await stage.pass(HOUR);
    expect(issue().labels).toContain('P1');
    expect(
      notices(issue())
        .join()
        .match(/Priority raised to \*\*P0\*\*/g),
    ).toHaveLength(1);
  });

  test('does not do so again when a person has lowered it since by label', { tags: 'slow' }, async () => {
    const { hub, stage, issue, say } = await at(RAISING, 'P1');
    await say('alice', '/ack');
    await stage.pass(2 * HOUR + 15 * MINUTE);
    hub.as('grace').unlabel(1, 'P0');
    hub.as('grace').label(1, 'P1');
    await stage.react();
    await stage.pass(HOUR);
    expect(issue().labels).not.toContain('P0');
  });
});
