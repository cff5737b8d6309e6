import { describe } from 'vitest';
import { testProblems } from './lines.ts';

describe('people', () => {
  testProblems([
    [
      'logins',
      `roles:
  a: [alice, acme/on-call, "@bob", a--b, 12]
  b: "@acme/team"
  c: true
`,
      [
        '2:14: roles.a[1]: "acme/on-call" is a team, and a bot cannot notify a team; list its people',
        '2:28: roles.a[2]: "@bob" is not a GitHub login; did you mean "bob"?',
        '2:36: roles.a[3]: "a--b" is not a GitHub login; expected e.g. alice',
        '2:42: roles.a[4]: 12 is not a login; expected e.g. alice, or "12" in quotes',
        '3:6: roles.b: "@acme/team" is a team, and a bot cannot notify a team; list its people',
        '4:6: roles.c: true is not a login, a list of logins or a schedule; expected e.g. [alice, bob] or { schedule: NAME }, or "true" in quotes',
      ],
    ],
    [
      'roles without people',
      `roles:
  a: []
  b:
  c: [alice, ""]
`,
      [
        '2:6: roles.a: has no people: a role needs at least one login',
        '3:3: roles.b: has no people: a role needs at least one login',
        '4:14: roles.c[1]: "" is not a GitHub login; expected e.g. alice',
      ],
    ],
    [
      'names that are taken',
      'roles: { assignee: alice, owner: bob }\n',
      [
        '1:10: roles.assignee: is a name that Tocsin itself uses; choose another',
        '1:27: roles.owner: is a name that Tocsin itself uses; choose another',
      ],
    ],
    [
      'a fallback that may be nobody',
      'fallback: assignee\n',
      ['1:11: fallback: "assignee" may be nobody; expected a login, a role, or owner'],
    ],
    [
      'a fallback that is a slip',
      `roles: { management: [grace] }
fallback: managment
`,
      ['2:11: fallback: "managment" is neither a role nor a login that has one; did you mean "management"?'],
    ],
    [
      'a fallback that is a team',
      'fallback: acme/team\n',
      ['1:11: fallback: "acme/team" is a team, and a bot cannot notify a team; list its people'],
    ],
    [
      'categories',
      `roles: { sre: sue }
categories:
  - network
  - { name: Network, label: net }
  - { name: dns, owner: sra }
  - { label: api }
  - { name: api, runbook: "javascript:alert(1)" }
  - ""
`,
      [
        '4:13: categories[1].name: "Network" is the name of an earlier category',
        '5:25: categories[2].owner: "sra" is not a role; did you mean "sre"?',
        '6:5: categories[3].name: is missing; expected a name',
        '7:27: categories[4].runbook: "javascript:alert(1)" is neither a path in the repository nor a web address; expected e.g. docs/network.md',
        '8:5: categories[5]: is blank; expected a category',
      ],
    ],
  ]);
});

describe('escalation policies', () => {
  testProblems([
    [
      'times',
      `escalation-policies:
  urgent:
    - { at: resolve 100%, notify: assignee }
    - { at: resolve 0%, notify: assignee }
    - { at: resolv due, notify: assignee }
    - { at: resolve, notify: assignee }
    - { at: begin, notify: assignee }
    - { at: resolve due + 1d, notify: assignee }
    - { at: resolve due - soon, notify: assignee }
    - { at: strat, notify: assignee }
`,
      [
        '3:13: escalation-policies.urgent[0].at: 100% is not a share of a clock; expected 1% to 99%; 100% is "resolve due"',
        '4:13: escalation-policies.urgent[1].at: 0% is not a share of a clock; expected 1% to 99%',
        '5:13: escalation-policies.urgent[2].at: "resolv" is not a clock; did you mean "resolve"?',
        '6:13: escalation-policies.urgent[3].at: "resolve" is not a time of a clock; did you mean "resolve due"?',
        '7:13: escalation-policies.urgent[4].at: "begin" is not a time of a clock; expected e.g. start, acknowledge due, resolve 75%, resolve due - 30m or resolve due + 1h',
        '8:13: escalation-policies.urgent[5].at: "1d" is not a time in hours and minutes; days depend on the calendar; expected e.g. 30m, 1h or 24h',
        '9:13: escalation-policies.urgent[6].at: "soon" is not a time in hours and minutes; expected e.g. 30m, 1h or 24h',
        '10:13: escalation-policies.urgent[7].at: "strat" is not a time of a clock; did you mean "start"?',
      ],
    ],
    [
      'steps that nobody receives',
      `escalation-policies:
  urgent:
    - { at: start }
    - { at: acknowledge due, notify: [] }
    - { at: resolve due, notify: }
`,
      [
        '3:7: escalation-policies.urgent[0].notify: nobody receives this step; expected a role, assignee, reporter or fallback',
        '4:38: escalation-policies.urgent[1].notify: nobody receives this step; expected a role, assignee, reporter or fallback',
        '5:26: escalation-policies.urgent[2].notify: nobody receives this step; expected a role, assignee, reporter or fallback',
      ],
    ],
    [
      'people who are no roles',
      `roles: { boss: [grace], sre: [sue] }
escalation-policies:
  urgent:
    - { at: start, notify: [bos, grace, assigne] }
    - { at: resolve due, notify: acme/team }
    - { at: resolve 50%, notify: whoever }
`,
      [
        '4:29: escalation-policies.urgent[0].notify[0]: "bos" is not a role; did you mean "boss"?',
        '4:34: escalation-policies.urgent[0].notify[1]: "grace" is a person, not a role; did you mean the role "boss"?',
        '4:41: escalation-policies.urgent[0].notify[2]: "assigne" is not a role; did you mean "assignee"?',
        '5:34: escalation-policies.urgent[1].notify: "acme/team" is a team, and a bot cannot notify a team; list its people',
        '6:34: escalation-policies.urgent[2].notify: "whoever" is not a role; expected one of boss, sre, assignee, reporter, fallback; for a person write responder: [whoever] under roles, and responder here',
      ],
    ],
    [
      'the other keys',
      `escalation-policies:
  urgent:
    - { at: start, notify: assignee, repeat: 1d, until: resolve }
    - { at: resolve due, notify: assignee, repeat: 1d, assign: yes }
    - { at: acknowledge due, notify: assignee, repeat: 1d }
`,
      [
        '3:46: escalation-policies.urgent[0].repeat: "1d" has days, which depend on the calendar; expected hours and minutes, e.g. 24h',
        '3:57: escalation-policies.urgent[0].until: "resolve" is not an end; did you mean "resolved"?',
        '4:52: escalation-policies.urgent[1].repeat: "1d" has days, which depend on the calendar; expected hours and minutes, e.g. 24h',
        '4:64: escalation-policies.urgent[1].assign: "yes" is not true or false; expected true or false',
        '5:56: escalation-policies.urgent[2].repeat: "1d" has days, which depend on the calendar; expected hours and minutes, e.g. 24h',
      ],
    ],
    [
      'what never applies',
      `priorities:
  P0: { acknowledge: 15m, resolve: 4h, escalation: urgent }
  P1: { acknowledge: { within: 1d, calendar: office }, escalation: urgent }
escalation-policies:
  urgent:
    - { at: restore due, notify: assignee }
    - { at: resolve due - 5h, notify: assignee }
    - { at: resolve due - 4h, notify: assignee }
  unused:
    - { at: start, notify: assignee }
`,
      [
        '6:13: escalation-policies.urgent[0].at: "restore due" never applies: P0 and P1 have no restore clock',
        '7:13: escalation-policies.urgent[1].at: "resolve due - 5h" lies before the start: the resolve target of P0 is 4h',
        '9:3: escalation-policies.unused: no priority uses this escalation policy; the priorities use "urgent"',
      ],
    ],
    [
      'a step before the start of a target in days',
      `priorities:
  P0: { resolve: { within: 1d, calendar: office }, escalation: urgent }
escalation-policies:
  urgent: [{ at: resolve due - 16h, notify: assignee }, { at: resolve due - 17h, notify: assignee }]
`,
      [
        '4:63: escalation-policies.urgent[1].at: "resolve due - 17h" lies before the start: the resolve target of P0 is 1d',
      ],
    ],
    [
      'two steps at one time',
      `escalation-policies:
  urgent:
    - { at: resolve due + 90m, notify: assignee }
    - { at: resolve due + 1h30m, notify: reporter }
`,
      [
        '4:13: escalation-policies.urgent[1].at: "resolve due + 1h30m" is the time of an earlier step; put all of its people there',
      ],
    ],
    [
      'an unknown policy',
      `priorities: { P0: { resolve: 4h, escalation: urgnt } }
escalation-policies:
  urgent: [{ at: resolve due, notify: assignee }]
`,
      ['1:46: priorities.P0.escalation: "urgnt" is not an escalation policy; did you mean "urgent"?'],
    ],
    [
      'a section without the policies that the priorities name',
      `priorities: { P0: { resolve: 4h, escalation: urgent } }
escalation-policies:
  page: [{ at: resolve due, notify: assignee }]
`,
      ['1:46: priorities.P0.escalation: "urgent" is not an escalation policy; expected page'],
    ],
    [
      'a section that the built-in priorities do not use',
      `escalation-policies:
  page: [{ at: resolve due, notify: assignee }]
`,
      [
        '2:3: escalation-policies.page: no priority uses this escalation policy; the built-in priorities use "urgent" or "normal"',
      ],
    ],
    [
      'a policy without steps',
      'escalation-policies: { urgent: [] }\n',
      ['1:32: escalation-policies.urgent: is empty; expected at least one step'],
    ],
  ]);
});
