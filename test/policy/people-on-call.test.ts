import { describe, expect, test } from 'vitest';
import { shiftAt } from '../../src/capabilities/on-call/shifts.ts';
import { goodPolicy, testProblems } from './lines.ts';

const SRE = 'schedules: { sre: { layers: [{ every: 1w, from: 2026-01-05T09:00, people: [sue] }] } }';

test('without a word about it nobody is on call, paged or informed', async () => {
  const policy = await goodPolicy(null);
  expect(policy).toMatchObject({ notifiers: [], inform: [], publishOnCall: false });
  expect(policy.heartbeat).toEqual({ url: null, sweepWithin: null });
  expect([policy.schedules.size, policy.rotas.size, policy.rights.size]).toEqual([0, 0, 0]);
  expect(policy.labels.onCall).toBe('on-call');
  expect([...policy.escalationPolicies.values()].flat().every(({ labels }) => labels.length === 0)).toBe(true);
});

describe('roles by schedule', () => {
  test('have everybody who may ever come on call, each once', async () => {
    const policy = await goodPolicy(`
timezone: Europe/Paris
roles:
  boss: grace
  sre: { schedule: first line }
  responder: { schedule: first line }
schedules:
  first line:
    layers:
      - { every: 1w, from: 2026-01-05T09:00, people: [Sue, { login: tom, until: 2026-02-01 }, sue] }
      - { every: 1d, from: 2026-01-05, days: sat, people: [uma] }
    overrides: [{ from: 2025-12-24T09:00, to: 2025-12-27T09:00, person: vic }]
`);
    expect([...policy.roles]).toEqual([
      ['boss', ['grace']],
      ['sre', ['Sue', 'tom', 'uma', 'vic']],
      ['responder', ['Sue', 'tom', 'uma', 'vic']],
    ]);
    const schedule = policy.schedules.get('first line')!;
    expect(schedule.zone).toBe('Europe/Paris');
    expect([...policy.rotas]).toEqual([
      ['sre', schedule],
      ['responder', schedule],
    ]);
    expect(shiftAt(schedule, Date.parse('2026-01-12T09:00+01:00'))?.login).toBe('tom');
  });

  test('are roles like any other to the rest of the file', async () => {
    const policy = await goodPolicy(`
roles: { sre: { schedule: sre } }
${SRE}
fallback: sue
categories: [{ name: dns, owner: sre }]
inform: sre
escalation-policies: { urgent: [{ at: start, notify: sre }] }
`);
    expect(policy.fallback).toBe('sue');
  });

  testProblems([
    [
      'unknown schedules and other forms',
      `roles:
  a: { schedule: srre }
  b: { schedul: sre }
  c: { schedule: }
  d: { schedule: sre, people: [tom] }
  e: {}
  f: [{ schedule: sre }]
  g: { schedule: [sre] }
${SRE}
`,
      [
        '2:18: roles.a.schedule: "srre" is not a schedule; did you mean "sre"?',
        '3:3: roles.b.schedule: is missing; expected the name of a schedule',
        '3:8: roles.b.schedul: is an unknown key; did you mean "schedule"?',
        '4:8: roles.c.schedule: is empty; expected the name of a schedule',
        '5:23: roles.d.people: is an unknown key; expected schedule',
        '6:3: roles.e.schedule: is missing; expected the name of a schedule',
        '7:7: roles.f[0]: a map is not a login; expected e.g. alice',
        '8:18: roles.g.schedule: a list is not the name of a schedule',
      ],
    ],
    [
      'no schedules at all',
      'roles: { sre: { schedule: sre } }\n',
      ['1:27: roles.sre.schedule: "sre" is not a schedule; no schedules are defined'],
    ],
    [
      'a schedule that is wrong is reported once, where it is',
      `roles: { sre: { schedule: sre }, boss: { schedule: boss } }
schedules:
  sre: { layers: [{ every: 1x, from: 2026-01-05T09:00, people: [sue] }] }
  boss: { layers: [] }
`,
      [
        '3:28: schedules.sre.layers[0].every: "1x" is not a time between hand-offs; expected e.g. 1d, 1w or 1mo',
        '4:19: schedules.boss.layers: is empty; expected at least one layer',
      ],
    ],
    [
      'a schedule that no role uses',
      `roles: { sre: { schedule: sre } }
schedules:
  sre: &weekly { layers: [{ every: 1w, from: 2026-01-05T09:00, people: [sue] }] }
  network: *weekly
`,
      ['4:3: schedules.network: no role uses this schedule; the roles use "sre"'],
    ],
    [
      'schedules, and roles that know nothing of them',
      `roles: { sre: [sue] }\n${SRE}\non-call: { publish: true }\n`,
      ['2:14: schedules.sre: no role uses this schedule; expected a role such as sre: { schedule: sre }'],
    ],
    [
      'a misspelt schedule is not reported as an unused one too',
      `roles: { a: { schedule: srre } }\n${SRE}\n`,
      ['1:25: roles.a.schedule: "srre" is not a schedule; did you mean "sre"?'],
    ],
    [
      'a person on call who is taken for a role',
      `roles: { sre: { schedule: sre } }
${SRE}
inform: sue
escalation-policies: { urgent: [{ at: start, notify: Sue }] }
`,
      [
        '3:9: inform: "sue" is a person, not a role; did you mean the role "sre"?',
        '4:54: escalation-policies.urgent[0].notify: "Sue" is a person, not a role; did you mean the role "sre"?',
      ],
    ],
  ]);
});

describe('publication', () => {
  test('is asked for, and its label has a name', async () => {
    const text = `roles: { sre: { schedule: sre } }\n${SRE}\non-call: { publish: true }\nlabels: { on-call: duty }\n`;
    expect(await goodPolicy(text)).toMatchObject({ publishOnCall: true, labels: { onCall: 'duty' } });
    const off = text.replace('publish: true', 'publish: false');
    expect((await goodPolicy(off)).publishOnCall).toBe(false);
    expect((await goodPolicy('on-call: {}')).publishOnCall).toBe(false);
  });

  testProblems([
    [
      'without schedules',
      'on-call: { publish: true }\n',
      ['1:12: on-call.publish: has no effect: the policy has no schedules'],
    ],
    [
      'with an empty section of them',
      'schedules: {}\non-call: { publish: true }\n',
      ['2:12: on-call.publish: has no effect: the policy has no schedules'],
    ],
    [
      'other forms',
      `on-call: { publish: daily, publsh: true }\nlabels: { on-call: resolved }\n`,
      [
        '1:21: on-call.publish: "daily" is not true or false; expected true or false',
        '1:28: on-call.publsh: is an unknown key; did you mean "publish"?',
        '2:20: labels.on-call: the label "resolved" is also that of labels.resolved',
      ],
    ],
    ['a bare word', 'on-call: true\n', ['1:10: on-call: true is not a map of on-call; expected a map with publish']],
  ]);
});
