import { describe, expect, test } from 'vitest';
import { knownLabels } from '../../src/capabilities/membership/spelling.ts';
import { goodPolicy, testProblems } from './lines.ts';

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
