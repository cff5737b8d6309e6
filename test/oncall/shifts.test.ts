import { describe, expect, test } from 'vitest';
import { deadOverrides } from '../../src/capabilities/on-call/overrides.ts';
import { shiftAfter, shiftAt, shiftsBetween } from '../../src/capabilities/on-call/shifts.ts';
import { scheduleOf, schedulesOf } from './read.ts';
import { at, iso, show, between } from './shift-samples.ts';

const SKETCH = `
  managers:
    timezone: Europe/London
    layers: [{ every: 1w, from: 2026-01-05T09:00, people: [ian, mona, pat] }]
    overrides: [{ from: 2026-12-24T09:00, to: 2026-12-27T09:00, person: pat }]
  sre:
    layers:
      - { every: 1d, from: 2026-01-05T08:00, hours: 08:00-20:00, people: [sue, tom] }
      - { every: 1d, from: 2026-01-05T20:00, hours: 20:00-08:00, people: [uma, vic] }
  network: { layers: [{ every: 1w, from: 2026-01-05T09:00, people: [nina, omar] }] }
`;
/** Hand-offs alone: a rotation of two, so that every one of them shows. */
const handOffs = (text: string, zone: string, from: string, to: string) =>
  shiftsBetween(scheduleOf(`{ layers: [{ people: [a, b], ${text} }] }`, zone), at(from), at(to))
    .slice(1)
    .map((shift) => iso(shift.from));

describe('a network provider', () => {
  const schedules = schedulesOf(SKETCH);
  test.each([
    ['managers', '2026-01-05T08:59Z', null],
    ['managers', '2026-01-05T09:00Z', 'ian 2026-01-05T09:00Z/2026-01-12T09:00Z'],
    ['managers', '2026-01-12T09:00Z', 'mona 2026-01-12T09:00Z/2026-01-19T09:00Z'],
    ['managers', '2026-01-26T12:00Z', 'ian 2026-01-26T09:00Z/2026-02-02T09:00Z'],
    // The clocks go forward on 29 March.
    ['managers', '2026-03-29T12:00Z', 'pat 2026-03-23T09:00Z/2026-03-30T08:00Z'],
    ['managers', '2026-12-23T12:00Z', 'pat* 2026-12-21T09:00Z/2026-12-28T09:00Z'],
    ['sre', '2026-01-05T07:00Z', null],
    ['sre', '2026-01-05T08:00Z', 'sue 2026-01-05T08:00Z/2026-01-05T20:00Z'],
    ['sre', '2026-01-05T20:00Z', 'uma 2026-01-05T20:00Z/2026-01-06T08:00Z'],
    ['sre', '2026-01-06T03:00Z', 'uma 2026-01-05T20:00Z/2026-01-06T08:00Z'],
    ['sre', '2026-01-06T08:00Z', 'tom 2026-01-06T08:00Z/2026-01-06T20:00Z'],
    ['sre', '2026-01-07T07:59Z', 'vic 2026-01-06T20:00Z/2026-01-07T08:00Z'],
    ['network', '2036-01-07T07:59Z', 'omar 2035-12-31T09:00Z/2036-01-07T09:00Z'],
  ])('%s at %s', (name, t, expected) => {
    expect(show(shiftAt(schedules.get(name)!, at(t)))).toBe(expected);
  });

  test('the next shift', () => {
    const managers = schedules.get('managers')!;
    expect(show(shiftAfter(managers, at('2020-01-01')))).toBeNull();
    expect(show(shiftAfter(managers, at('2025-07-01')))).toBe('ian 2026-01-05T09:00Z/2026-01-12T09:00Z');
    expect(show(shiftAfter(managers, at('2026-01-05T09:00Z')))).toBe('mona 2026-01-12T09:00Z/2026-01-19T09:00Z');
  });

  test('an override in a week of the person that it names never applies', () => {
    const managers = schedules.get('managers')!;
    expect(deadOverrides(managers, at('2026-06-01'))).toEqual([
      { override: managers.overrides[0], index: 0, why: 'same' },
    ]);
    expect(deadOverrides(managers, at('2027-06-01'))).toEqual([]);
  });
});

describe('hand-offs', () => {
  const day = 'every: 1d, from: ';
  test.each<readonly [string, string, string, string, string, readonly string[]]>([
    [
      'keep their wall-clock time',
      day + '2026-01-05T09:00',
      'Europe/London',
      '2026-03-28T00:00Z',
      '2026-03-30T12:00Z',
      ['2026-03-28T09:00Z', '2026-03-29T08:00Z', '2026-03-30T08:00Z'],
    ],
    [
      'wait for the end of a gap',
      day + '2026-01-05T01:30',
      'Europe/London',
      '2026-03-28T00:00Z',
      '2026-03-30T12:00Z',
      ['2026-03-28T01:30Z', '2026-03-29T01:00Z', '2026-03-30T00:30Z'],
    ],
    [
      'come at the first of two passes',
      day + '2026-01-05T01:30',
      'Europe/London',
      '2026-10-24T00:00Z',
      '2026-10-26T12:00Z',
      ['2026-10-24T00:30Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    ],
    [
      'in New York, forward',
      day + '2026-01-05T02:30',
      'America/New_York',
      '2026-03-07T00:00Z',
      '2026-03-09T12:00Z',
      ['2026-03-07T07:30Z', '2026-03-08T07:00Z', '2026-03-09T06:30Z'],
    ],
    [
      'in New York, back',
      day + '2026-01-05T01:00',
      'America/New_York',
      '2026-10-31T00:00Z',
      '2026-11-02T12:00Z',
      ['2026-10-31T05:00Z', '2026-11-01T05:00Z', '2026-11-02T06:00Z'],
    ],
    // Half an hour: at 02:00 it is 02:30 in October; at 02:00 it is 01:30 again in April.
    [
      'on Lord Howe, forward',
      day + '2026-01-05T02:15',
      'Australia/Lord_Howe',
      '2026-10-03T00:00Z',
      '2026-10-05T00:00Z',
      ['2026-10-03T15:30Z', '2026-10-04T15:15Z'],
    ],
    [
      'on Lord Howe, back',
      day + '2026-01-05T01:45',
      'Australia/Lord_Howe',
      '2026-04-03T00:00Z',
      '2026-04-06T00:00Z',
      ['2026-04-03T14:45Z', '2026-04-04T14:45Z', '2026-04-05T15:15Z'],
    ],
    [
      'where a whole day is skipped, two at once: so the one after the next is on call, who was so before',
      day + '2011-12-01T00:00',
      'Pacific/Apia',
      '2011-12-29T00:00Z',
      '2012-01-01T00:00Z',
      ['2011-12-29T10:00Z', '2011-12-31T10:00Z'],
    ],
    [
      'where a day is skipped, at its end',
      day + '2011-12-01T09:00',
      'Pacific/Apia',
      '2011-12-29T00:00Z',
      '2012-01-01T00:00Z',
      ['2011-12-29T19:00Z', '2011-12-30T10:00Z', '2011-12-30T19:00Z', '2011-12-31T19:00Z'],
    ],
    [
      'by the week',
      'every: 2w, from: 2026-01-05T09:00',
      'Europe/London',
      '2026-03-10T00:00Z',
      '2026-04-20T12:00Z',
      ['2026-03-16T09:00Z', '2026-03-30T08:00Z', '2026-04-13T08:00Z'],
    ],
    [
      'by the month, on the 31st',
      'every: 1mo, from: 2026-01-31T09:00',
      'UTC',
      '2026-01-31T09:00Z',
      '2026-09-01T00:00Z',
      [
        '2026-02-28T09:00Z',
        '2026-03-31T09:00Z',
        '2026-04-30T09:00Z',
        '2026-05-31T09:00Z',
        '2026-06-30T09:00Z',
        '2026-07-31T09:00Z',
        '2026-08-31T09:00Z',
      ],
    ],
    [
      'by the month, on the 30th, in a leap year',
      'every: 1mo, from: 2027-12-30T09:00',
      'UTC',
      '2028-01-31T00:00Z',
      '2028-04-01T00:00Z',
      ['2028-02-29T09:00Z', '2028-03-30T09:00Z'],
    ],
    [
      'by the quarter',
      'every: 3mo, from: 2025-11-30T00:00',
      'UTC',
      '2025-12-01T00:00Z',
      '2027-01-01T00:00Z',
      ['2026-02-28T00:00Z', '2026-05-30T00:00Z', '2026-08-30T00:00Z', '2026-11-30T00:00Z'],
    ],
  ])('%s', (_title, text, zone, from, to, expected) => {
    expect(handOffs(text, zone, from, to)).toEqual(expected);
  });
});

describe('hours and days', () => {
  test('the person is that of the hand-off period, also where it ends within the hours', () => {
    const text = '{ layers: [{ every: 1d, from: 2026-01-05T12:00, hours: 08:00-20:00, people: [a, b] }] }';
    expect(between(text, '2026-01-05', '2026-01-07')).toEqual([
      'a 2026-01-05T12:00Z/2026-01-05T20:00Z',
      'a 2026-01-06T08:00Z/2026-01-06T12:00Z',
      'b 2026-01-06T12:00Z/2026-01-06T20:00Z',
    ]);
  });

  test('hours over midnight belong to the day on which they begin', () => {
    const text = '{ layers: [{ every: 1w, from: 2026-01-05, hours: 22:00-06:00, days: [fri, sun], people: [a] }] }';
    expect(between(text, '2026-01-09', '2026-01-13')).toEqual([
      'a 2026-01-09T22:00Z/2026-01-10T06:00Z',
      'a 2026-01-11T22:00Z/2026-01-12T06:00Z',
    ]);
  });

  test('a whole weekend is one shift', () => {
    const text = '{ layers: [{ every: 1w, from: 2026-01-05, days: sat-sun, people: [a, b] }] }';
    expect(between(text, '2026-01-05', '2026-01-19')).toEqual([
      'a 2026-01-10T00:00Z/2026-01-12T00:00Z',
      'b 2026-01-17T00:00Z/2026-01-19T00:00Z',
    ]);
  });

  test('the night in which the clocks go back is an hour longer', () => {
    const text = '{ layers: [{ every: 1d, from: 2026-01-05T20:00, hours: 20:00-08:00, people: [a] }] }';
    expect(between(text, '2026-10-24T12:00Z', '2026-10-25T12:00Z', 'Europe/London')).toEqual([
      'a 2026-10-24T19:00Z/2026-10-25T08:00Z',
    ]);
  });

  test('hours that the clock skips do not come that day', () => {
    const text = '{ layers: [{ every: 1d, from: 2026-01-05, hours: 01:00-02:00, people: [a] }] }';
    expect(between(text, '2026-03-28T00:00Z', '2026-03-30T12:00Z', 'Europe/London')).toEqual([
      'a 2026-03-28T01:00Z/2026-03-28T02:00Z',
      'a 2026-03-30T00:00Z/2026-03-30T01:00Z',
    ]);
  });
});
