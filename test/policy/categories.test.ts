import { describe, expect, test } from 'vitest';
import { goodPolicy, testProblems } from './lines.ts';

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
