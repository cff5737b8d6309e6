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
        '7:13: escalation-policies.urgent[4].at: "whatever" is not a clock; expected acknowledge, workaround, restore, resolve, update, no-progress, post-mortem, review or publish',
      ],
    ],
  ]);
});
