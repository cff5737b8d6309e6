import { describe, expect, test } from 'vitest';
import { deadOverrides } from '../../src/capabilities/on-call/overrides.ts';
import { loginsOf } from '../../src/capabilities/on-call/schedule.ts';
import { gapsBetween, shiftAfter, shiftAt, wholeShifts } from '../../src/capabilities/on-call/shifts.ts';
import { scheduleOf } from './read.ts';
import { between, at, show } from './shift-samples.ts';

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
