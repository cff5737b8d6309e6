import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES } from '../../src/capabilities/commands.ts';
import { knownLabels } from '../../src/capabilities/membership/spelling.ts';
import { shiftAt } from '../../src/capabilities/on-call/shifts.ts';
import { HOUR, MINUTE } from '../../src/calendar/length.ts';
import { goodPolicy, problemLines, testProblems } from './lines.ts';

const SRE = 'schedules: { sre: { layers: [{ every: 1w, from: 2026-01-05T09:00, people: [sue] }] } }';

test('without a word about it nobody is on call, paged or informed', async () => {
  const policy = await goodPolicy(null);
  expect(policy).toMatchObject({ notifiers: [], inform: [], publishOnCall: false });
  expect(policy.heartbeat).toEqual({ url: null, sweepWithin: null });
  expect([policy.schedules.size, policy.rotas.size, policy.rights.size]).toEqual([0, 0, 0]);
  expect(policy.labels.onCall).toBe('on-call');
  expect([...policy.escalationPolicies.values()].flat().every(({ labels }) => labels.length === 0)).toBe(true);
});

describe('roles by schedule', () => {
  test('have everybody who may ever come on call, each once', async () => {
    const policy = await goodPolicy(`
timezone: Europe/Paris
roles:
  boss: grace
  sre: { schedule: first line }
  responder: { schedule: first line }
schedules:
  first line:
    layers:
      - { every: 1w, from: 2026-01-05T09:00, people: [Sue, { login: tom, until: 2026-02-01 }, sue] }
      - { every: 1d, from: 2026-01-05, days: sat, people: [uma] }
    overrides: [{ from: 2025-12-24T09:00, to: 2025-12-27T09:00, person: vic }]
`);
    expect([...policy.roles]).toEqual([
      ['boss', ['grace']],
      ['sre', ['Sue', 'tom', 'uma', 'vic']],
      ['responder', ['Sue', 'tom', 'uma', 'vic']],
    ]);
    const schedule = policy.schedules.get('first line')!;
    expect(schedule.zone).toBe('Europe/Paris');
    expect([...policy.rotas]).toEqual([
      ['sre', schedule],
      ['responder', schedule],
    ]);
    expect(shiftAt(schedule, Date.parse('2026-01-12T09:00+01:00'))?.login).toBe('tom');
  });

  test('are roles like any other to the rest of the file', async () => {
    const policy = await goodPolicy(`
roles: { sre: { schedule: sre } }
${SRE}
fallback: sue
categories: [{ name: dns, owner: sre }]
inform: sre
escalation-policies: { urgent: [{ at: start, notify: sre }] }
`);
    expect(policy.fallback).toBe('sue');
  });

  testProblems([
    [
      'unknown schedules and other forms',
      `roles:
  a: { schedule: srre }
  b: { schedul: sre }
  c: { schedule: }
  d: { schedule: sre, people: [tom] }
  e: {}
  f: [{ schedule: sre }]
  g: { schedule: [sre] }
${SRE}
`,
      [
        '2:18: roles.a.schedule: "srre" is not a schedule; did you mean "sre"?',
        '3:3: roles.b.schedule: is missing; expected the name of a schedule',
        '3:8: roles.b.schedul: is an unknown key; did you mean "schedule"?',
        '4:8: roles.c.schedule: is empty; expected the name of a schedule',
        '5:23: roles.d.people: is an unknown key; expected schedule',
        '6:3: roles.e.schedule: is missing; expected the name of a schedule',
        '7:7: roles.f[0]: a map is not a login; expected e.g. alice',
        '8:18: roles.g.schedule: a list is not the name of a schedule',
      ],
    ],
    [
      'no schedules at all',
      'roles: { sre: { schedule: sre } }\n',
      ['1:27: roles.sre.schedule: "sre" is not a schedule; no schedules are defined'],
    ],
    [
      'a schedule that is wrong is reported once, where it is',
      `roles: { sre: { schedule: sre }, boss: { schedule: boss } }
schedules:
  sre: { layers: [{ every: 1x, from: 2026-01-05T09:00, people: [sue] }] }
  boss: { layers: [] }
`,
      [
        '3:28: schedules.sre.layers[0].every: "1x" is not a time between hand-offs; expected e.g. 1d, 1w or 1mo',
        '4:19: schedules.boss.layers: is empty; expected at least one layer',
      ],
    ],
    [
      'a schedule that no role uses',
      `roles: { sre: { schedule: sre } }
schedules:
  sre: &weekly { layers: [{ every: 1w, from: 2026-01-05T09:00, people: [sue] }] }
  network: *weekly
`,
      ['4:3: schedules.network: no role uses this schedule; the roles use "sre"'],
    ],
    [
      'schedules, and roles that know nothing of them',
      `roles: { sre: [sue] }\n${SRE}\non-call: { publish: true }\n`,
      ['2:14: schedules.sre: no role uses this schedule; expected a role such as sre: { schedule: sre }'],
    ],
    [
      'a misspelt schedule is not reported as an unused one too',
      `roles: { a: { schedule: srre } }\n${SRE}\n`,
      ['1:25: roles.a.schedule: "srre" is not a schedule; did you mean "sre"?'],
    ],
    [
      'a person on call who is taken for a role',
      `roles: { sre: { schedule: sre } }
${SRE}
inform: sue
escalation-policies: { urgent: [{ at: start, notify: Sue }] }
`,
      [
        '3:9: inform: "sue" is a person, not a role; did you mean the role "sre"?',
        '4:54: escalation-policies.urgent[0].notify: "Sue" is a person, not a role; did you mean the role "sre"?',
      ],
    ],
  ]);
});

describe('publication', () => {
  test('is asked for, and its label has a name', async () => {
    const text = `roles: { sre: { schedule: sre } }\n${SRE}\non-call: { publish: true }\nlabels: { on-call: duty }\n`;
    expect(await goodPolicy(text)).toMatchObject({ publishOnCall: true, labels: { onCall: 'duty' } });
    const off = text.replace('publish: true', 'publish: false');
    expect((await goodPolicy(off)).publishOnCall).toBe(false);
    expect((await goodPolicy('on-call: {}')).publishOnCall).toBe(false);
  });

  testProblems([
    [
      'without schedules',
      'on-call: { publish: true }\n',
      ['1:12: on-call.publish: has no effect: the policy has no schedules'],
    ],
    [
      'with an empty section of them',
      'schedules: {}\non-call: { publish: true }\n',
      ['2:12: on-call.publish: has no effect: the policy has no schedules'],
    ],
    [
      'other forms',
      `on-call: { publish: daily, publsh: true }\nlabels: { on-call: resolved }\n`,
      [
        '1:21: on-call.publish: "daily" is not true or false; expected true or false',
        '1:28: on-call.publsh: is an unknown key; did you mean "publish"?',
        '2:20: labels.on-call: the label "resolved" is also that of labels.resolved',
      ],
    ],
    ['a bare word', 'on-call: true\n', ['1:10: on-call: true is not a map of on-call; expected a map with publish']],
  ]);
});

describe('notifiers', () => {
  test('in the order of the file', async () => {
    const { notifiers } = await goodPolicy(`
notifiers:
  chat: { type: slack, url: SLACK_WEBHOOK, for: [P0, P1, P2] }
  pager: { type: pagerduty, key: PAGERDUTY_KEY }
`);
    expect(notifiers).toEqual([
      { name: 'chat', type: 'slack', secrets: { url: 'SLACK_WEBHOOK' }, for: ['P0', 'P1', 'P2'], region: null },
      {
        name: 'pager',
        type: 'pagerduty',
        secrets: { key: 'PAGERDUTY_KEY' },
        for: ['P0', 'P1', 'P2', 'P3'],
        region: 'us',
      },
    ]);
  });

  testProblems([
    [
      'faults have their places',
      `notifiers:
  pager: { type: pagerdooty, key: PAGERDUTY_KEY }
  chat: { type: slack, key: SLACK_WEBHOOK }
  phone: { type: ntfy, url: "\${{ secrets.NTFY }}", for: [P0, P5] }
  PHONE: { type: ntfy, url: NTFY }
  "a@b": { type: ntfy, url: NTFY }
`,
      [
        '2:18: notifiers.pager.type: "pagerdooty" is not a kind of notifier; did you mean "pagerduty"?',
        '3:3: notifiers.chat.url: is missing; expected the name of an environment variable, e.g. PAGERDUTY_KEY',
        '3:24: notifiers.chat.key: is an unknown key; expected one of type, url, for',
        '4:29: notifiers.phone.url: is an expression, which nobody evaluates here; expected the name of an environment variable, e.g. PAGERDUTY_KEY',
        '4:62: notifiers.phone.for[1]: "P5" is not a priority; expected one of P0, P1, P2, P3',
        '6:3: notifiers."a@b": "a@b" is not a name; expected letters, digits, - and spaces, at most 50',
      ],
    ],
    [
      'names that differ in capitals only',
      'notifiers: { pager: { type: slack, url: A }, Pager: { type: slack, url: B } }\n',
      ['1:46: notifiers.Pager: "Pager" is the name of an earlier notifier'],
    ],
  ]);
});

describe('heartbeat', () => {
  test.each([
    ['{ url: HEARTBEAT_URL, sweep-within: 2h }', { url: 'HEARTBEAT_URL', sweepWithin: { ms: 2 * HOUR, text: '2h' } }],
    ['{ url: HEARTBEAT_URL }', { url: 'HEARTBEAT_URL', sweepWithin: null }],
    ['{ sweep-within: 1h30m }', { url: null, sweepWithin: { ms: 90 * MINUTE, text: '1h30m' } }],
  ])('%s', async (text, heartbeat) => {
    expect((await goodPolicy(`heartbeat: ${text}`)).heartbeat).toEqual(heartbeat);
  });

  test.each([
    ['', 1, '', 'is empty; expected a map with url or sweep-within, e.g. { url: HEARTBEAT_URL, sweep-within: 2h }'],
    ['{}', 12, '', 'is empty; expected a map with url or sweep-within, e.g. { url: HEARTBEAT_URL, sweep-within: 2h }'],
    ['{ uri: X }', 14, '.uri', 'is an unknown key; did you mean "url"?'],
    ['{ url: GITHUB_TOKEN }', 19, '.url', 'is a variable of the runner; expected one of your own'],
    ['{ sweep-within: 0m }', 28, '.sweep-within', '"0m" is no time at all; expected e.g. 2h'],
    [
      '{ sweep-within: 2d }',
      28,
      '.sweep-within',
      '"2d" has days, where hours and minutes are expected; did you mean "48h"?',
    ],
    ['{ sweep-within: 169h }', 28, '.sweep-within', '"169h" is too long; expected at most 168h'],
  ])('%s is refused', async (text, column, key, message) => {
    expect(await problemLines(`heartbeat: ${text}\n`)).toEqual([`p.yml:1:${column}: heartbeat${key}: ${message}`]);
  });

  test.each(['https://hc-ping.com/0f6a7e3c-93b0', '{ url: https://hc-ping.com/0f6a7e3c-93b0 }'])(
    'an address is taken for leaked and not repeated: %s',
    async (text) => {
      const [line, ...others] = await problemLines(`heartbeat: ${text}\n`);
      expect(others).toEqual([]);
      expect(line).toContain('is an address itself');
      expect(line).not.toContain('hc-ping');
    },
  );
});

describe('inform', () => {
  test.each([
    ['boss', ['boss']],
    ['[boss, desk, boss]', ['boss', 'desk']],
  ])('%s', async (text, roles) => {
    expect((await goodPolicy(`roles: { boss: grace, desk: wes }\ninform: ${text}`)).inform).toEqual(roles);
  });

  testProblems([
    [
      'roles that are none',
      'roles: { boss: grace, desk: wes }\ninform: [bos, grace, acme/team, assignee, 4]\n',
      [
        '2:10: inform[0]: "bos" is not a role; did you mean "boss"?',
        '2:15: inform[1]: "grace" is a person, not a role; did you mean the role "boss"?',
        '2:22: inform[2]: "acme/team" is a team, and a bot cannot notify a team; list its people',
        '2:33: inform[3]: "assignee" is not a role; expected one of boss, desk',
        '2:43: inform[4]: 4 is not the name of a role; expected "4" in quotes',
      ],
    ],
    ['no roles', 'inform: boss\n', ['1:9: inform: "boss" is not a role; no roles are defined']],
    ['an empty list', 'inform: []\n', ['1:9: inform: is empty; expected roles, or leave it out']],
    ['nothing', 'inform:\n', ['1:1: inform: is empty; expected roles, or leave it out']],
    [
      'a map',
      'inform: { boss: true }\n',
      ['1:9: inform: a map is not a role or a list of roles; expected e.g. [management, customer-support]'],
    ],
  ]);
});

describe('commands', () => {
  test('each may have rights of its own', async () => {
    const text = `commands:\n${COMMAND_NAMES.map((name) => `  ${name}: [admin, release-crew]\n`).join('')}`;
    const { rights } = await goodPolicy(text);
    expect([...rights.keys()].sort()).toEqual([...COMMAND_NAMES].sort());
    expect(rights.get('resolve')).toEqual(['admin', 'release-crew']);
  });

  testProblems([
    [
      'names and roles',
      `commands:
  prioriti: [admin]
  /resolve: [admin]
  ack: []
  dismiss: maintain
  update: [maintian, triage]
`,
      [
        '2:3: commands.prioriti: is an unknown key; did you mean "priority"?',
        '3:3: commands./resolve: is an unknown key; did you mean "resolve"?',
        '4:8: commands.ack: is empty: nobody could use it; expected e.g. [admin, maintain, write, triage]',
        '5:12: commands.dismiss: "maintain" is not a list of roles in a repository',
        '6:12: commands.update[0]: "maintian" is not a role in a repository; did you mean "maintain"?',
      ],
    ],
  ]);
});

describe('steps', () => {
  test('may label, raise and send, and need not tell anybody then', async () => {
    const policy = await goodPolicy(`
roles: { boss: grace }
priorities:
  P0: { resolve: 4h, escalation: up }
  P1: { resolve: 8h, escalation: up }
escalation-policies:
  up:
    - { at: resolve 50%, label: late }
    - { at: resolve 75%, raise: P0 }
    - { at: resolve due, notify: boss, label: [late, page-vendor, LATE], raise: P0, send: "We are late.\\nSorry." }
`);
    expect(policy.escalationPolicies.get('up')).toMatchObject([
      { notify: [], labels: ['late'], raise: null, send: null },
      { notify: [], labels: [], raise: 'P0', send: null },
      { notify: ['boss'], labels: ['LATE', 'page-vendor'], raise: 'P0', send: 'We are late.\nSorry.' },
    ]);
    const known = knownLabels(policy, 'incident');
    expect(known).toEqual(expect.arrayContaining(['late', 'page-vendor', 'on-call']));
  });

  testProblems([
    [
      'values',
      `escalation-policies:
  urgent:
    - { at: start, notify: assignee, label: "a,b", raise: p0, send: "" }
    - { at: acknowledge due, notify: assignee, label: [], raise: P4, send: [x] }
    - { at: resolve 50%, notify: assignee, label: [x, ${'y'.repeat(51)}, 7], send: ${'z'.repeat(2001)} }
    - { at: resolve 75%, notify: assignee, label: 7 }
`,
      [
        '3:45: escalation-policies.urgent[0].label: "a,b" has a comma; GitHub takes it for two labels',
        '3:59: escalation-policies.urgent[0].raise: "p0" is not a priority; did you mean "P0"?',
        '3:69: escalation-policies.urgent[0].send: is blank; expected a text',
        '4:55: escalation-policies.urgent[1].label: is empty; expected labels, or leave it out',
        '4:66: escalation-policies.urgent[1].raise: "P4" is not a priority; expected one of P0, P1, P2, P3',
        '4:76: escalation-policies.urgent[1].send: a list is not a text',
        `5:55: escalation-policies.urgent[2].label[1]: "${'y'.repeat(51)}" has 51 characters; GitHub allows a label 50`,
        '5:108: escalation-policies.urgent[2].label[2]: 7 is not the name of a label; expected "7" in quotes',
        '5:118: escalation-policies.urgent[2].send: has 2001 characters; expected at most 2000',
        '6:51: escalation-policies.urgent[3].label: 7 is not a label or a list of labels; expected e.g. escalated, or "7" in quotes',
      ],
    ],
    [
      'steps that nobody receives, and what those who receive it would have',
      `escalation-policies:
  urgent:
    - { at: start, send: We are late. }
    - { at: acknowledge due, label: late, assign: true, send: We are late., repeat: 1h }
    - { at: resolve 50%, label: late, assign: false, until: resolved }
    - { at: resolve 75%, label: "a,b" }
    - { at: resolve due, label: late, notify: [] }
`,
      [
        '3:7: escalation-policies.urgent[0].notify: nobody receives this step; expected a role, assignee, reporter or fallback',
        '4:43: escalation-policies.urgent[1].assign: has no effect: nobody receives this step; expected a role, assignee, reporter or fallback',
        '4:57: escalation-policies.urgent[1].send: has no effect: nobody receives this step; expected a role, assignee, reporter or fallback',
        '4:77: escalation-policies.urgent[1].repeat: has no effect: nobody receives this step; expected a role, assignee, reporter or fallback',
        '6:33: escalation-policies.urgent[3].label: "a,b" has a comma; GitHub takes it for two labels',
        '7:47: escalation-policies.urgent[4].notify: nobody receives this step; expected a role, assignee, reporter or fallback',
      ],
    ],
    [
      'labels that mean something else',
      `priorities: { P0: { resolve: 4h, escalation: up, label: top } }
categories: [dns]
pauses: { waiting: [resolve] }
escalation-policies:
  up:
    - { at: resolve 50%, label: late }
    - { at: resolve 75%, label: [late, Resolved] }
    - { at: resolve due, label: [top, dns, waiting, on-call] }
`,
      [
        '7:40: escalation-policies.up[1].label[1]: the label "Resolved" is also that of labels.resolved',
        '8:34: escalation-policies.up[2].label[0]: the label "top" is also that of priorities.P0',
        '8:39: escalation-policies.up[2].label[1]: the label "dns" is also that of categories[0]',
        '8:44: escalation-policies.up[2].label[2]: the label "waiting" is also that of pauses.waiting',
        '8:53: escalation-policies.up[2].label[3]: the label "on-call" is also that of labels.on-call',
      ],
    ],
    [
      'raising what is as urgent already',
      `priorities:
  P0: { resolve: 4h, escalation: top }
  P1: { resolve: 8h, escalation: top }
  P2: { resolve: 8h, escalation: low }
assistance: { resolve: 1d, escalation: help }
escalation-policies:
  top: [{ at: resolve 50%, raise: P0 }, { at: resolve 75%, raise: P1 }, { at: resolve due, raise: P3 }]
  low: [{ at: resolve 50%, raise: P1 }, { at: resolve 75%, raise: P2 }, { at: resolve due, raise: P3 }]
  help: [{ at: resolve due, raise: P0 }]
`,
      [
        '7:67: escalation-policies.top[1].raise: "P1" raises nothing: P0 and P1 are as urgent or more so',
        '7:99: escalation-policies.top[2].raise: "P3" raises nothing: P0 and P1 are as urgent or more so',
        '8:67: escalation-policies.low[1].raise: "P2" raises nothing: P2 is as urgent',
        '8:99: escalation-policies.low[2].raise: "P3" raises nothing: P2 is more urgent',
        '9:36: escalation-policies.help[0].raise: "P0" raises nothing: assistance has no priority',
      ],
    ],
    [
      'raising what a mended priority may need is not reported',
      `priorities: { P0: { resolve: 4h, escalation: top }, P1: { resolve: 8h, escalation: topp } }
escalation-policies: { top: [{ at: resolve due, raise: P0 }] }
`,
      ['1:84: priorities.P1.escalation: "topp" is not an escalation policy; did you mean "top"?'],
    ],
  ]);
});
