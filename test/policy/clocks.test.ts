import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/calendar/length.ts';
import { goodPolicy, testProblems } from './lines.ts';

describe('clocks that repeat', () => {
  test.each([
    ['update-every', 'update', '30m', 'always', { ms: 30 * MINUTE }],
    ['update-every', 'update', '{ within: 2h, calendar: office }', 'office', { ms: 2 * HOUR }],
    ['no-progress', 'no-progress', '1d', 'always', { ms: DAY }],
    [
      'no-progress',
      'no-progress',
      '{ within: 1d, calendar: office }',
      'office',
      { days: 1, semantics: 'same-time' as const },
    ],
  ] as const)('%s sets the clock %s: %s', async (key, clock, text, calendar, amount) => {
    const { priorities } = await goodPolicy(`priorities: { P1: { ${key}: ${text} } }`);
    expect(Object.keys(priorities.P1.clocks)).toEqual([clock]);
    expect(priorities.P1.clocks[clock]).toMatchObject({ calendar: { name: calendar }, amount });
    expect(Object.keys(priorities.P2.clocks)).toEqual([]);
  });

  testProblems([
    [
      'values',
      `priorities:
  P0: { update-every: 30, no-progress: 1 hour }
  P1: { update-every: 0m, no-progress: { within: 1d2h, calendar: office } }
  P2: { update-every: { within: 1h }, no-progress: { within: 1d, calendar: offic } }
`,
      [
        '2:23: priorities.P0.update-every: 30 is not a target; expected a duration such as 30m, or { within: 2h, calendar: NAME }',
        '2:40: priorities.P0.no-progress: "1 hour" is not a duration; did you mean "1h"?',
        '3:23: priorities.P1.update-every: "0m" is no time at all; expected e.g. 30m, 2h, 1d',
        '3:50: priorities.P1.no-progress.within: "1d2h" cannot be measured on office: days and hours do not mix on a business calendar; expected e.g. 5d or 12h',
        '4:9: priorities.P2.update-every.calendar: is missing; expected the name of a calendar',
        '4:76: priorities.P2.no-progress.calendar: "offic" is not a calendar; did you mean "office"?',
      ],
    ],
    [
      'keys that are nearly right, or called like the clock',
      'priorities: { P1: { update-evry: 30m, no-progres: 1h }, P2: { update: 30m, progress: 1h } }\n',
      [
        '1:21: priorities.P1.update-evry: is an unknown key; did you mean "update-every"?',
        '1:39: priorities.P1.no-progres: is an unknown key; did you mean "no-progress"?',
        '1:63: priorities.P2.update: is an unknown key; did you mean "update-every"?',
        '1:76: priorities.P2.progress: is an unknown key; did you mean "no-progress"?',
      ],
    ],
  ]);
});

describe('clocks of the post-mortem', () => {
  test('have the targets of the post-mortem', async () => {
    const { priorities } = await goodPolicy(`
calendars: { shop: { tue-sat: 10:00-18:00 }, office: { mon-fri: 09:00-17:00 } }
priorities:
  P0: { post-mortem: { draft: 16h, review: 4d, calendar: shop } }
  P1: { post-mortem: true }
  P2: { post-mortem: false }
`);
    expect(priorities.P0.clocks).toMatchObject({
      'post-mortem': { text: '16h', calendar: { name: 'shop' }, amount: { ms: 16 * HOUR } },
      review: { text: '4d', calendar: { name: 'shop' }, amount: { days: 4, semantics: 'same-time' } },
    });
    expect(priorities.P0.clocks['post-mortem']).toBe(priorities.P0.postMortem?.draft);
    expect(priorities.P1.clocks).toMatchObject({
      'post-mortem': { text: '3d', calendar: { name: 'office' } },
      review: { text: '5d', calendar: { name: 'office' } },
    });
    expect(priorities.P2.clocks).toEqual({});
    expect(priorities.P3.clocks).toEqual({});
  });

  testProblems([
    [
      'are set nowhere else',
      'priorities: { P1: { review: 5d } }\n',
      [
        '1:21: priorities.P1.review: is an unknown key; expected one of name, label, criteria, acknowledge, workaround, restore, resolve, update-every, no-progress, escalation, category, post-mortem',
      ],
    ],
  ]);
});

describe('steps that watch these clocks', () => {
  test('are good where a user of the escalation policy has the clock', async () => {
    const { escalationPolicies } = await goodPolicy(`
priorities:
  P0: { escalation: page }
  P1: { update-every: 1h, escalation: page }
  P2: { no-progress: 1h, escalation: page }
escalation-policies:
  page:
    - { at: update due, notify: assignee }
    - { at: update 50%, notify: assignee }
    - { at: no-progress due + 30m, notify: assignee }
    - { at: post-mortem due - 1h, notify: assignee }
    - { at: review 90%, notify: assignee, until: acknowledged }
`);
    expect(escalationPolicies.get('page')).toMatchObject([
      { at: { clock: 'update', offset: 0 }, until: 'resolved' },
      { at: { clock: 'update', percent: 50 }, until: 'resolved' },
      { at: { clock: 'no-progress', offset: 30 * MINUTE }, until: 'resolved' },
      { at: { clock: 'post-mortem', offset: -HOUR }, until: 'resolved' },
      { at: { clock: 'review', percent: 90 }, until: 'acknowledged' },
    ]);
  });

  testProblems([
    [
      'never apply where none has it',
      `priorities:
  P0: { acknowledge: 15m, escalation: urgent }
  P1: { update-every: 1h, escalation: urgent }
  P2: { no-progress: 1h, escalation: normal }
escalation-policies:
  urgent:
    - { at: update due, notify: assignee }
    - { at: no-progress due, notify: assignee }
    - { at: post-mortem due, notify: assignee }
    - { at: update due - 90m, notify: assignee }
    - { at: review due - 49h, notify: assignee }
  normal:
    - { at: update due, notify: assignee }
    - { at: post-mortem 75%, notify: assignee }
    - { at: review due + 1h, notify: assignee }
`,
      [
        '8:13: escalation-policies.urgent[1].at: "no-progress due" never applies: P0 and P1 have no no-progress clock',
        '10:13: escalation-policies.urgent[3].at: "update due - 1h30m" lies before the start: the update target of P1 is 1h',
        '11:13: escalation-policies.urgent[4].at: "review due - 49h" lies before the start: the review target of P0 is 5d',
        '13:13: escalation-policies.normal[0].at: "update due" never applies: P2 has no update clock',
        '14:13: escalation-policies.normal[1].at: "post-mortem 75%" never applies: P2 has no post-mortem clock',
        '15:13: escalation-policies.normal[2].at: "review due + 1h" never applies: P2 has no review clock',
      ],
    ],
    [
      'never apply to the built-in priorities either',
      'escalation-policies: { urgent: [{ at: update due, notify: assignee }] }\n',
      ['1:39: escalation-policies.urgent[0].at: "update due" never applies: P0 and P1 have no update clock'],
    ],
    [
      'with a slip',
      `escalation-policies:
  urgent:
    - { at: updat due, notify: assignee }
    - { at: progress due, notify: assignee }
    - { at: postmortem due, notify: assignee }
    - { at: review, notify: assignee }
    - { at: whatever due, notify: assignee }
`,
      [
        '3:13: escalation-policies.urgent[0].at: "updat" is not a clock; did you mean "update"?',
        '4:13: escalation-policies.urgent[1].at: "progress" is not a clock; did you mean "no-progress"?',
        '5:13: escalation-policies.urgent[2].at: "postmortem" is not a clock; did you mean "post-mortem"?',
        '6:13: escalation-policies.urgent[3].at: "review" is not a time of a clock; did you mean "review due"?',
        '7:13: escalation-policies.urgent[4].at: "whatever" is not a clock; expected acknowledge, workaround, restore, resolve, update, no-progress, post-mortem or review',
      ],
    ],
  ]);
});

describe('pauses', () => {
  test('name the clocks that each label stops', async () => {
    const { pauses } = await goodPolicy(`
pauses:
  waiting-for-customer: [workaround, resolve]
  "En attente : tiers": [acknowledge, restore, update, no-progress, post-mortem, review]
`);
    expect([...pauses]).toEqual([
      ['waiting-for-customer', ['workaround', 'resolve']],
      ['En attente : tiers', ['acknowledge', 'restore', 'update', 'no-progress', 'post-mortem', 'review']],
    ]);
  });

  test.each(['', 'pauses: {}'])('are none for %j', async (text) => {
    expect((await goodPolicy(text)).pauses).toEqual(new Map());
  });

  testProblems([
    [
      'clocks',
      `pauses:
  a: [resolv, resolve]
  b: []
  c:
  d: [resolve, start]
  e: [5]
  f: { resolve: true }
`,
      [
        '2:7: pauses.a[0]: "resolv" is not a clock; did you mean "resolve"?',
        '3:6: pauses.b: is empty; expected the clocks that the label stops',
        '4:3: pauses.c: is empty; expected a list of clocks',
        '5:16: pauses.d[1]: "start" is not a clock; expected one of acknowledge, workaround, restore, resolve, update, no-progress, post-mortem, review',
        '6:7: pauses.e[0]: 5 is not a clock; expected acknowledge, workaround, restore, resolve, update, no-progress, post-mortem or review',
        '7:6: pauses.f: a map is not a list of clocks',
      ],
    ],
    [
      'a section of another type',
      'pauses: [waiting-for-customer]\n',
      ['1:9: pauses: a list is not a map of pauses; expected e.g. { waiting-for-customer: [resolve] }'],
    ],
    [
      'an empty section',
      'pauses:\n',
      ['1:1: pauses: is empty; expected a map of pauses, e.g. { waiting-for-customer: [resolve] }'],
    ],
    [
      'what cannot be a label',
      'pauses: { "a,b": [resolve], "": [resolve] }\n',
      [
        '1:11: pauses."a,b": "a,b" has a comma; GitHub takes it for two labels',
        '1:29: pauses."": a label needs a name',
      ],
    ],
    [
      'labels that mean something else',
      `priorities: { P1: { label: major } }
categories: [dns]
pauses:
  P0: [resolve]
  major: [resolve]
  Mitigated: [resolve]
  dns: [resolve]
  waiting: [resolve]
  Waiting: [workaround]
`,
      [
        '2:14: categories[0]: the label "dns" is also that of pauses.dns',
        '4:3: pauses.P0: the label "P0" is also that of priorities.P0',
        '5:3: pauses.major: the label "major" is also that of priorities.P1',
        '6:3: pauses.Mitigated: the label "Mitigated" is also that of labels.mitigated',
        '9:3: pauses.Waiting: the label "Waiting" is also that of pauses.waiting',
      ],
    ],
  ]);
});

describe('the label of mitigation', () => {
  test('is "mitigated" unless the policy names another', async () => {
    expect((await goodPolicy('labels: { breached: late }')).labels.mitigated).toBe('mitigated');
    expect((await goodPolicy('labels: { mitigated: rétabli }')).labels.mitigated).toBe('rétabli');
  });

  testProblems([
    [
      'is a label of its own',
      'labels: { mitigated: ok, resolved: OK }\n',
      ['1:36: labels.resolved: the label "OK" is also that of labels.mitigated'],
    ],
    [
      'is not that of the resolution',
      'labels: { mitigated: resolved }\n',
      ['1:22: labels.mitigated: the label "resolved" is also that of labels.resolved'],
    ],
    [
      'has a name',
      'labels: { mitigatd: ok, mitigated: "" }\n',
      [
        '1:11: labels.mitigatd: is an unknown key; did you mean "mitigated"?',
        '1:36: labels.mitigated: a label needs a name',
      ],
    ],
  ]);
});

describe('a change of priority', () => {
  test.each([
    ['', 're-evaluate'],
    ['on-priority-change: re-evaluate', 're-evaluate'],
    ['on-priority-change: restart', 'restart'],
  ])('%j means %s', async (text, way) => {
    expect((await goodPolicy(text)).onPriorityChange).toBe(way);
  });

  testProblems([
    [
      'with a slip',
      'on-priority-change: restrat\n',
      ['1:21: on-priority-change: "restrat" is not a way to go on; did you mean "restart"?'],
    ],
    [
      'with another word',
      'on-priority-change: keep\n',
      ['1:21: on-priority-change: "keep" is not a way to go on; expected one of re-evaluate, restart'],
    ],
    [
      'of another type',
      'on-priority-change: true\n',
      ['1:21: on-priority-change: true is not a way to go on; expected re-evaluate or restart'],
    ],
    [
      'with nothing',
      'on-priority-change:\n',
      ['1:1: on-priority-change: is empty; expected a way to go on, re-evaluate or restart'],
    ],
  ]);
});

describe('the instant to enforce from', () => {
  test.each([
    ['2026-11-02', 'UTC', '2026-11-02T00:00:00.000Z'],
    ['2026-11-02', 'Europe/Paris', '2026-11-01T23:00:00.000Z'],
    ['2026-07-01', 'Europe/Paris', '2026-06-30T22:00:00.000Z'],
    ['2026-11-02', 'Pacific/Kiritimati', '2026-11-01T10:00:00.000Z'],
    ['2026-11-02T09:00', 'Europe/Paris', '2026-11-02T08:00:00.000Z'],
    ['2026-11-02T09:00:30', 'UTC', '2026-11-02T09:00:30.000Z'],
    ['2026-11-02T09:00Z', 'Europe/Paris', '2026-11-02T09:00:00.000Z'],
    ['2026-11-02T09:00+05:45', 'Europe/Paris', '2026-11-02T03:15:00.000Z'],
    ['"2026-11-02"', 'UTC', '2026-11-02T00:00:00.000Z'],
    ['2028-02-29', 'UTC', '2028-02-29T00:00:00.000Z'],
  ])('%s in %s', async (text, zone, instant) => {
    const { enforceFrom } = await goodPolicy(`timezone: ${zone}\nenforce-from: ${text}\n`);
    expect(enforceFrom === null ? null : new Date(enforceFrom).toISOString()).toBe(instant);
  });

  test('is none unless the policy names one', async () => {
    expect((await goodPolicy('')).enforceFrom).toBeNull();
  });

  test('may be a day without a midnight', async () => {
    // In Cairo, Friday 24 April 2026 begins at 01:00.
    const { enforceFrom } = await goodPolicy('timezone: Africa/Cairo\nenforce-from: 2026-04-24\n');
    expect(enforceFrom).toBe(Date.parse('2026-04-23T22:00Z'));
  });

  const wrong = (text: string, shown = `"${text}"`) =>
    [
      text,
      `enforce-from: ${text}\n`,
      [`1:15: enforce-from: ${shown} is not an instant; expected e.g. 2026-11-02 or 2026-11-02T09:00`],
    ] as const;
  testProblems([
    wrong('yesterday'),
    wrong('2026-02-30'),
    wrong('2026-13-01'),
    wrong('2027-02-29T09:00'),
    wrong('2026-11-02T25:00'),
    wrong('2026-11-02T09:60'),
    wrong('2026-11'),
    wrong('2026-11-02 09:00'),
    wrong('2026-11-02T09:00 Europe/Paris'),
    wrong('02.11.2026'),
    wrong('20261102', '20261102'),
    wrong('[2026-11-02]', 'a list'),
    [
      'nothing',
      'enforce-from:\n',
      ['1:1: enforce-from: is empty; expected an instant, e.g. 2026-11-02 or 2026-11-02T09:00'],
    ],
    [
      'a slip in the key',
      'enforce_from: 2026-11-02\n',
      ['1:1: enforce_from: is an unknown key; did you mean "enforce-from"?'],
    ],
  ]);
});

describe('services', () => {
  test('promise a longest downtime for each incident, around the clock, or nothing', async () => {
    const { services } = await goodPolicy(`
services:
  platform: { downtime-per-incident: 10m }
  api: { downtime-per-incident: 1d }
  web: {}
`);
    expect(services).toEqual([
      { name: 'platform', downtimePerIncident: { ms: 10 * MINUTE, text: '10m' } },
      { name: 'api', downtimePerIncident: { ms: DAY, text: '1d' } },
      { name: 'web', downtimePerIncident: null },
    ]);
  });

  test('are none unless the policy names some', async () => {
    expect((await goodPolicy('')).services).toEqual([]);
  });

  testProblems([
    [
      'downtimes',
      `services:
  platform: { downtime-per-incident: 10 min }
  api: { downtime-per-incident: 10 }
  web: { downtime: 10m }
  shop: { downtime-per-incident: 4000d }
  mail: 10m
  chat: { downtime-per-incident: { within: 10m, calendar: office } }
  docs: { downtime-per-incident: 0m }
  jobs:
`,
      [
        '2:38: services.platform.downtime-per-incident: "10 min" is not a duration; did you mean "10m"?',
        '3:33: services.api.downtime-per-incident: 10 is not a duration; expected e.g. 30m, 2h, 1d',
        '4:10: services.web.downtime: is an unknown key; did you mean "downtime-per-incident"?',
        '5:34: services.shop.downtime-per-incident: "4000d" on always is not reached within ten years',
        '6:9: services.mail: "10m" is not a service; expected a map with downtime-per-incident',
        '7:34: services.chat.downtime-per-incident: a map is not a duration; expected e.g. 30m, 2h, 1d',
        '8:34: services.docs.downtime-per-incident: "0m" is no time at all; expected e.g. 30m, 2h, 1d',
        '9:3: services.jobs: is empty; expected a service, a map with downtime-per-incident',
      ],
    ],
    [
      'a section of another type',
      'services: [platform]\n',
      ['1:11: services: a list is not a map of services; expected e.g. { platform: { downtime-per-incident: 10m } }'],
    ],
    [
      'names that could be markup',
      'services: { "<b>": {} }\n',
      ['1:13: services."<b>": "<b>" is not a name; expected letters, digits, - and spaces, at most 50'],
    ],
  ]);
});
