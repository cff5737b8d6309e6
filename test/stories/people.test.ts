import { describe, expect, test } from 'vitest';
import type { Attempted, Pager } from '../../src/notify/send.ts';
import type { Page } from '../../src/notify/message.ts';
import { card, HOUR, MINUTE, notices, stageOf, told } from '../support/stage.ts';
import { report } from '../support/report.ts';

const TEAM = {
  alice: 'write',
  bob: 'triage',
  grace: 'maintain',
  ian: 'write',
  mona: 'write',
  wes: 'write',
  nora: 'read',
} as const;

/** Managers take turns by the week from a Monday on; ian has the first. */
const POLICY = `
roles:
  responder: [alice, bob]
  incident-manager: { schedule: managers }
  management: [grace]
  customer-support: [wes]
fallback: grace
schedules:
  managers: { layers: [{ every: 1w, from: 2026-11-02T08:00, people: [ian, mona] }] }
escalation-policies:
  urgent:
    - { at: start, notify: responder }
    - { at: acknowledge due, notify: management }
    - { at: resolve due, notify: [responder, management] }
  normal:
    - { at: resolve due, notify: responder }
`;

const opened = async (more = '', options: { readonly pager?: Pager; readonly language?: 'fr' } = {}) => {
  const { language, ...rest } = options;
  const policy = `${language ? `language: ${language}\n` : ''}${POLICY}${more}`;
  const stage = await stageOf({ policy, people: TEAM, ...rest });
  stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident', 'P0'] });
  await stage.react();
  const issue = () => stage.hub.issue(1);
  const say = async (who: string, text: string): Promise<void> => {
    stage.hub.as(who).comment(1, text);
    await stage.react();
  };
  const last = (): string => notices(issue()).at(-1)!;
  return { stage, hub: stage.hub, issue, say, last };
};

describe('the incident manager', () => {
  test('of a P0 is the one on call, contacted at once, assigned and named on the card', async () => {
    const { issue } = await opened();
    expect(notices(issue())[0]).toContain('@ian **P0: you are the incident manager.**');
    expect(issue().assignees).toEqual(['ian']);
    expect(card(issue())).toContain('| Incident manager | `ian` |');
  });

  test('is contacted also when somebody has acknowledged already, and stays the same after the hand-off', async () => {
    const stage = await stageOf({ policy: POLICY, people: TEAM });
    stage.hub.as('rita').openIssue({ title: 'Slow', body: report(), labels: ['incident', 'P2'] });
    await stage.react();
    stage.hub.as('alice').comment(1, '/ack');
    stage.hub.as('alice').comment(1, '/priority P1 it spreads');
    await stage.react();
    expect(notices(stage.hub.issue(1)).at(-1)).toContain('@ian **P1: you are the incident manager.**');
    stage.hub.clock.advance(8 * 24 * HOUR);
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('| Incident manager | `ian` |');
    expect(
      notices(stage.hub.issue(1))
        .join()
        .match(/you are the incident manager/g),
    ).toHaveLength(1);
  });

  test('hands over by command; who takes over is told', async () => {
    const { issue, say, last } = await opened();
    await say('ian', '/role incident-manager @mona');
    expect(last()).toContain('@mona **P0: you are `incident-manager` of this incident now.**');
    expect(card(issue())).toContain('| Incident manager | `mona` |');
    await say('ian', '/role nobody-knows @mona');
    expect(last()).toContain('`/role` needs a role of the policy and a login');
  });

  test('is not looked for on a P2, nor where the policy has no such role', async () => {
    const stage = await stageOf({ policy: POLICY, people: TEAM });
    stage.hub.as('rita').openIssue({ title: 'Slow', body: report(), labels: ['incident', 'P2'] });
    await stage.react();
    expect(notices(stage.hub.issue(1)).join()).not.toContain('incident manager');
  });
});

describe('commands about people and the record', () => {
  test('/assign assigns and takes on; /unassigned by hand stays so', async () => {
    const { stage, issue, say } = await opened();
    await say('bob', '/assign @alice bob');
    expect(issue().assignees).toEqual(expect.arrayContaining(['ian', 'alice', 'bob']));
    expect(card(issue())).toContain('acknowledged');
    stage.hub.as('grace').unassign(1, 'alice');
    await stage.sweep();
    expect(issue().assignees).not.toContain('alice');
  });

  test('/escalate calls those of the next step at once, with the reason as text', async () => {
    const { say, last, issue } = await opened();
    await say('alice', '/escalate the database is gone @everybody');
    expect(last()).toContain('@grace **P0: `alice` needs you on this incident.**');
    expect(last()).toContain('Why: `the database is gone @everybody`');
    expect(told(issue()).flat()).not.toContain('everybody');
  });

  test('/silence keeps steps back, and they follow when it ends', async () => {
    const { stage, issue, say } = await opened();
    await say('bob', '/silence 1h we are all in the room');
    expect(card(issue())).toContain('somebody asked for silence');
    const before = notices(issue()).length;
    await stage.pass(45 * MINUTE);
    expect(notices(issue())).toHaveLength(before);
    await stage.pass(30 * MINUTE);
    expect(told(issue()).at(-1)).toEqual(['grace']);
    await say('bob', '/silence forever');
    expect(notices(issue()).at(-1)).toContain('needs a time of at most a day and a reason');
  });

  test('/pause and /resume stop and start clocks at the time of the comment', async () => {
    const { stage, issue, say } = await opened('pauses: { waiting-for-customer: [resolve] }\n');
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').comment(1, '/pause waiting-for-customer they test');
    // The run comes late: what counts is when it was said.
    stage.hub.clock.advance(HOUR);
    await stage.sweep();
    expect(issue().labels).toContain('waiting-for-customer');
    expect(card(issue())).toContain('| resolve | `4h` | known once the pause ends |');
    stage.hub.clock.advance(HOUR);
    await say('alice', '/resume');
    expect(issue().labels).not.toContain('waiting-for-customer');
    expect(card(issue())).toContain('| resolve | `4h` | Mon 2 Nov 2026, 15:00 UTC |');
    await say('alice', '/resume');
    expect(notices(issue()).at(-1)).toContain('no clock is paused');
  });

  test('/link, /note and /timeline go on record, and into the post-mortem', async () => {
    const { stage, issue, say } = await opened();
    stage.hub.clock.advance(HOUR);
    await say(
      'alice',
      '/link https://graphs.example/shop?x=1\n/note the graph tells\n/timeline 09:20 the first customer called',
    );
    expect(card(issue())).toContain('`https://graphs.example/shop?x=1` (`alice`)');
    await say('alice', '/link javascript:alert(1)');
    expect(notices(issue()).at(-1)).toContain('`/link` needs an address');
    await say('alice', '/timeline 23:59');
    expect(notices(issue()).at(-1)).toContain('`/timeline` needs a time of the past and a text');
    await say('alice', '/resolve done');
    const body = stage.hub.issues().at(-1)!.body;
    expect(body).toContain('`the first customer called`');
    expect(body).toContain('2 Nov 2026, 09:20');
    expect(body).toContain('https://graphs.example/shop?x=1');
  });

  test('/duplicate closes as a duplicate of an incident that there is', async () => {
    const { stage, hub, say, last } = await opened();
    hub.as('nora').openIssue({ title: 'Cannot pay', body: report(), labels: ['incident'] });
    await stage.react();
    await say('bob', '/duplicate #99');
    expect(last()).toContain('#99 is not an incident');
    hub.as('bob').comment(2, '/duplicate #1');
    await stage.react();
    expect(hub.issue(2)).toMatchObject({ state: 'CLOSED', stateReason: 'DUPLICATE' });
    expect(card(hub.issue(2))).toContain('dismissed');
  });

  test('/help names all of them and who may use which; others are refused in a line', async () => {
    const { say, last, issue } = await opened('commands: { silence: [maintain, admin] }\n');
    await say('bob', '/help');
    expect(last()).toContain('@bob **What can be commanded here**');
    expect(last()).toContain('`/ack`');
    expect(last()).toContain('`/silence` takes maintain, admin.');
    await say('bob', '/silence 1h calm\n/note but this is for all');
    expect(last()).toContain(
      '`/silence` was not carried out: it takes one of these roles in the repository: maintain, admin.',
    );
    expect(card(issue())).not.toContain('silence');
    expect(issue().comments.at(-2)?.reactions ?? []).toBeDefined();
    await say('grace', '/silence 1h calm');
    expect(card(issue())).toContain('somebody asked for silence');
  });
});

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

describe('pages', () => {
  const NOTIFIERS = `
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] }
  chat: { type: slack, url: SLACK_WEBHOOK, for: [P0] }
`;

  function recorder(broken: readonly string[] = []): {
    readonly pager: Pager;
    readonly pages: (Page & { readonly by: string | null })[];
  } {
    const pages: (Page & { readonly by: string | null })[] = [];
    const pager: Pager = {
      send: () => Promise.resolve({ ok: true }),
      beat: () => Promise.resolve({ ok: true }),
      sendFirst: (notifiers, page) => {
        const tried: Attempted['tried'][number][] = [];
        for (const { name } of notifiers) {
          const ok = !broken.includes(name);
          tried.push({ notifier: name, sent: ok ? { ok } : { ok: false, why: 'the connection was refused' } });
          if (ok) break;
        }
        const by = tried.at(-1)?.sent.ok ? tried.at(-1)!.notifier : null;
        pages.push({ ...page, by });
        return Promise.resolve({ by, tried });
      },
    };
    return { pager, pages };
  }

  test('go out before the comment, once, and the pager hears how it goes on', async () => {
    const { pager, pages } = recorder();
    const { stage, say, issue } = await opened(NOTIFIERS, { pager });
    expect(pages.map(({ action, key, by }) => [action, key, by])).toEqual([['trigger', 'acme/shop#1', 'pager']]);
    expect(pages[0]!.summary).toContain('P0: acknowledge this incident.');
    expect(notices(issue())[0]).toContain('The page went out through `pager`.');
    await stage.sweep();
    expect(pages).toHaveLength(1);
    await say('alice', '/ack');
    await say('alice', '/resolve rolled back');
    await stage.pass(HOUR);
    expect(pages.map(({ action }) => action)).toEqual(['trigger', 'acknowledge', 'resolve']);
  });

  test('a notifier that fails is named, and the next one takes the page', async () => {
    const { pager } = recorder(['pager']);
    const { issue } = await opened(NOTIFIERS, { pager });
    expect(notices(issue())[0]).toContain('⚠️ The page did not go out through `pager`: the connection was refused.');
    expect(notices(issue())[0]).toContain('The page went out through `chat`.');
  });

  test('that reach nobody are said on the incident, and the run is red', async () => {
    const { pager } = recorder(['pager', 'chat']);
    const stage = await stageOf({ policy: `${POLICY}${NOTIFIERS}`, people: TEAM, pager });
    stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident', 'P0'] });
    const run = (await stage.react())!;
    expect(notices(stage.hub.issue(1))[0]).toContain('🚨 The page reached nobody: no notifier took it.');
    expect(run.settled[0]!.alarms.join()).toContain('The page reached nobody');
  });

  test('/test-page goes the whole way', async () => {
    const { pager, pages } = recorder();
    const { say, last } = await opened(NOTIFIERS, { pager });
    await say('bob', '/test-page');
    expect(pages.at(-1)!.action).toBe('test');
    expect(last()).toContain('@bob **The test page**');
    expect(last()).toContain('The page went out through `pager`.');
  });

  test('nothing of a confidential incident is in them; a dry run sends none', async () => {
    const { pager, pages } = recorder();
    const policy = `${POLICY}${NOTIFIERS}categories: [{ name: security, owner: management, confidential: true }]\n`;
    const stage = await stageOf({ policy, people: TEAM, pager });
    stage.hub.as('rita').openIssue({ title: 'hunter2 leaked', body: report(), labels: ['incident', 'P0', 'security'] });
    await stage.react({ dryRun: true });
    expect(pages).toEqual([]);
    await stage.sweep();
    expect(pages).toHaveLength(1);
    expect(JSON.stringify(pages)).not.toContain('hunter2');
  });
});

test('in French', async () => {
  const { stage, say, issue, last } = await opened('inform: management\n', { language: 'fr' });
  expect(notices(issue())[0]).toContain('vous êtes gestionnaire de cet incident');
  await say('alice', '/escalate plus de bras');
  expect(last()).toContain('`alice` a besoin de vous sur cet incident');
  await say('alice', '/help');
  expect(last()).toContain('Ce qui peut être commandé ici');
  stage.hub.clock.advance(HOUR);
  await say('alice', '/resolve fini');
  expect(last()).toContain('cet incident est résolu');
});
