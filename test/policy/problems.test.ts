import { describe, expect, test } from 'vitest';
import { goodPolicy, testProblems } from './lines.ts';

/* The sections of what follows incidents: problem tickets, recurrence, action items, the report for customers. */

describe('problem tickets', () => {
  test('have their targets, around the clock unless the policy says otherwise', async () => {
    const { problems } = await goodPolicy('problems: { for: [P1, P0], plan: { within: 5d, calendar: office } }');
    expect(problems.for).toEqual(['P0', 'P1']);
    expect(problems.rootCause).toMatchObject({ text: '10d' });
    expect(problems.plan).toMatchObject({ text: '5d', calendar: { name: 'office' } });
    expect((await goodPolicy('')).problems.for).toEqual([]);
  });

  testProblems([
    [
      'a priority that is none',
      'problems: { for: [P9] }',
      ['1:19: problems.for[0]: "P9" is not a priority; expected one of P0, P1, P2, P3'],
    ],
    [
      'a calendar that is none',
      'problems: { plan: { within: 5d, calendar: offic } }',
      ['1:43: problems.plan.calendar: "offic" is not a calendar; did you mean "office"?'],
    ],
  ]);
});

describe('recurrence', () => {
  testProblems([
    [
      'too long a time',
      'recurrence: [{ same: [system], times: 3, within: 60d }]',
      ['1:50: recurrence[0].within: "60d" is more than six weeks; a closed incident is not read that long'],
    ],
    [
      'what no incident has',
      'recurrence: [{ same: [category, cause], times: 3, within: 30d }]',
      [
        '1:23: recurrence[0].same[0]: no incident has one, since the policy has no categories',
        '1:33: recurrence[0].same[1]: no incident has one, since the policy has no causes',
      ],
    ],
    [
      'too few',
      'recurrence: [{ same: [system], times: 1, within: 3d }]',
      ['1:39: recurrence[0].times: 1 is not a number of incidents; expected 2 to 100'],
    ],
  ]);
});

describe('action items and the report for customers', () => {
  test('have what the policy leaves out', async () => {
    const { actionItems, customerReport } = await goodPolicy(
      'action-items: { due: { detect: 2w } }\ncustomer-report: {}',
    );
    expect(actionItems.due.detect.text).toBe('2w');
    expect(actionItems.due.mitigate.text).toBe('4w');
    expect(customerReport).toEqual({ for: ['P0'], template: null, to: [] });
    expect((await goodPolicy('')).customerReport.for).toEqual([]);
  });

  testProblems([
    [
      'a type that is none',
      'action-items: { due: { prevents: 2w } }',
      ['1:24: action-items.due.prevents: is an unknown key; did you mean "prevent"?'],
    ],
    [
      'a role that is none',
      'customer-report: { to: nobody }',
      [
        '1:24: customer-report.to: "nobody" is not a role; no roles are defined; for a person write responder: [nobody] under roles, and responder here',
      ],
    ],
    [
      'approvals of nobody',
      'priorities: { P0: { post-mortem: { approvals: 2 } } }',
      [
        '1:36: priorities.P0.post-mortem.approvals: nobody approves it; expected approver, the name of a role, beside it',
      ],
    ],
  ]);
});
