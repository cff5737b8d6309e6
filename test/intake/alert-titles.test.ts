import { describe, expect, test } from 'vitest';
import { BUILTIN, BY_ALERT, read } from './alert-payloads.ts';

const FROM = '2026-11-20T18:25:00Z';
const alert = (name: string | null, more: object = {}) => ({
  status: 'firing',
  labels: { ...(name !== null && { alertname: name }), pod: `${name ?? 'x'}-1` },
  annotations: {},
  startsAt: FROM,
  fingerprint: `f-${name ?? 'x'}`,
  ...more,
});
const OVER = { status: 'resolved', endsAt: '2026-11-20T18:28:00Z' };
/** A group by nothing, as both systems post it. */
const ungrouped = (alerts: readonly object[], more: object = {}) => ({
  receiver: 'on-call',
  status: 'firing',
  groupKey: '{}:{}',
  groupLabels: {},
  commonLabels: {},
  commonAnnotations: {},
  alerts,
  ...more,
});
const titleOf = (payload: object, policy = BUILTIN): string => {
  const { alerts, problems } = read(payload, policy);
  expect(problems).toEqual([]);
  expect(alerts).toHaveLength(1);
  return alerts[0]!.title;
};

describe('the title of a group by nothing', () => {
  const two = [alert('DiskFull'), alert('HighLoad')];
  test.each([
    { what: 'what all share', payload: ungrouped(two, { commonLabels: { alertname: 'DiskFull' } }), title: 'DiskFull' },
    { what: 'the alerts that fire', payload: ungrouped(two), title: 'DiskFull, HighLoad' },
    { what: 'them without labels', payload: ungrouped(two, { groupLabels: undefined }), title: 'DiskFull, HighLoad' },
    { what: 'them with null', payload: ungrouped(two, { groupLabels: null }), title: 'DiskFull, HighLoad' },
    { what: 'each once', payload: ungrouped([...two, alert('DiskFull')]), title: 'DiskFull, HighLoad' },
    {
      what: 'the first of many',
      payload: ungrouped(['A', 'B', 'C', 'D', 'E'].map((it) => alert(it))),
      title: 'A, B, C and 2 more',
    },
    {
      what: 'no alert that is over while another fires',
      payload: ungrouped([alert('DiskFull', OVER), alert('HighLoad')]),
      title: 'HighLoad',
    },
    {
      what: 'what has fired when all is over',
      payload: ungrouped([alert('DiskFull', OVER), alert('HighLoad', OVER)], { status: 'resolved' }),
      title: 'DiskFull, HighLoad',
    },
    {
      what: 'what they say where they have no name',
      payload: ungrouped([alert(null, { annotations: { summary: 'The disk is full' } })]),
      title: 'The disk is full',
    },
    {
      what: 'their number where they say nothing',
      payload: ungrouped([alert(null)]),
      title: '1 alert of alertmanager (x-1)',
    },
    {
      what: 'their system where they say nothing',
      payload: ungrouped([alert(null), alert(null, { fingerprint: 'g' })], { commonLabels: { service: 'shop' } }),
      title: '2 alerts of alertmanager (service=shop)',
    },
    {
      what: 'the alerts, not the receiver that stands for the key',
      payload: ungrouped(two, { groupKey: undefined }),
      title: 'DiskFull, HighLoad',
    },
    {
      what: 'the alerts of a route',
      payload: ungrouped([alert(null)], { groupKey: '{}/{team="shop"}:{}' }),
      title: '1 alert of alertmanager (x-1)',
    },
  ])('is $what', ({ payload, title }) => {
    expect(titleOf(payload)).toBe(title);
  });

  test('speaks the language of the policy', () => {
    const french = { ...BUILTIN, language: 'fr' as const };
    expect(titleOf(ungrouped(['A', 'B', 'C', 'D', 'E'].map((it) => alert(it))), french)).toBe('A, B, C et 2 autres');
    expect(titleOf(ungrouped([alert(null)]), french)).toBe('1 alerte signalée par alertmanager (x-1)');
  });

  test('says how many there are even if the names are endless, and fits', () => {
    const title = titleOf(ungrouped(['A', 'B', 'C', 'D'].map((it) => alert(it.repeat(400)))));
    expect(title).toMatch(/^A+…, B+…, C+… and 1 more$/);
    expect(title.length).toBeLessThanOrEqual(250);
  });

  test.each([
    ['nothing but its state', '[FIRING:2]  '],
    ['its values in brackets', '[FIRING:2]  (shop critical)'],
    ['a recovery', '[RESOLVED]  '],
  ])('of Grafana, whose own has %s', (_, title) => {
    expect(titleOf(ungrouped(two, { title, orgId: 1, state: 'alerting' }))).toBe('DiskFull, HighLoad');
  });

  test('of Grafana keeps what its own says where the alerts have no name', () => {
    expect(titleOf(ungrouped([alert(null)], { title: '[FIRING:1]  (shop critical)', orgId: 1 }))).toBe(
      '(shop critical)',
    );
  });

  test('names the alerts also where the group is by something else', () => {
    expect(titleOf(ungrouped(two, { groupLabels: { cluster: 'eu-1' } }))).toBe('DiskFull, HighLoad (eu-1)');
  });

  test('of an alert by itself that has no name says where it is', () => {
    expect(titleOf(ungrouped([alert(null)]), BY_ALERT)).toBe('1 alert of alertmanager (x-1)');
  });
});

describe('the key of a group by nothing', () => {
  const keys = (payload: object): string[] => read(payload).alerts.map(({ key }) => key);

  test('is the same whichever alerts fire', () => {
    const first = keys(ungrouped([alert('DiskFull')]));
    expect(first).toEqual(['{}:{}']);
    expect(keys(ungrouped([alert('DiskFull', OVER), alert('HighLoad')]))).toEqual(first);
    const own = keys(ungrouped([alert('DiskFull')], { groupKey: undefined }));
    expect(own).toEqual(['on-call:{}']);
    expect(keys(ungrouped([alert('HighLoad'), alert('DiskFull')], { groupKey: undefined }))).toEqual(own);
  });

  test.each([null, undefined])('that says nothing of its group (%s) is that of each alert', (groupLabels) => {
    const { alerts, problems } = read(
      ungrouped([alert('DiskFull'), alert('HighLoad')], { groupKey: null, groupLabels }),
    );
    expect(problems).toEqual([]);
    expect(alerts.map(({ key, title }) => [key, title])).toEqual([
      ['f-DiskFull', 'DiskFull'],
      ['f-HighLoad', 'HighLoad'],
    ]);
  });
});
