import { describe } from 'vitest';
import { testProblems } from './lines.ts';

describe('YAML', () => {
  testProblems([
    [
      'a tab as indentation',
      'roles:\n\tboss: grace\n',
      ['2:1: is not valid YAML: tabs are not allowed as indentation'],
    ],
    [
      'a reserved character',
      `roles:
  boss: @grace
`,
      ['2:9: is not valid YAML: plain value cannot start with reserved character @; write logins without the @'],
    ],
    [
      'a list that is not closed',
      'roles: { boss: [grace }\n',
      [
        '1:23: is not valid YAML: flow sequence in block collection must be sufficiently indented and end with a ]',
        '1:24: is not valid YAML: flow map in block collection must be sufficiently indented and end with a }',
      ],
    ],
    [
      'two documents',
      `language: en
---
language: fr
`,
      ['2:1: is not one YAML document but several; a policy is one, without --- inside'],
    ],
    ['an unknown tag', 'language: !shout en\n', ['1:11: is not valid YAML: unresolved tag: !shout']],
    ['an unknown alias', 'roles: { boss: *grace }\n', ['1:16: roles.boss: there is no anchor "&grace" above']],
    [
      'a root that is a list',
      '- language: en\n',
      [
        '1:1: a list is not a policy; expected a map with language, timezone, calendars, priorities, categories, sources, causes, quick-path, triage, assistance, alerts, roles, schedules, fallback, escalation-policies, notifiers, people, inform, inform-public, closing, customer-report, action-items, problems, recurrence, review, reports, pages-per-night, on-call, watch, tick, heartbeat, labels, services, changes, status-page, gate, maintenance, pauses, on-priority-change, enforce-from, taken-in-by, most-new, entitled, commands',
      ],
    ],
    [
      'a root that is a text',
      'language\n',
      [
        '1:1: "language" is not a policy; expected a map with language, timezone, calendars, priorities, categories, sources, causes, quick-path, triage, assistance, alerts, roles, schedules, fallback, escalation-policies, notifiers, people, inform, inform-public, closing, customer-report, action-items, problems, recurrence, review, reports, pages-per-night, on-call, watch, tick, heartbeat, labels, services, changes, status-page, gate, maintenance, pauses, on-priority-change, enforce-from, taken-in-by, most-new, entitled, commands',
      ],
    ],
    [
      'keys given twice',
      `language: en
roles:
  boss: grace
  boss: bob
language: fr
`,
      ['4:3: roles.boss: is given twice, first on line 3', '5:1: language: is given twice, first on line 1'],
    ],
    [
      'line ends of Windows and a byte order mark',
      '\uFEFFlanguage: en\r\ntimezone: UTC\r\nrole: {}\r\n',
      ['3:1: role: is an unknown key; did you mean "roles"?'],
    ],
    [
      'a byte order mark before a bad first line',
      '\uFEFFlang: en\n',
      ['1:1: lang: is an unknown key; did you mean "language"?'],
    ],
    [
      'keys that could touch prototypes',
      `__proto__: { language: fr }
constructor: x
roles: { __proto__: grace, toString: bob }
`,
      [
        '1:1: __proto__: is not a key that a policy can have',
        '2:1: constructor: is an unknown key; expected one of language, timezone, calendars, priorities, categories, sources, causes, quick-path, triage, assistance, alerts, roles, schedules, fallback, escalation-policies, notifiers, people, inform, inform-public, closing, customer-report, action-items, problems, recurrence, review, reports, pages-per-night, on-call, watch, tick, heartbeat, labels, services, changes, status-page, gate, maintenance, pauses, on-priority-change, enforce-from, …',
        '3:10: roles.__proto__: is not a key that a policy can have',
      ],
    ],
    [
      'merge keys',
      `priorities:
  P0: &base { resolve: 4h }
  P1: { <<: *base, resolve: 8h }
`,
      [
        '3:9: priorities.P1."<<": is an unknown key; merge keys are not supported; repeat the value, or alias all of it',
      ],
    ],
    [
      'a key that is a list',
      `? [a, b]
: 1
`,
      [
        '1:3: "[\\"a\\",\\"b\\"]": is an unknown key; expected one of language, timezone, calendars, priorities, categories, sources, causes, quick-path, triage, assistance, alerts, roles, schedules, fallback, escalation-policies, notifiers, people, inform, inform-public, closing, customer-report, action-items, problems, recurrence, review, reports, pages-per-night, on-call, watch, tick, heartbeat, labels, services, changes, status-page, gate, maintenance, pauses, on-priority-change, enforce-from, …',
      ],
    ],
  ]);
});

describe('keys and types', () => {
  testProblems([
    [
      'unknown sections',
      `timezon: UTC
weather: {}
`,
      [
        '1:1: timezon: is an unknown key; did you mean "timezone"?',
        '2:1: weather: is an unknown key; expected one of language, timezone, calendars, priorities, categories, sources, causes, quick-path, triage, assistance, alerts, roles, schedules, fallback, escalation-policies, notifiers, people, inform, inform-public, closing, customer-report, action-items, problems, recurrence, review, reports, pages-per-night, on-call, watch, tick, heartbeat, labels, services, changes, status-page, gate, maintenance, pauses, on-priority-change, enforce-from, …',
      ],
    ],
    [
      'an empty section',
      `roles:
language: en
`,
      ['1:1: roles: is empty; expected a map of roles, e.g. { responder: [alice] }'],
    ],
    [
      'unknown keys, in order and all at once',
      `priorities:
  P0: { acknowlege: 15m, colour: red }
  P7: {}
labels: { resolvd: done }
`,
      [
        '2:9: priorities.P0.acknowlege: is an unknown key; did you mean "acknowledge"?',
        '2:26: priorities.P0.colour: is an unknown key; expected one of name, label, criteria, acknowledge, workaround, restore, resolve, update-every, no-progress, escalation, category, post-mortem',
        '3:3: priorities.P7: is an unknown key; expected one of P0, P1, P2, P3',
        '4:11: labels.resolvd: is an unknown key; did you mean "resolved"?',
      ],
    ],
    [
      'a missing key',
      `priorities:
  P0:
    resolve: { calendar: always }
    restore: { within: 2h }
`,
      [
        '3:5: priorities.P0.resolve.within: is missing; expected a duration, e.g. 30m, 2h, 1d',
        '4:5: priorities.P0.restore.calendar: is missing; expected the name of a calendar',
      ],
    ],
    [
      'words of a closed set',
      `language: german
entitled: [' ', writer, triage]
priorities: { P1: { resolve: { within: 1d, calendar: office, day: same_time } } }
`,
      [
        '1:11: language: "german" is not a language; expected one of en, fr',
        '2:12: entitled[0]: " " is not a role in a repository; expected one of read, triage, write, maintain, admin',
        '3:67: priorities.P1.resolve.day: "same_time" is not a meaning of business days; did you mean "same-time"?',
      ],
    ],
    [
      'faults of the schema and of the whole at once, with the places of the file as it is',
      `roles: { sre: [sue, "@tom"], boss: [] }
calendars: { day: { mon-fri: 09:00-17:00, holidays: [2026-12-25, 2026-12-32] } }
priorities:
  P0: { resolve: { within: 4h, calendar: days }, restore: { within: 1x, calendar: day }, escalation: page }
escalation-policies:
  page:
    - { at: start, notfy: sre }
    - { at: resolv due, notify: [sre, boss], colour: red }
    - { at: resolve due, notify: [sre, bos, 7, sree] }
    - { at: resolve 50%, notify: sra }
`,
      [
        '1:21: roles.sre[1]: "@tom" is not a GitHub login; did you mean "tom"?',
        '1:36: roles.boss: has no people: a role needs at least one login',
        '2:66: calendars.day.holidays[1]: "2026-12-32" does not exist; expected YYYY-MM-DD',
        '4:42: priorities.P0.resolve.calendar: "days" is not a calendar; did you mean "day"?',
        '4:69: priorities.P0.restore.within: "1x" is not a duration; expected e.g. 30m, 2h, 1d',
        '7:7: escalation-policies.page[0].notify: nobody receives this step; expected a role, assignee, reporter or fallback',
        '7:20: escalation-policies.page[0].notfy: is an unknown key; did you mean "notify"?',
        '8:13: escalation-policies.page[1].at: "resolv" is not a clock; did you mean "resolve"?',
        '8:46: escalation-policies.page[1].colour: is an unknown key; expected one of at, notify, assign, label, raise, send, repeat, until',
        '9:40: escalation-policies.page[2].notify[1]: "bos" is not a role; did you mean "boss"?',
        '9:45: escalation-policies.page[2].notify[2]: 7 is not the name of a role; expected "7" in quotes',
        '9:48: escalation-policies.page[2].notify[3]: "sree" is not a role; did you mean "sre"?',
        '10:34: escalation-policies.page[3].notify: "sra" is not a role; did you mean "sre"?',
      ],
    ],
    [
      'types that do not fit',
      `language: [en]
entitled: admin
categories: { net: 1 }
priorities: [P0]
calendars: 5
`,
      [
        '1:11: language: a list is not a language; expected en or fr',
        '2:11: entitled: "admin" is not a list of roles in a repository',
        '3:13: categories: a map is not a list of categories; expected e.g. [network, dns]',
        '4:13: priorities: a list is not a map of priorities; expected a map with P0, P1, P2, P3',
        '5:12: calendars: 5 is not a map of calendars; expected e.g. { office: { mon-fri: 09:00-17:00 } }',
      ],
    ],
  ]);
});
