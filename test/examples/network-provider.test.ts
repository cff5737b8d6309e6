import { describe, expect, it } from 'vitest';
import { onCallWarnings } from '../../src/capabilities/on-call/warnings.ts';
import { shiftAt } from '../../src/capabilities/on-call/shifts.ts';
import { ask, examplePolicy, formAnswers, problemsOf, wordsOfTriage } from './policies.ts';

const policy = await examplePolicy('network-provider');
const { due, deadlines, days } = ask(policy);

it('loads without a problem', async () => {
  expect(await problemsOf('network-provider')).toEqual([]);
});

it('says what the document says', () => {
  const { priorities, categories, roles } = policy;
  expect(Object.values(priorities).map(({ criteria }) => criteria.length)).toEqual([5, 6, 3, 1]);
  expect(categories.map(({ name, owner }) => [name, owner])).toEqual([
    ['network', 'network-engineer'],
    ['dns', 'sre'],
    ['dashboard', 'sre'],
    ['api', 'sre'],
    ['security', 'security-team'],
  ]);
  expect(categories.flatMap(({ subcategories }) => subcategories.map(({ label }) => label))).toEqual([
    'dns/resolver',
    'dns/authoritative',
  ]);
  expect(categories.filter(({ confidential }) => confidential).map(({ name }) => name)).toEqual(['security']);
  expect([...roles.keys()]).toEqual([
    'incident-manager',
    'responder',
    'sre',
    'network-engineer',
    'customer-support',
    'management',
    'security-team',
  ]);
  expect(policy.inform).toEqual(['management', 'customer-support']);
  expect(policy.publishOnCall).toBe(true);
  expect(policy.notifiers.map(({ name, type, secrets, for: of }) => [name, type, Object.values(secrets), of])).toEqual([
    ['pager', 'pagerduty', ['PAGERDUTY_KEY'], ['P0', 'P1']],
    ['chat', 'slack', ['SLACK_WEBHOOK'], ['P0', 'P1', 'P2']],
  ]);
  expect(priorities.P0.postMortem).toMatchObject({ approver: 'management' });
  expect(priorities.P1.postMortem).toBeNull();
  expect(Object.values(priorities).map(({ needsCategory }) => needsCategory)).toEqual([true, true, false, false]);
});

it('sorts by what the form asks', () => {
  expect(
    policy.triage.map(({ conditions, priority, category, apply }) => [
      ...conditions.flatMap(({ subject, anyOf }) => [subject, ...anyOf]),
      [priority, category].filter((it) => it !== null).join(' '),
      apply,
    ]),
  ).toEqual([
    ['impact', 'all access lost', 'P0', true],
    ['impact', 'data lost or corrupted', 'P1', false],
    ['data', 'yes', 'P1', false],
    ['impact', 'important function lost', 'P1', false],
    ['impact', 'data or access exposed', 'P1 security', true],
    ['impact', 'nothing that customers notice yet', 'P2', false],
    ['customers', 'one', 'a single customer', 'P2', false],
    ['severity', 'critical', 'P1', true],
  ]);
  expect(wordsOfTriage(policy).filter((text) => !formAnswers('.github/ISSUE_TEMPLATE/incident.yml').has(text))).toEqual(
    [],
  );
});

describe('who is on call', () => {
  it('fills its roles, with one person each', () => {
    expect([...policy.rotas].map(([role, { name }]) => [role, name])).toEqual([
      ['incident-manager', 'managers'],
      ['responder', 'sre'],
      ['sre', 'sre'],
      ['network-engineer', 'network'],
      ['customer-support', 'support'],
    ]);
    expect(policy.roles.get('sre')).toEqual(['sue', 'tom', 'uma', 'vic']);
    expect(policy.roles.get('incident-manager')).toEqual(['ian', 'mona', 'pat']);
    expect(policy.roles.get('management')).toEqual(['grace']);
  });

  it.each([
    // Weeks of the managers begin on Mondays at 9:00 in London.
    ['2026-11-21T23:30Z', 'ian', 'uma', 'omar', 'xia'],
    ['2026-11-22T08:00Z', 'ian', 'tom', 'omar', 'xia'],
    ['2026-11-23T08:59Z', 'ian', 'sue', 'omar', 'xia'],
    ['2026-11-23T09:00Z', 'mona', 'sue', 'nina', 'wes'],
    // In summer that is 8:00 UTC; the others keep UTC.
    ['2026-07-06T08:00Z', 'pat', 'sue', 'omar', 'xia'],
    ['2026-07-06T07:59Z', 'mona', 'vic', 'omar', 'xia'],
    // Mona for Pat at Christmas, and the day has two shifts.
    ['2026-12-24T08:59Z', 'pat', 'tom', 'nina', 'wes'],
    ['2026-12-24T09:00Z', 'mona', 'tom', 'nina', 'wes'],
    ['2026-12-24T20:00Z', 'mona', 'vic', 'nina', 'wes'],
    ['2026-12-27T09:00Z', 'pat', 'sue', 'nina', 'wes'],
  ])('at %s', (at, ...people) => {
    const shifts = [...policy.rotas].map(([role, rota]) => [role, shiftAt(rota, Date.parse(at))?.login] as const);
    expect(shifts.filter(([role]) => role !== 'sre').map(([, login]) => login)).toEqual(people);
    expect(new Map(shifts).get('sre')).toBe(new Map(shifts).get('responder'));
  });

  it('leaves nothing to warn about', () => {
    expect(onCallWarnings(policy, Date.parse('2026-11-21T23:30Z'))).toEqual([]);
  });
});

describe('P0 and P1 are measured around the clock', () => {
  it('a P0 on Saturday at 23:30', () => {
    expect(deadlines('P0', '2026-11-21T23:30Z')).toEqual({
      acknowledge: '2026-11-21T23:45Z',
      workaround: '2026-11-22T00:30Z',
      resolve: '2026-11-22T03:30Z',
      update: '2026-11-22T00:00Z',
      'no-progress': '2026-11-22T00:30Z',
    });
  });

  it('a P1 at the same time', () => {
    expect(deadlines('P1', '2026-11-21T23:30Z')).toEqual({
      acknowledge: '2026-11-22T00:00Z',
      resolve: '2026-11-22T07:30Z',
      update: '2026-11-22T00:30Z',
      'no-progress': '2026-11-22T01:30Z',
    });
  });

  it('and the post-mortem of what ended on Sunday night is due in office hours', () => {
    expect(due('P0', 'post-mortem', '2026-11-22T03:30Z')).toBe('2026-11-25T09:00Z');
    expect(due('P0', 'review', '2026-11-22T03:30Z')).toBe('2026-11-27T09:00Z');
  });
});

describe('P2 and P3 are measured in office hours', () => {
  it('a P2 on Friday at 15:00', () => {
    expect(deadlines('P2', '2026-11-20T15:00Z')).toEqual({
      acknowledge: '2026-11-23T11:00Z',
      resolve: '2026-11-25T15:00Z',
    });
    expect(days('P2', 'acknowledge', '2026-11-20T15:00Z')).toEqual([
      '2026-11-20 weekly 120',
      '2026-11-21 weekly 0',
      '2026-11-22 weekly 0',
      '2026-11-23 weekly 120',
    ]);
  });

  it('a P2 on Friday evening is due on the third business day; its time of day is closed, so the next morning', () => {
    expect(due('P2', 'resolve', '2026-11-20T18:30Z')).toBe('2026-11-26T09:00Z');
  });

  it('a P3 on Friday at 15:00', () => {
    expect(deadlines('P3', '2026-11-20T15:00Z')).toEqual({
      acknowledge: '2026-11-23T15:00Z',
      resolve: '2026-12-04T15:00Z',
    });
  });
});

describe('waiting for a customer or a third party', () => {
  it('stops the workaround and the resolution, and no other clock', () => {
    expect([...policy.pauses]).toEqual([
      ['waiting-for-customer', ['workaround', 'resolve']],
      ['waiting-for-third-party', ['workaround', 'resolve']],
    ]);
  });

  it('prolongs a P0 by all of that time', () => {
    const waiting = ['2026-11-21T23:45Z', '2026-11-22T01:45Z'] as const;
    expect(due('P0', 'workaround', '2026-11-21T23:30Z', [waiting])).toBe('2026-11-22T02:30Z');
    expect(due('P0', 'resolve', '2026-11-21T23:30Z', [waiting])).toBe('2026-11-22T05:30Z');
  });

  it('prolongs a P2 by the office hours of that time', () => {
    const opened = '2026-11-20T15:00Z';
    expect(due('P2', 'resolve', opened, [['2026-11-23T10:00Z', '2026-11-23T14:00Z']])).toBe('2026-11-26T11:00Z');
    expect(due('P2', 'resolve', opened, [['2026-11-20T18:00Z', '2026-11-23T08:00Z']])).toBe('2026-11-25T15:00Z');
  });

  it('counts once where both overlap', () => {
    expect(
      due('P0', 'resolve', '2026-11-23T09:00Z', [
        ['2026-11-23T10:00Z', '2026-11-23T12:00Z'],
        ['2026-11-23T11:00Z', '2026-11-23T13:00Z'],
      ]),
    ).toBe('2026-11-23T16:00Z');
  });

  it('leaves a deadline open while it goes on', () => {
    expect(due('P0', 'resolve', '2026-11-23T09:00Z', [['2026-11-23T10:00Z']])).toBe('paused');
  });
});
