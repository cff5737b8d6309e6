import { describe, expect, test } from 'vitest';
import { knownLabels } from '../../src/capabilities/membership/spelling.ts';
import { HOUR, MINUTE } from '../../src/calendar/length.ts';
import { goodPolicy, testProblems } from './lines.ts';

test('without a word about intake nothing of it applies', async () => {
  const policy = await goodPolicy(null);
  expect(policy).toMatchObject({ causes: [], quickPath: null, triage: [], assistance: null });
  expect(policy.sources.size).toBe(0);
  expect(policy.alerts).toEqual({ key: 'group', hold: 0, recovery: 'record', reopenWithin: 4 * HOUR });
  expect(policy.labels.needsInformation).toBe('needs-information');
});

describe('sources', () => {
  test.each([
    ['{ level: 3 }', 3],
    ['{ level: 2 }', 2],
    ['{ level: 1 }', 1],
    ['{}', 1],
    ['', 1],
  ])('pager: %s lands on level %i', async (file, level) => {
    const { sources } = await goodPolicy(`sources:\n  pager: ${file}\n  desk: { level: 2 }\n`);
    expect([...sources]).toEqual([
      ['pager', { name: 'pager', level }],
      ['desk', { name: 'desk', level: 2 }],
    ]);
  });

  testProblems([
    [
      'values',
      `sources:
  pager: 2
  desk: { level: 4 }
  call: { level: "2" }
  cell: { levl: 2 }
  "a@b": { level: 2 }
  probe: { level: }
`,
      [
        '2:10: sources.pager: 2 is not a source; expected e.g. { level: 2 }, or nothing',
        '3:18: sources.desk.level: 4 is not a level of support; expected 1, 2 or 3',
        '4:18: sources.call.level: "2" is not a level of support; expected 1, 2 or 3',
        '5:11: sources.cell.levl: is an unknown key; did you mean "level"?',
        '6:3: sources."a@b": "a@b" is not a name; expected letters, digits, - and spaces, at most 50',
        '7:12: sources.probe.level: is empty; expected a level of support, 1, 2 or 3',
      ],
    ],
    [
      'names that differ in capitals only',
      'sources: { pager: , Pager: { level: 2 } }\n',
      ['1:21: sources.Pager: "Pager" is the name of an earlier source'],
    ],
    [
      'a list',
      'sources: [pager]\n',
      ['1:10: sources: a list is not a map of sources; expected e.g. { pager: { level: 2 } }'],
    ],
  ]);
});

describe('causes', () => {
  test('have a group, and may be attributable', async () => {
    const { causes } = await goodPolicy(`
causes:
  intrinsic: [bad-input, Volume_growth2]
  outside world:
    - surcharge-réseau
    - { lapsed-contract: { attributable-to: the operator } }
    - ${'x'.repeat(50)}
`);
    expect(causes).toEqual([
      { name: 'bad-input', group: 'intrinsic', attributableTo: null },
      { name: 'Volume_growth2', group: 'intrinsic', attributableTo: null },
      { name: 'surcharge-réseau', group: 'outside world', attributableTo: null },
      { name: 'lapsed-contract', group: 'outside world', attributableTo: 'the operator' },
      { name: 'x'.repeat(50), group: 'outside world', attributableTo: null },
    ]);
  });

  testProblems([
    [
      'names',
      `causes:
  a: [overload stop, -x, 404, "", a/b, [x], ${'x'.repeat(51)}]
  b: [{ lapsed contract: { attributable-to: operator } }]
  c/d: [x]
`,
      [
        '2:7: causes.a[0]: "overload stop" is not the name of a cause; did you mean "overload-stop"?',
        '2:22: causes.a[1]: "-x" is not the name of a cause; expected one word of letters, digits, - and _, at most 50',
        '2:26: causes.a[2]: 404 is not a cause; expected a name, or { NAME: { attributable-to: TEXT } }, or "404" in quotes',
        '2:31: causes.a[3]: "" is not the name of a cause; expected one word of letters, digits, - and _, at most 50',
        '2:35: causes.a[4]: "a/b" is not the name of a cause; expected one word of letters, digits, - and _, at most 50',
        '2:40: causes.a[5]: a list is not a cause; expected a name, or { NAME: { attributable-to: TEXT } }',
        `2:45: causes.a[6]: "${'x'.repeat(51)}" is not the name of a cause; expected one word of letters, digits, - and _, at most 50`,
        '3:9: causes.b[0].lapsed contract: "lapsed contract" is not the name of a cause; did you mean "lapsed-contract"?',
        '4:3: causes.c/d: "c/d" is not a name; expected letters, digits, - and spaces, at most 50',
      ],
    ],
    [
      'names that stand twice, whatever the group and the capitals',
      `causes:
  a: [ddos, overload, Overload]
  b: [x y, DDoS, { overload: { attributable-to: operator } }]
`,
      [
        '2:23: causes.a[2]: "Overload" is the name of an earlier cause',
        '3:7: causes.b[0]: "x y" is not the name of a cause; did you mean "x-y"?',
        '3:12: causes.b[1]: "DDoS" is the name of an earlier cause, in "a"',
        '3:20: causes.b[2].overload: "overload" is the name of an earlier cause, in "a"',
      ],
    ],
    [
      'to whom they are attributable',
      `causes:
  a:
    - { x: { attributable-to: operator }, y: { attributable-to: operator } }
    - { lapsed: operator }
    - lapsed:
      attributable-to: operator
    - { lapsed: { attributable-to: "" } }
    - { lapsed: { atributable-to: x } }
    - {}
  b: []
  c: ddos
`,
      [
        '3:7: causes.a[0]: has 2 names; expected one, { NAME: { attributable-to: TEXT } }',
        '4:17: causes.a[1].lapsed: "operator" is not an attribution; expected a map with attributable-to',
        '5:7: causes.a[2].lapsed: is empty; expected an attribution, a map with attributable-to',
        '6:24: causes.a[2].attributable-to: "operator" is not an attribution; expected a map with attributable-to',
        '7:36: causes.a[3].lapsed.attributable-to: is blank; expected a name',
        '8:9: causes.a[4].lapsed.attributable-to: is missing; expected a name',
        '8:19: causes.a[4].lapsed.atributable-to: is an unknown key; did you mean "attributable-to"?',
        '9:7: causes.a[5]: has 0 names; expected one, { NAME: { attributable-to: TEXT } }',
        '10:6: causes.b: is empty; expected at least one cause',
        '11:6: causes.c: "ddos" is not a list of causes',
      ],
    ],
  ]);
});

describe('the quick path', () => {
  test.each([
    ['10m', 10 * MINUTE],
    ['1h30m', 90 * MINUTE],
    ['24h', 24 * HOUR],
    ['1m', MINUTE],
  ])('of %s', async (text, ms) => {
    expect((await goodPolicy(`quick-path: ${text}\n`)).quickPath).toEqual({ text, ms });
  });

  testProblems(
    (
      [
        ['24h1m', '"24h1m" is too long; expected at most 24h'],
        ['0h0m', '"0h0m" is no time at all; expected e.g. 10m'],
        ['1d', '"1d" has days, where hours and minutes are expected; did you mean "24h"?'],
        ['2d', '"2d" is too long; expected at most 24h'],
        ['10 min', '"10 min" is not a duration; did you mean "10m"?'],
        ['1 day', '"1 day" is not a duration; did you mean "24h"?'],
        ['soon', '"soon" is not a duration; expected e.g. 10m'],
        ['10', '10 is not a duration; expected e.g. 10m'],
      ] as const
    ).map(([text, message]) => [`of ${text}`, `quick-path: ${text}\n`, [`1:13: quick-path: ${message}`]] as const),
  );
});

describe('alerts', () => {
  test('may all be said otherwise', async () => {
    const { alerts } = await goodPolicy('alerts: { key: alert, hold: 5m, recovery: close, reopen-within: 2h30m }\n');
    expect(alerts).toEqual({ key: 'alert', hold: 5 * MINUTE, recovery: 'close', reopenWithin: 150 * MINUTE });
  });

  test('keep what is left out, and may be held and opened again for no time', async () => {
    const { alerts } = await goodPolicy('alerts: { recovery: resolve, hold: 0m, reopen-within: 0h }\n');
    expect(alerts).toEqual({ key: 'group', hold: 0, recovery: 'resolve', reopenWithin: 0 });
    expect((await goodPolicy('alerts: { key: alert }\n')).alerts.reopenWithin).toBe(4 * HOUR);
  });

  testProblems([
    [
      'words',
      'alerts: { key: groups, recovery: closed, recover: close, hold: true }\n',
      [
        '1:16: alerts.key: "groups" is not a way to tell alerts apart; did you mean "group"?',
        '1:34: alerts.recovery: "closed" is not an effect of a recovery; did you mean "close"?',
        '1:42: alerts.recover: is an unknown key; did you mean "recovery"?',
        '1:64: alerts.hold: true is not a duration; expected e.g. 5m',
      ],
    ],
    [
      'times',
      'alerts: { hold: 25h, reopen-within: 2 days }\n',
      [
        '1:17: alerts.hold: "25h" is too long; expected at most 24h',
        '1:37: alerts.reopen-within: "2 days" is not a duration; did you mean "48h"?',
      ],
    ],
    [
      'an incident that is long forgotten',
      'alerts: { reopen-within: 1009h }\n',
      ['1:26: alerts.reopen-within: "1009h" is too long; expected at most 1008h'],
    ],
  ]);
});

describe('categories', () => {
  test('have subcategories, whose labels hold both names', async () => {
    const { categories } = await goodPolicy(`
roles: { sre: sue, safety: sam }
categories:
  - { name: DNS, label: "cat: dns", subcategories: [resolver, { name: zone files, label: zones }] }
  - { name: security, owner: safety, confidential: true }
  - { name: api, confidential: false, subcategories: [resolver] }
`);
    expect(categories).toMatchObject([
      {
        confidential: false,
        subcategories: [
          { name: 'resolver', label: 'DNS/resolver' },
          { name: 'zone files', label: 'zones' },
        ],
      },
      { confidential: true, owner: 'safety', subcategories: [] },
      { confidential: false, subcategories: [{ name: 'resolver', label: 'api/resolver' }] },
    ]);
  });

  testProblems([
    [
      'names with a slash',
      `categories: [dns/resolver, { name: a/b }, { name: api, subcategories: [api/rest, { name: a/b }] }]
`,
      [
        '1:14: categories[0]: "dns/resolver" has a slash; expected a name without one, e.g. { name: dns, subcategories: [resolver] }',
        '1:36: categories[1].name: "a/b" has a slash; expected a name without one, e.g. { name: dns, subcategories: [resolver] }',
        '1:72: categories[2].subcategories[0]: "api/rest" has a slash; expected its name without that of the category',
        '1:90: categories[2].subcategories[1].name: "a/b" has a slash; expected its name without that of the category',
      ],
    ],
    [
      'what is wrong with subcategories',
      `categories:
  - { name: dns, subcategories: ["", 7, { label: y }, { name: x, lable: z }, {}, [x]] }
  - { name: api, subcategories: [] }
  - { name: net, subcategories: core }
  - { name: net2, subcategory: [core] }
`,
      [
        '2:34: categories[0].subcategories[0]: is blank; expected a subcategory',
        '2:38: categories[0].subcategories[1]: 7 is not a subcategory; expected a name, or a map with name, label, or "7" in quotes',
        '2:41: categories[0].subcategories[2].name: is missing; expected a name',
        '2:66: categories[0].subcategories[3].lable: is an unknown key; did you mean "label"?',
        '2:78: categories[0].subcategories[4].name: is missing; expected a name',
        '2:82: categories[0].subcategories[5]: a list is not a subcategory; expected a name, or a map with name, label',
        '3:33: categories[1].subcategories: is empty; expected names, or leave it out',
        '4:33: categories[2].subcategories: "core" is not a list of subcategories',
        '5:19: categories[3].subcategory: is an unknown key; did you mean "subcategories"?',
      ],
    ],
    [
      'labels of subcategories',
      `categories:
  - { name: "", label: x }
  - { name: ${'a'.repeat(40)}, subcategories: [${'b'.repeat(9)}, ${'b'.repeat(10)}, { name: "c,d" }, { name: e, label: "" }] }
  - { name: dns, subcategories: [{ name: r, label: Resolved }, r, net, { name: R, label: q }] }
  - { name: dns/net, label: other }
  - { name: zone, label: DNS/net }
`,
      [
        '2:13: categories[0].name: is blank; expected a name',
        `3:82: categories[1].subcategories[1]: cannot be a label: "${'a'.repeat(40)}/${'b'.repeat(10)}" has 51 characters; GitHub allows a label 50`,
        `3:102: categories[1].subcategories[2].name: cannot be a label: "${'a'.repeat(40)}/c,d" has a comma; GitHub takes it for two labels`,
        '3:129: categories[1].subcategories[3].label: a label needs a name',
        '4:52: categories[2].subcategories[0].label: the label "Resolved" is also that of labels.resolved',
        '4:64: categories[2].subcategories[1]: "r" is the name of an earlier subcategory of "dns"',
        '4:80: categories[2].subcategories[3].name: "R" is the name of an earlier subcategory of "dns"',
        '5:13: categories[3].name: "dns/net" has a slash; expected a name without one, e.g. { name: dns, subcategories: [resolver] }',
        '6:26: categories[4].label: the label "DNS/net" is also that of categories[2].subcategories[2]',
      ],
    ],
    [
      'confidential ones of which nobody would be told',
      `roles: { safety: sam }
categories:
  - { name: a, confidential: true }
  - { name: b, confidential: true, owner: saftey }
  - { name: c, confidential: true, owner: 7 }
  - { name: d, confidential: yes, owner: safety }
  - { name: e, confidential: true, runbook: "x y" }
  - { name: f, confidential: false }
`,
      [
        '3:16: categories[0].confidential: a confidential category needs an owner: nobody else would be told',
        '4:43: categories[1].owner: "saftey" is not a role; did you mean "safety"?',
        '5:43: categories[2].owner: 7 is not the name of a role; expected "7" in quotes',
        '6:30: categories[3].confidential: "yes" is not true or false; expected true or false',
        '7:16: categories[4].confidential: a confidential category needs an owner: nobody else would be told',
        '7:45: categories[4].runbook: "x y" is neither a path in the repository nor a web address; expected e.g. docs/network.md',
      ],
    ],
  ]);
});

describe('the need for a category', () => {
  const OPEN = 'categories: [dns]\n';
  const SECRET = 'roles: { a: al }\ncategories: [{ name: leak, owner: a, confidential: true }]\n';

  test.each([
    ['built-in priorities, no categories', '', [false, false, false, false]],
    ['built-in priorities', OPEN, [true, true, false, false]],
    ['own priorities', `${OPEN}priorities: { P2: { resolve: 4h } }`, [true, true, false, false]],
    ['confidential categories only', SECRET, [false, false, false, false]],
    [
      'said otherwise',
      `${OPEN}priorities: { P0: { category: optional }, P1: { category: required }, P2: { category: required } }`,
      [false, true, true, false],
    ],
    ['said needlessly', 'priorities: { P0: { category: optional } }', [false, false, false, false]],
  ])('%s', async (_title, text, needed) => {
    const { priorities } = await goodPolicy(text);
    expect(Object.values(priorities).map(({ needsCategory }) => needsCategory)).toEqual(needed);
  });

  testProblems([
    [
      'that nobody can meet',
      'priorities: { P0: { category: required }, P1: { category: optional }, P2: { category: require } }\n',
      [
        '1:31: priorities.P0.category: "required" cannot be met: the policy has no categories',
        '1:87: priorities.P2.category: "require" is not a need for a category; did you mean "required"?',
      ],
    ],
    [
      'that only confidential categories could meet',
      `${SECRET}priorities: { P3: { category: required } }\n`,
      ['3:31: priorities.P3.category: "required" cannot be met: every category is confidential'],
    ],
    [
      'that may be met once the categories are mended',
      'categories: [7]\npriorities: { P0: { category: required } }\n',
      [
        '1:14: categories[0]: 7 is not a category; expected a name, or a map with name, label, owner, runbook, subcategories, confidential, or "7" in quotes',
      ],
    ],
  ]);
});

describe('triage', () => {
  test('rules, in the order of the file', async () => {
    const { triage } = await goodPolicy(`
quick-path: 10m
categories: [api, { name: dns, subcategories: [resolver] }]
triage:
  - { if: { impact: all access lost, title: [down, Down, down] }, priority: P0, apply: true }
  - { if: { customers: one }, category: dns/resolver, quick: true }
  - { if: { system: "1" }, category: api, quick: false, apply: false }
`);
    expect(triage).toEqual([
      {
        conditions: [
          { subject: 'title', anyOf: ['down', 'Down'] },
          { subject: 'impact', anyOf: ['all access lost'] },
        ],
        priority: 'P0',
        category: null,
        quick: false,
        apply: true,
      },
      {
        conditions: [{ subject: 'customers', anyOf: ['one'] }],
        priority: null,
        category: 'dns/resolver',
        quick: true,
        apply: false,
      },
      {
        conditions: [{ subject: 'system', anyOf: ['1'] }],
        priority: null,
        category: 'api',
        quick: false,
        apply: false,
      },
    ]);
  });

  test.each([
    'title',
    'originator',
    'customers',
    'system',
    'scope',
    'impact',
    'category',
    'data',
    'source',
    'severity',
  ])('may look at the fact %s', async (subject) => {
    const { triage } = await goodPolicy(`triage: [{ if: { ${subject}: x }, priority: P1 }]`);
    expect(triage[0]?.conditions).toEqual([{ subject, anyOf: ['x'] }]);
  });

  testProblems([
    [
      'conditions',
      `triage:
  - { if: { impct: lost, time: now }, priority: P0 }
  - { if: { impact: "" }, priority: P0 }
  - { if: { impact: [] }, priority: P0 }
  - { if: { impact: ["?!", x, 4] }, priority: P0 }
  - { if: { scope: 4 }, priority: P0 }
  - { if: {}, priority: P0 }
  - { priority: P0 }
  - { if: { scope: all }, priority: P4, aply: true }
  - P0
`,
      [
        '2:13: triage[0].if.impct: is an unknown key; did you mean "impact"?',
        '2:26: triage[0].if.time: is an unknown key; expected one of title, originator, customers, system, scope, impact, category, data, source, severity',
        '3:21: triage[1].if.impact: "" has no word to look for; expected e.g. data lost',
        '4:21: triage[2].if.impact: is empty; expected texts to look for',
        '5:22: triage[3].if.impact[0]: "?!" has no word to look for; expected e.g. data lost',
        '5:31: triage[3].if.impact[2]: 4 is not a text; expected "4" in quotes',
        '6:20: triage[4].if.scope: 4 is not a text or a list of texts; expected e.g. [data lost, data altered], or "4" in quotes',
        '7:11: triage[5].if: is empty: this rule would hold for every report; expected e.g. { impact: data lost }',
        '8:5: triage[6].if: is missing; expected conditions, a map with title, originator, customers, system, scope, impact, category, data, source, severity',
        '9:37: triage[7].priority: "P4" is not a priority; expected one of P0, P1, P2, P3',
        '9:41: triage[7].aply: is an unknown key; did you mean "apply"?',
        '10:5: triage[8]: "P0" is not a rule; expected a map with if, priority, category, quick, apply',
      ],
    ],
    ['no rules', 'triage: []\n', ['1:9: triage: is empty; expected rules, or leave it out']],
    [
      'outcomes',
      `categories: [{ name: dns, subcategories: [resolver] }, api]
triage:
  - { if: { title: a } }
  - { if: { title: b }, apply: true, quick: false }
  - { if: { title: c }, quick: true }
  - { if: { title: d }, quick: yes, category: apy }
  - { if: { title: e }, category: dsn }
  - { if: { title: f }, category: dns/resolvr }
  - { if: { title: g }, category: api/rest }
  - { if: { title: h }, category: resolver, priority: P1 }
`,
      [
        '3:5: triage[0]: leads to nothing; expected a priority, a category or quick: true',
        '4:5: triage[1]: leads to nothing; expected a priority, a category or quick: true',
        '5:25: triage[2].quick: has no effect: the policy has no quick-path',
        '6:32: triage[3].quick: "yes" is not true or false; expected true or false',
        '6:47: triage[3].category: "apy" is not a category; did you mean "api"?',
        '7:35: triage[4].category: "dsn" is not a category; expected one of dns, api',
        '8:35: triage[5].category: "resolvr" is not a subcategory of "dns"; did you mean "resolver"?',
        '9:35: triage[6].category: "rest" is not a subcategory of "api"; there are none',
        '10:35: triage[7].category: "resolver" is not a category; expected one of dns, api',
      ],
    ],
    [
      'a category where there are none',
      'triage: [{ if: { title: a }, category: dns }]\n',
      ['1:40: triage[0].category: "dns" is not a category; no categories are defined'],
    ],
    [
      'what may be right once another part is mended',
      `quick-path: 1x
categories: [7]
triage: [{ if: { title: a }, category: dns, quick: true }, { if: { title: a, scop: b }, quick: true }]
`,
      [
        '1:13: quick-path: "1x" is not a duration; expected e.g. 10m',
        '2:14: categories[0]: 7 is not a category; expected a name, or a map with name, label, owner, runbook, subcategories, confidential, or "7" in quotes',
        '3:78: triage[1].if.scop: is an unknown key; did you mean "scope"?',
      ],
    ],
    [
      'rules that earlier ones leave nothing to decide',
      `quick-path: 10m
categories: [dns]
triage:
  - { priority: P0 }
  - { if: { title: [Down, dégradé], impact: lost }, priority: P0 }
  - { if: { impact: Lost, title: [degrade,  down] }, priority: P1, apply: true }
  - { if: { impact: lost, title: [degrade, down] }, priority: P1, category: dns }
  - { if: { impact: lost, title: [degrade, down] }, category: dns, priority: P2 }
  - { if: { impact: lost, title: [degrade, down] }, quick: true }
  - { if: { impact: lost, title: degrade }, priority: P0 }
  - { if: { impact: lost }, priority: P0 }
  - { if: { scope: lost }, priority: P0 }
`,
      [
        '4:5: triage[0].if: is missing; expected conditions, a map with title, originator, customers, system, scope, impact, category, data, source, severity',
        '6:5: triage[2]: never decides: triage[1] has the same conditions',
        '8:5: triage[4]: never decides: triage[1] and triage[3] have the same conditions',
      ],
    ],
  ]);
});

describe('assistance', () => {
  test.each([
    ['en', 'Request for assistance'],
    ['fr', 'Demande d’assistance'],
  ])('that says nothing has a name in the language %s, a label and no clock', async (language, name) => {
    const { assistance } = await goodPolicy(`language: ${language}\nassistance: {}\n`);
    expect(assistance).toEqual({ name, label: 'assistance', clocks: {}, escalation: null });
  });

  test('has clocks of its own', async () => {
    const { assistance, escalationPolicies } = await goodPolicy(`
assistance:
  name: Question
  label: question
  acknowledge: { within: 1h, calendar: office }
  resolve: 2d
  escalation: help
escalation-policies:
  urgent: [{ at: start, notify: fallback }]
  help: [{ at: acknowledge due, notify: fallback }, { at: resolve due - 48h, notify: fallback }]
`);
    expect(assistance).toMatchObject({
      name: 'Question',
      label: 'question',
      clocks: {
        acknowledge: { text: '1h', calendar: { name: 'office' }, amount: { ms: HOUR } },
        resolve: { text: '2d', calendar: { name: 'always' }, amount: { ms: 48 * HOUR } },
      },
      escalation: 'help',
    });
    expect(Object.keys(assistance?.clocks ?? {})).toEqual(['acknowledge', 'resolve']);
    expect(escalationPolicies.get('help')).toHaveLength(2);
  });

  test('may use what is built in', async () => {
    const { assistance } = await goodPolicy('assistance: { escalation: normal }\n');
    expect(assistance?.escalation).toBe('normal');
  });

  testProblems([
    [
      'values',
      `assistance:
  name: ""
  label: P0
  acknowledge: { within: 1h, calendar: offic }
  resolve: 1 hour
  workaround: 1h
  escalation: norml
`,
      [
        '2:9: assistance.name: is blank; expected a name',
        '3:10: assistance.label: the label "P0" is also that of priorities.P0',
        '4:40: assistance.acknowledge.calendar: "offic" is not a calendar; did you mean "office"?',
        '5:12: assistance.resolve: "1 hour" is not a duration; did you mean "1h"?',
        '6:3: assistance.workaround: is an unknown key; expected one of name, label, acknowledge, resolve, escalation',
        '7:15: assistance.escalation: "norml" is not an escalation policy; did you mean "normal"?',
      ],
    ],
    [
      'that is no map',
      'assistance: 1h\n',
      ['1:13: assistance: "1h" is not assistance; expected a map with name, label, acknowledge, resolve, escalation'],
    ],
    [
      'steps that never apply to it',
      `priorities: { P0: { update-every: 1h, escalation: urgent } }
assistance: { acknowledge: 1h, escalation: help }
escalation-policies:
  help:
    - { at: update due, notify: fallback }
    - { at: acknowledge due - 2h, notify: fallback }
    - { at: acknowledge due - 1h, notify: fallback }
  urgent: [{ at: update due, notify: fallback }]
  more: [{ at: start, notify: fallback }]
`,
      [
        '5:13: escalation-policies.help[0].at: "update due" never applies: assistance has no update clock',
        '6:13: escalation-policies.help[1].at: "acknowledge due - 2h" lies before the start: the acknowledge target of assistance is 1h',
        '9:3: escalation-policies.more: no priority uses this escalation policy, nor does assistance; the priorities use "urgent"',
      ],
    ],
    [
      'a policy that it shares with a priority',
      `priorities: { P0: { update-every: 1h, escalation: urgent } }
assistance: { acknowledge: 1h, escalation: urgent }
escalation-policies:
  urgent:
    - { at: update due, notify: fallback }
    - { at: acknowledge due, notify: fallback }
    - { at: restore due, notify: fallback }
`,
      ['7:13: escalation-policies.urgent[2].at: "restore due" never applies: P0 and assistance have no restore clock'],
    ],
    [
      'a slip in its escalation policy makes no other policy useless',
      `priorities: { P0: { escalation: urgent } }
assistance: { escalation: helpp }
escalation-policies:
  help: [{ at: start, notify: fallback }]
  urgent: [{ at: start, notify: fallback }]
`,
      ['2:27: assistance.escalation: "helpp" is not an escalation policy; did you mean "help"?'],
    ],
  ]);
});

describe('labels', () => {
  const TEXT = `
assistance: { label: help }
labels: { needs-information: tell us more }
categories: [{ name: dns, subcategories: [resolver, { name: zones, label: zone }] }]
`;

  test('of intake are among those that the policy knows', async () => {
    const policy = await goodPolicy(TEXT);
    const labels = knownLabels(policy, 'incident');
    expect(labels).toEqual(expect.arrayContaining(['help', 'tell us more', 'dns', 'dns/resolver', 'zone']));
    expect(new Set(labels).size).toBe(labels.length);
    expect(knownLabels(await goodPolicy(null), 'incident')).not.toContain('assistance');
  });

  testProblems([
    [
      'that mean two things',
      `labels: { needs-information: Assistance, mitigated: help, resolved: needs-assessment }
assistance: {}
categories: [{ name: dns, subcategories: [{ name: a, label: Help }, b] }]
pauses: { dns/b: [resolve] }
`,
      [
        '1:30: labels.needs-information: the label "assistance" is also that of assistance',
        '1:69: labels.resolved: the label "needs-assessment" is also that of labels.needs-assessment',
        '3:61: categories[0].subcategories[0].label: the label "Help" is also that of labels.mitigated',
        '3:69: categories[0].subcategories[1]: the label "dns/b" is also that of pauses.dns/b',
      ],
    ],
  ]);
});
