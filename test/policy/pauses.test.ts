import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { BUILTIN_POLICY } from '../../src/capabilities/load.ts';
import { goodPolicy, testProblems } from './lines.ts';

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
        '4:3: pauses.c: is empty; expected a list of clocks, or { stops: [resolve], chase-every: 4h }',
        '5:16: pauses.d[1]: "start" is not a clock; expected one of acknowledge, workaround, restore, resolve, update, no-progress, post-mortem, review, publish',
        '6:7: pauses.e[0]: 5 is not a clock; expected acknowledge, workaround, restore, resolve, update, no-progress, post-mortem, review or publish',
        '7:3: pauses.f.stops: is missing; expected a list of clocks',
        '7:8: pauses.f.resolve: is an unknown key; expected one of stops, chase-every',
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

  test('is shown in the policy of a repository without one', () => {
    expect(parse(BUILTIN_POLICY)).toMatchObject({ 'on-priority-change': 're-evaluate' });
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
