import { describe, expect, test } from 'vitest';
import { goodPolicy, testProblems } from './lines.ts';

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
