import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/notify/message.ts';
import { notifiersFor } from '../../src/notify/kinds.ts';
import type { Attempted, Pager } from '../../src/notify/send.ts';
import type { Stage, StageOptions } from '../../src/rehearsal/stage.ts';
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

const PEOPLE = `
roles:
  responder: [alice, bob]
  management: [grace]
  incident-manager: [ian]
fallback: grace
`;

const STEPS = `
escalation-policies:
  urgent:
    - { at: start, notify: responder }
    - { at: acknowledge due, notify: management }
    - { at: resolve due, notify: [responder, management] }
  normal:
    - { at: resolve due, notify: responder }
`;

const NOTIFIERS = `
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] }
  chat: { type: slack, url: SLACK_WEBHOOK, for: [P0] }
`;

const at = async (policy: string, label = 'P0', options: Pick<StageOptions, 'pager' | 'people'> = {}) => {
  const stage = await stageOf({ policy, people: TEAM, ...options });
  stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident', label] });
  await stage.react();
  const issue = () => stage.hub.issue(1);
  const say = async (who: string, text: string): Promise<void> => {
    stage.hub.as(who).comment(1, text);
    await stage.react();
  };
  const last = (): string => notices(issue()).at(-1)!;
  return { stage, hub: stage.hub, issue, say, last };
};

/** What two scheduled runs write when nothing happens. */
async function idleWrites(stage: Stage): Promise<string[]> {
  await stage.sweep();
  const before = JSON.stringify(stage.hub.snapshot());
  const reports = [await stage.sweep(), await stage.sweep()];
  const done = reports.flatMap(({ settled }) => settled.flatMap((it) => it.done.map((effect) => effect.do)));
  return [...done, ...(JSON.stringify(stage.hub.snapshot()) === before ? [] : ['the repository changed'])];
}

function recorder(isBroken: (page: Page, notifier: string) => boolean = () => false): {
  readonly pager: Pager;
  readonly pages: (Page & { readonly by: string | null })[];
} {
  const pages: (Page & { readonly by: string | null })[] = [];
  const pager: Pager = {
    send: () => Promise.resolve({ ok: true }),
    beat: () => Promise.resolve({ ok: true }),
    sendFirst: (notifiers, page) => {
      const tried: Attempted['tried'][number][] = [];
      let by: string | null = null;
      for (const { name } of notifiersFor(notifiers, page)) {
        const ok = !isBroken(page, name);
        tried.push({ notifier: name, sent: ok ? { ok } : { ok: false, why: 'the connection was refused' } });
        if (!ok) continue;
        by = name;
        break;
      }
      pages.push({ ...page, by });
      return Promise.resolve({ by, tried });
    },
  };
  return { pager, pages };
}

describe('pages', () => {
  test('of an escalation policy whose name begins with a c are calls for help, not tests', async () => {
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
    const { stage, say } = await at(policy, 'P0', { pager });
    await stage.pass(30 * MINUTE);
    expect(pages.map(({ action }) => action)).toEqual(['trigger', 'trigger']);
    await say('alice', '/ack');
    await say('alice', '/resolve rolled back');
    expect(pages.map(({ action }) => action)).toEqual(['trigger', 'trigger', 'acknowledge', 'resolve']);
  });

  test('that tell a pager of the end and fail are said', async () => {
    const { pager } = recorder((page) => page.action === 'resolve');
    const stage = await stageOf({ policy: `${PEOPLE}${STEPS}${NOTIFIERS}`, people: TEAM, pager });
    stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident', 'P0'] });
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

describe('/assign', () => {
  test('of somebody who cannot be assigned takes the incident on for nobody', async () => {
    const { stage, issue, say } = await at(PEOPLE + STEPS);
    await say('bob', '/assign @nobody-knows');
    await stage.pass(HOUR);
    expect(issue().assignees).not.toContain('nobody-knows');
    expect(told(issue()).flat()).toContain('grace');
    expect(card(issue())).not.toContain('| Responder | `nobody-knows`');
  });

  test('of somebody who cannot be assigned is answered', async () => {
    const { issue, say } = await at(PEOPLE + STEPS);
    const before = notices(issue()).length;
    await say('bob', '/assign @nobody-knows');
    expect(notices(issue()).slice(before).join()).toContain('nobody-knows');
  });

  test('of somebody who cannot be assigned leaves nothing to do', async () => {
    const { stage, say } = await at(PEOPLE + STEPS);
    await say('bob', '/assign @nobody-knows');
    expect(await idleWrites(stage)).toEqual([]);
  });

  test('of eleven people leaves nothing to do', async () => {
    const names = Array.from({ length: 11 }, (_, i) => `dev-${i}`);
    const people = { ...TEAM, ...Object.fromEntries(names.map((name) => [name, 'write' as const])) };
    const { stage, issue, say } = await at(PEOPLE + STEPS, 'P2', { people });
    await say('bob', `/assign ${names.join(' ')}`);
    expect(issue().assignees).toHaveLength(10);
    expect(await idleWrites(stage)).toEqual([]);
  });

  test('knows people whatever the capitals', async () => {
    const { hub, stage, issue, say } = await at(PEOPLE + STEPS, 'P2');
    await say('bob', '/assign @ALICE');
    await stage.sweep();
    expect(card(issue())).toMatch(/\| Responder \| `alice` \|/i);
    hub.as('grace').unassign(1, 'alice');
    await stage.sweep();
    expect(card(issue())).toContain('| Responder | nobody |');
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

  test('does not do so again when a person has lowered it since by command', async () => {
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
        .match(/raises the priority to/g),
    ).toHaveLength(1);
  });

  test('does not do so again when a person has lowered it since by label', async () => {
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

describe('/duplicate', () => {
  const two = async () => {
    const it = await at(PEOPLE + STEPS, 'P2');
    it.hub.as('nora').openIssue({ title: 'Cannot pay', body: report(), labels: ['incident', 'P2'] });
    await it.stage.react();
    return it;
  };

  test('is over when somebody reopens', async () => {
    const { hub, stage } = await two();
    hub.as('bob').comment(2, '/duplicate #1');
    await stage.react();
    expect(hub.issue(2).state).toBe('CLOSED');
    stage.hub.clock.advance(HOUR);
    hub.as('bob').reopen(2);
    await stage.react();
    await stage.sweep();
    expect(hub.issue(2).state).toBe('OPEN');
  });

  test('of each other closes only one', async () => {
    const { hub, stage } = await two();
    hub.as('bob').comment(2, '/duplicate #1');
    hub.clock.advance(MINUTE);
    hub.as('alice').comment(1, '/duplicate #2');
    await stage.sweep();
    await stage.sweep();
    expect([hub.issue(1).state, hub.issue(2).state].filter((state) => state === 'OPEN')).toHaveLength(1);
  });

  test('of what was no incident when it was said does nothing later', async () => {
    const { hub, stage, say, last } = await at(PEOPLE + STEPS);
    await say('bob', '/duplicate #2');
    expect(last()).toContain('#2 is not an incident');
    hub.clock.advance(HOUR);
    hub.as('nora').openIssue({ title: 'The printer is out of paper', body: report(), labels: ['incident', 'P3'] });
    await stage.react();
    await stage.sweep();
    expect(hub.issue(1).state).toBe('OPEN');
  });
});

describe('/role', () => {
  test('makes a responder whose comment acknowledges', async () => {
    const { issue, say } = await at(PEOPLE + STEPS);
    await say('bob', '/role responder @mona');
    await say('mona', 'I am looking at it');
    expect(card(issue())).toContain('· acknowledged');
  });

  test('of somebody without access is answered, and does not leave a P0 without a manager', async () => {
    const { stage, issue, say } = await at(PEOPLE + STEPS);
    const before = notices(issue()).length;
    await say('ian', '/role incident-manager @stranger');
    await stage.sweep();
    const said = notices(issue()).slice(before).join('\n');
    expect(said).toMatch(/cannot be (?:told|reached|mentioned)|@ian|@grace/);
    expect(card(issue())).not.toContain('| Incident manager | `stranger` |');
  });

  test('assigns and wakes the manager who takes over a P0', async () => {
    const { pager, pages } = recorder();
    const { issue, say } = await at(`${PEOPLE}${STEPS}${NOTIFIERS}`, 'P0', { pager });
    const before = pages.length;
    await say('ian', '/role incident-manager @mona');
    expect(issue().assignees).toContain('mona');
    expect(pages.length).toBe(before + 1);
  });
});

describe('rights', () => {
  test('a refusal names those who may use the command', async () => {
    const { say, last } = await at(`${PEOPLE}${STEPS}commands: { silence: [admin] }\n`);
    await say('alice', '/silence 1h calm');
    expect(last()).toContain('admin');
    expect(last()).not.toContain('write');
  });

  test('whoever may use other commands is answered each time', async () => {
    const { hub, issue, say } = await at(`${PEOPLE}${STEPS}commands: { silence: [admin], dismiss: [admin] }\n`);
    await say('alice', '/silence 1h calm');
    const count = notices(issue()).length;
    hub.clock.advance(HOUR / 4);
    await say('alice', '/dismiss a false alarm');
    const said = notices(issue()).slice(count).join();
    expect(said).toContain('/dismiss');
  });
});

describe('one comment', () => {
  test('with more commands than are read says so', async () => {
    const { issue, say } = await at(PEOPLE + STEPS);
    const before = notices(issue()).length;
    const lines = Array.from({ length: 20 }, (_, i) => `/link https://graphs.example/${i}`);
    await say('alice', [...lines, '/resolve rolled back'].join('\n'));
    const isResolved = card(issue()).includes('· resolved');
    expect(isResolved || notices(issue()).length > before).toBe(true);
  });

  test('after a long note still commands, or says that it did not', async () => {
    const { issue, say } = await at(PEOPLE + STEPS);
    const before = notices(issue()).length;
    await say('alice', `/note ${'a '.repeat(5_000)}\n\n/resolve rolled back`);
    const isResolved = card(issue()).includes('· resolved');
    expect(isResolved || notices(issue()).length > before).toBe(true);
  });

  test('can escalate twice: both reasons are told', async () => {
    const { issue, say } = await at(PEOPLE + STEPS);
    await say('alice', '/escalate the database is gone\n/escalate and so is the cache');
    const all = notices(issue()).join();
    expect(all).toContain('the database is gone');
    expect(all).toContain('and so is the cache');
  });
});

describe('/escalate', () => {
  test('whose next people cannot be reached says so', async () => {
    const policy = PEOPLE.replace('[grace]', '[gone-1]') + STEPS;
    const { say, last } = await at(policy);
    await say('alice', '/escalate the database is gone');
    expect(last()).toContain('@grace');
    expect(last()).toMatch(/gone-1/);
  });
});

describe('/silence', () => {
  test('ends with the incident: one that is reopened is told', async () => {
    const { hub, stage, issue, say } = await at(PEOPLE + STEPS);
    await say('bob', '/silence 12h we test');
    await say('bob', '/silence 20h we test on');
    await say('bob', '/resolve done');
    hub.as('bob').close(1);
    await stage.react();
    hub.clock.advance(HOUR);
    hub.as('grace').reopen(1);
    await stage.react();
    expect(card(issue())).not.toContain('somebody asked for silence');
  });
});

describe('a card', () => {
  test('of 200 commands stays below the limit of GitHub', async () => {
    const { hub, stage, issue } = await at(PEOPLE + STEPS);
    for (let i = 0; i < 200; i++) {
      hub.clock.advance(MINUTE);
      hub.as('alice').comment(1, `/link https://graphs.example/${i}/${'a'.repeat(240)}`);
    }
    const run = await stage.sweep();
    expect(run.settled.flatMap(({ failures }) => failures)).toEqual([]);
    expect(card(issue())).toContain('graphs.example/199/');
  });
});

describe('/test-page', () => {
  test('that no notifier can take says so', async () => {
    const { say, last } = await at(`${PEOPLE}${STEPS}${NOTIFIERS}`, 'P2');
    await say('bob', '/test-page');
    expect(last()).toMatch(/notifier/i);
  });
});

describe('guards', () => {
  test('the address of a link stays code in its table', async () => {
    const { issue, say } = await at(PEOPLE + STEPS);
    await say('alice', '/link https://x.example/a|b`c`<b>@everyone#1');
    expect(card(issue())).toContain('| Added | `https://x.example/a\\|b%60c%60%3Cb%3E@everyone#1` (`alice`) |');
  });

  test('many commands at once, of itself a duplicate, leave nothing to do', async () => {
    const { stage, issue, say } = await at(`${PEOPLE}${STEPS}pauses: { waiting: [resolve] }\n`);
    await say(
      'alice',
      '/ack\n/pause waiting x\n/resume\n/assign bob\n/role management @wes\n/silence 1h x\n/escalate now\n/level 2 x\n/test-page\n/timeline 08:00 x\n/duplicate #1\n/help',
    );
    expect(issue().state).toBe('OPEN');
    expect(await idleWrites(stage)).toEqual([]);
  });

  test('300 answers that no run has given fit into one comment', async () => {
    const { hub, stage, issue } = await at(PEOPLE + STEPS);
    for (let i = 0; i < 300; i++) {
      hub.clock.advance(1000);
      hub.as('alice').comment(1, '/help');
    }
    const before = notices(issue()).length;
    const run = await stage.sweep();
    expect(run.settled.flatMap(({ failures }) => failures)).toEqual([]);
    expect(notices(issue())).toHaveLength(before + 1);
  });
});
