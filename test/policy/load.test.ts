import { describe, expect, test } from 'vitest';
import { BUILTIN_POLICY } from '../../src/capabilities/load.ts';
import { HOUR, MINUTE } from '../../src/calendar/length.ts';
import type { Policy } from '../../src/capabilities/policy.ts';
import type { Target } from '../../src/calendar/target.ts';
import { goodPolicy } from './lines.ts';

const target = (given: Target | undefined) =>
  given && { text: given.text, calendar: given.calendar.name, zone: given.calendar.zone, ...given.amount };
const clocks = (policy: Policy, id: 'P0' | 'P1' | 'P2' | 'P3') =>
  Object.fromEntries(Object.entries(policy.priorities[id].clocks).map(([name, given]) => [name, target(given)]));

describe('the built-in policy', () => {
  test.each([null, '', '\n\n', '# nothing yet\n', '---\n', '{}', '~'])('stands for %j', async (text) => {
    const policy = await goodPolicy(text);
    expect(policy.priorities.P0).toMatchObject({ name: 'Critical', label: 'P0', escalation: 'urgent' });
    expect(clocks(policy, 'P0')).toEqual({
      acknowledge: { text: '15m', calendar: 'always', zone: 'UTC', ms: 15 * MINUTE },
      resolve: { text: '4h', calendar: 'always', zone: 'UTC', ms: 4 * HOUR },
      'post-mortem': { text: '3d', calendar: 'office', zone: 'UTC', days: 3, semantics: 'same-time' },
      review: { text: '5d', calendar: 'office', zone: 'UTC', days: 5, semantics: 'same-time' },
    });
    expect(Object.keys(policy.priorities.P1.clocks)).toEqual(['acknowledge', 'resolve']);
    expect(target(policy.priorities.P0.postMortem?.draft)).toMatchObject({ text: '3d', calendar: 'office', days: 3 });
    expect(clocks(policy, 'P2')).toMatchObject({
      acknowledge: { calendar: 'office', ms: 4 * HOUR },
      resolve: { calendar: 'office', days: 3, semantics: 'same-time' },
    });
    expect([...policy.escalationPolicies.keys()]).toEqual(['urgent', 'normal']);
    expect(policy.fallback).toBe('owner');
    expect(policy.entitled).toEqual(['admin', 'maintain', 'write', 'triage']);
  });

  test('is the same when it is given as a file', async () => {
    const plain = (policy: Policy) =>
      JSON.stringify([policy, [...policy.escalationPolicies], [...policy.calendars.keys()]]);
    expect(plain(await goodPolicy(BUILTIN_POLICY))).toBe(plain(await goodPolicy(null)));
  });
});

describe('a section that is given replaces the built-in one whole', () => {
  test('priorities left out have their label and no clock, and a P0 keeps its post-mortem', async () => {
    const { priorities } = await goodPolicy('priorities: { P1: { name: Major, resolve: 8h } }');
    expect(priorities.P3).toEqual({
      name: 'P3',
      label: 'P3',
      criteria: [],
      clocks: {},
      escalation: null,
      postMortem: null,
      needsCategory: false,
    });
    expect(Object.keys(priorities.P0.clocks)).toEqual(['post-mortem', 'review']);
    expect(target(priorities.P0.clocks['post-mortem'])).toMatchObject({ text: '3d', calendar: 'office' });
    expect(target(priorities.P0.clocks.review)).toMatchObject({ text: '5d', calendar: 'office' });
    expect(target(priorities.P0.postMortem?.review)).toMatchObject({ text: '5d', calendar: 'office' });
    expect(priorities.P1).toMatchObject({ name: 'Major', escalation: null });
  });

  test('the built-in priorities keep their office hours when the file has other calendars', async () => {
    const policy = await goodPolicy('timezone: Europe/Paris\ncalendars: { shop: { sat: 10:00-18:00 } }');
    expect([...policy.calendars.keys()]).toEqual(['shop', 'always']);
    expect(clocks(policy, 'P2').resolve).toMatchObject({ calendar: 'office', zone: 'Europe/Paris' });
  });

  test('an office of the file is that of the built-in priorities', async () => {
    const policy = await goodPolicy('calendars: { office: { sat: 10:00-18:00, timezone: asia/tokyo } }');
    expect(clocks(policy, 'P2').resolve).toMatchObject({ calendar: 'office', zone: 'Asia/Tokyo' });
    expect(policy.priorities.P2.clocks.resolve?.calendar).toBe(policy.calendars.get('office'));
  });

  test('the built-in priorities keep the escalation policies that the file does not define', async () => {
    const policy = await goodPolicy('escalation-policies: { urgent: [{ at: start, notify: fallback }] }');
    expect(policy.escalationPolicies.get('urgent')).toHaveLength(1);
    expect(policy.escalationPolicies.get('normal')).toHaveLength(3);
  });

  test('priorities of the file may use the built-in escalation policies and calendars', async () => {
    const policy = await goodPolicy(
      'priorities: { P0: { resolve: { within: 1d, calendar: office, day: end-of-day }, escalation: urgent } }',
    );
    expect(clocks(policy, 'P0').resolve).toMatchObject({ days: 1, semantics: 'end-of-day' });
    expect(policy.escalationPolicies.has('urgent')).toBe(true);
  });

  test('labels left out keep their names', async () => {
    const { labels } = await goodPolicy('labels: { breached: overdue }');
    expect(labels).toMatchObject({
      breached: 'overdue',
      needsAssessment: 'needs-assessment',
      needsInformation: 'needs-information',
      postMortem: 'post-mortem',
    });
  });
});

test('a whole policy', async () => {
  const policy = await goodPolicy(`
language: fr
timezone: Europe/Paris
calendars:
  weekdays: &hours
    mon-fri: 09:00-19:00
    holidays: FR
    exceptions: { 2026-12-24: closed, 2026-12-31: [09:00-12:00, 13:00-16:00] }
  again: *hours
  nights: { fri-sun: 22:00-06:00, wed: closed, holidays: [2026-05-01] }
priorities:
  P0:
    name: Anomalie bloquante
    label: blocking
    acknowledge: { within: 1h, calendar: weekdays }
    restore: 2d
    resolve: { within: 2h, calendar: nights }
    escalation: urgent
    post-mortem: { draft: 2d, calendar: weekdays, approver: boss }
  P1: { post-mortem: true, acknowledge: 1h, escalation: normal }
categories:
  - network
  - { name: dns, label: "cat: dns", owner: sre, runbook: docs/dns.md }
roles:
  sre: [sue, Tom, SUE]
  boss: grace
fallback: boss
escalation-policies:
  urgent:
    - { at: resolve due+1h, notify: [sre, boss, sre], assign: true, repeat: 90m, until: resolved }
  normal:
    - { at: acknowledge 50%, notify: reporter }
`);
  expect(policy).toMatchObject({ language: 'fr', zone: 'Europe/Paris', fallback: 'boss' });
  expect([...policy.roles]).toEqual([
    ['sre', ['SUE', 'Tom']],
    ['boss', ['grace']],
  ]);
  expect(policy.categories).toEqual([
    { name: 'network', label: 'network', owner: null, runbook: null, subcategories: [], confidential: false },
    { name: 'dns', label: 'cat: dns', owner: 'sre', runbook: 'docs/dns.md', subcategories: [], confidential: false },
  ]);
  expect(clocks(policy, 'P0').restore).toMatchObject({ calendar: 'always', ms: 48 * HOUR });
  expect(policy.priorities.P0.postMortem).toMatchObject({
    approver: 'boss',
    draft: { text: '2d' },
    review: { text: '5d' },
  });
  expect(target(policy.priorities.P1.postMortem?.draft)).toMatchObject({ calendar: 'office' });
  expect(policy.escalationPolicies.get('urgent')).toEqual([
    {
      text: 'resolve due + 1h',
      at: { clock: 'resolve', offset: HOUR },
      notify: ['sre', 'boss'],
      assign: true,
      labels: [],
      raise: null,
      send: null,
      repeat: 90 * MINUTE,
      until: 'resolved',
    },
  ]);
  expect(policy.escalationPolicies.get('normal')).toMatchObject([
    { until: 'acknowledged', assign: false, repeat: null },
  ]);

  const open = (name: string, instant: string) => policy.calendars.get(name)?.isOpen(Date.parse(instant));
  expect(open('weekdays', '2026-12-24T10:00+01:00')).toBe(false);
  expect(open('weekdays', '2026-12-31T13:30+01:00')).toBe(true);
  expect(open('weekdays', '2026-05-14T10:00+02:00')).toBe(false);
  expect(open('again', '2026-12-31T12:30+01:00')).toBe(false);
  expect(open('nights', '2026-05-04T05:00+02:00')).toBe(true);
  expect(open('nights', '2026-05-01T23:00+02:00')).toBe(false);
});
