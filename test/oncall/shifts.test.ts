import { describe, expect, test } from 'vitest';
import { deadOverrides } from '../../src/capabilities/on-call/overrides.ts';
import { loginsOf } from '../../src/capabilities/on-call/schedule.ts';
import { gapsBetween, shiftAfter, shiftAt, shiftsBetween, wholeShifts } from '../../src/capabilities/on-call/shifts.ts';
import { scheduleOf, schedulesOf } from './read.ts';

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

const iso = (t: number) => new Date(t).toISOString().replace(':00.000Z', 'Z');
/** `login from/to`, with a star if an override had a part in it. */
const show = (shift: { login: string; from: number; to: number; override: boolean } | null) =>
  shift && `${shift.login}${shift.override ? '*' : ''} ${iso(shift.from)}/${iso(shift.to)}`;
const at = (text: string) => Date.parse(text);
const between = (text: string, from: string, to: string, zone = 'UTC') =>
  shiftsBetween(scheduleOf(text, zone), at(from), at(to)).map(show);
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

describe('layers and overrides', () => {
  test('a later layer beats an earlier one where it is open and has somebody', () => {
    const text = `{ layers: [
      { every: 1w, from: 2026-01-05, people: [a] },
      { every: 1w, from: 2026-01-05T12:00, hours: 09:00-17:00, people: [{ login: b, until: 2026-01-07T10:00 }] } ] }`;
    expect(between(text, '2026-01-05', '2026-01-08')).toEqual([
      'a 2026-01-05T00:00Z/2026-01-05T12:00Z',
      'b 2026-01-05T12:00Z/2026-01-05T17:00Z',
      'a 2026-01-05T17:00Z/2026-01-06T09:00Z',
      'b 2026-01-06T09:00Z/2026-01-06T17:00Z',
      'a 2026-01-06T17:00Z/2026-01-07T09:00Z',
      'b 2026-01-07T09:00Z/2026-01-07T10:00Z',
      'a 2026-01-07T10:00Z/2026-01-08T00:00Z',
    ]);
  });

  test('overrides beat layers, later ones earlier ones, and go before the first hand-off too', () => {
    const text = `{ layers: [{ every: 1w, from: 2026-01-05, people: [a, b] }], overrides: [
      { from: 2026-01-02, to: 2026-01-03, person: c },
      { from: 2026-01-06, to: 2026-01-09, person: c },
      { from: 2026-01-07, to: 2026-01-08, person: d },
      { from: 2026-01-12, to: 2026-01-13, person: a } ] }`;
    expect(between(text, '2026-01-01', '2026-01-14')).toEqual([
      'c* 2026-01-02T00:00Z/2026-01-03T00:00Z',
      'a 2026-01-05T00:00Z/2026-01-06T00:00Z',
      'c* 2026-01-06T00:00Z/2026-01-07T00:00Z',
      'd* 2026-01-07T00:00Z/2026-01-08T00:00Z',
      'c* 2026-01-08T00:00Z/2026-01-09T00:00Z',
      // The week of a goes on with a day of b's, without a break.
      'a* 2026-01-09T00:00Z/2026-01-13T00:00Z',
      'b 2026-01-13T00:00Z/2026-01-14T00:00Z',
    ]);
  });

  test('times of overrides are those of the zone', () => {
    const text = `{ layers: [{ every: 1w, from: 2026-01-05, people: [a] }],
      overrides: [{ from: 2026-07-01T09:00, to: 2026-07-01T10:00, person: b }] }`;
    expect(between(text, '2026-07-01T06:00Z', '2026-07-01T09:00Z', 'Europe/Paris')).toEqual([
      'a 2026-07-01T06:00Z/2026-07-01T07:00Z',
      'b* 2026-07-01T07:00Z/2026-07-01T08:00Z',
      'a 2026-07-01T08:00Z/2026-07-01T09:00Z',
    ]);
  });
});

describe('people who come and go', () => {
  const turns = (people: string) =>
    between(`{ layers: [{ every: 1d, from: 2026-01-05, people: [${people}] }] }`, '2026-01-05', '2026-01-12').map(
      (line) => {
        const [login, from = ''] = line!.split(' ');
        return `${login!}${from.slice(8, 10)}`;
      },
    );

  test('whoever has left is passed over, and the turns of the others stay', () => {
    expect(turns('a, b, c')).toEqual(['a05', 'b06', 'c07', 'a08', 'b09', 'c10', 'a11']);
    // b's turns go to c, who keeps their own.
    expect(turns('a, { login: b, until: 2026-01-08 }, c')).toEqual(['a05', 'b06', 'c07', 'a08', 'c09', 'a11']);
    expect(turns('a, b, { login: c, until: 2026-01-06 }')).toEqual(['a05', 'b06', 'a07', 'b09', 'a10']);
  });

  test('somebody who joins takes their turns from then on', () => {
    expect(turns('a, { login: b, from: 2026-01-08 }, c')).toEqual(['a05', 'c06', 'a08', 'b09', 'c10', 'a11']);
  });

  test('a turn changes hands when its owner leaves in the middle', () => {
    const text = '{ layers: [{ every: 1w, from: 2026-01-05, people: [{ login: a, until: 2026-01-07T12:00 }, b] }] }';
    expect(between(text, '2026-01-05', '2026-01-12')).toEqual([
      'a 2026-01-05T00:00Z/2026-01-07T12:00Z',
      'b 2026-01-07T12:00Z/2026-01-12T00:00Z',
    ]);
  });

  test('when all have left, nobody is on call', () => {
    const schedule = scheduleOf(
      `{ layers: [{ every: 1d, from: 2026-01-05, people: [{ login: a, until: 2026-01-07 }, { login: b, from: 2026-01-09 }] }] }`,
    );
    expect(gapsBetween(schedule, at('2026-01-01'), at('2026-01-12'))).toEqual([
      { from: at('2026-01-01'), to: at('2026-01-05') },
      { from: at('2026-01-07'), to: at('2026-01-09') },
    ]);
    expect(loginsOf(schedule, at('2026-01-06'))).toEqual(['a', 'b']);
    expect(loginsOf(schedule, at('2026-01-07'))).toEqual(['b']);
  });

  test('those of overrides that are not over count too', () => {
    const schedule = scheduleOf(`{ layers: [{ every: 1d, from: 2026-01-05, people: [a, b, a] }],
      overrides: [{ from: 2026-02-01, to: 2026-02-02, person: c }, { from: 2026-03-01, to: 2026-03-02, person: b }] }`);
    expect(loginsOf(schedule, at('2026-01-06'))).toEqual(['a', 'b', 'c']);
    expect(loginsOf(schedule, at('2026-02-02'))).toEqual(['a', 'b']);
    const skipped = scheduleOf(
      `{ layers: [{ every: 1d, from: 2026-01-05, people: [a] }],
         overrides: [{ from: 2026-03-29T01:10, to: 2026-03-29T01:50, person: c }] }`,
      'Europe/London',
    );
    expect(loginsOf(skipped, at('2026-01-06'))).toEqual(['a']);
  });
});

describe('long stretches', () => {
  const alone = scheduleOf('{ layers: [{ every: 1d, from: 2020-01-01, people: [a] }] }');
  const DAY = 86_400_000;

  test('are cut a year around the instant', () => {
    const now = at('2026-06-15T10:00Z');
    expect(shiftAt(alone, now)).toEqual({ login: 'a', from: now - 366 * DAY, to: now + 366 * DAY, override: false });
    expect(show(shiftAt(alone, at('2020-02-01')))).toBe('a 2020-01-01T00:00Z/2021-02-01T00:00Z');
    expect(shiftAfter(alone, now)).toBeNull();
  });

  test('keep their beginning in a list of whole shifts all through a year', () => {
    const list = (from: string) => wholeShifts(alone, at(from), at(from) + 90 * DAY).map(show);
    expect(list('2026-01-01')).toEqual(['a 2025-01-01T00:00Z/2028-01-01T00:00Z']);
    expect(list('2026-09-01')).toEqual(['a 2025-01-01T00:00Z/2028-01-01T00:00Z']);
  });

  test('a list of whole shifts begins before and ends after what was asked for', () => {
    const week = scheduleOf('{ layers: [{ every: 1w, from: 2026-01-05, people: [a, b] }] }');
    expect(wholeShifts(week, at('2026-01-18'), at('2026-01-20')).map(show)).toEqual([
      'b 2026-01-12T00:00Z/2026-01-19T00:00Z',
      'a 2026-01-19T00:00Z/2026-01-26T00:00Z',
    ]);
    expect(wholeShifts(week, 5, 5)).toEqual([]);
    expect(gapsBetween(week, 5, 5)).toEqual([]);
  });
});

describe('overrides that never apply', () => {
  const dead = (overrides: string, now = '2026-01-01', zone = 'UTC') =>
    deadOverrides(
      scheduleOf(`{ layers: [{ every: 1w, from: 2026-01-05, people: [a, b] }], overrides: [${overrides}] }`, zone),
      at(now),
    ).map(({ index, why }) => `${index} ${why}`);
  const over = (from: string, to: string, person: string) => `{ from: ${from}, to: ${to}, person: ${person} }`;

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['one that changes something', [over('2026-01-06', '2026-01-07', 'b')], []],
    ['the same person', [over('2026-01-06', '2026-01-07', 'a')], ['0 same']],
    ['the same person for a part only', [over('2026-01-06', '2026-01-14', 'a')], []],
    ['the same person but for a time without anybody', [over('2026-01-04', '2026-01-06', 'a')], []],
    ['hidden', [over('2026-01-06', '2026-01-07', 'b'), over('2026-01-05', '2026-01-08', 'c')], ['0 hidden']],
    [
      'hidden by two',
      [
        over('2026-01-06', '2026-01-08', 'b'),
        over('2026-01-07', '2026-01-08', 'c'),
        over('2026-01-06', '2026-01-07', 'd'),
      ],
      ['0 hidden'],
    ],
    [
      'not quite hidden by one, but by a longer one',
      [
        over('2026-01-06', '2026-01-09', 'b'),
        over('2026-01-05', '2026-01-10', 'c'),
        over('2026-01-07', '2026-01-08', 'd'),
      ],
      ['0 hidden'],
    ],
    ['not quite hidden', [over('2026-01-06', '2026-01-08', 'b'), over('2026-01-06', '2026-01-07', 'd')], []],
    [
      'hidden for a part, the same for the rest',
      [over('2026-01-06', '2026-01-08', 'a'), over('2026-01-06', '2026-01-07', 'd')],
      ['0 same'],
    ],
    [
      'of two equal ones the first',
      [over('2026-01-06', '2026-01-07', 'c'), over('2026-01-06', '2026-01-07', 'c')],
      ['0 hidden'],
    ],
    [
      'one that gives back what another took',
      [over('2026-01-06', '2026-01-09', 'c'), over('2026-01-07', '2026-01-08', 'a')],
      [],
    ],
    ['over already', [over('2025-12-06', '2025-12-07', 'c'), over('2025-12-06', '2025-12-07', 'c')], []],
  ])('%s', (_title, overrides, expected) => {
    expect(dead(overrides.join(', '))).toEqual(expected);
  });

  test('one that lies in the hour that the clock skips', () => {
    const text = over('2026-03-29T01:10', '2026-03-29T01:50', 'c');
    expect(dead(text, '2026-01-01', 'Europe/London')).toEqual(['0 empty']);
    expect(dead(text, '2026-04-01', 'Europe/London')).toEqual([]);
  });
});
