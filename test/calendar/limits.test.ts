import { describe, expect, test } from 'vitest';
import { always } from '../../src/calendar/calendar.ts';
import { isZone } from '../../src/calendar/zone.ts';
import { at, calendarOf, DAY, HOUR, iso, night, nine, pause } from './office.ts';

/* Where a question ends just where the calendar does, a year, the ten years or a pause. */

const TEN_YEARS = 3653 * DAY;
const office = calendarOf();
const around = always('UTC');

describe('ten years', () => {
  const start = at('2026-01-13T10:00Z');

  test('are reached to the millisecond, forwards and backwards', () => {
    const slowly = [pause('2000-01-01T00:00Z', '2000-01-02T00:00Z')];
    for (const pauses of [[], slowly]) {
      expect(around.add(start, TEN_YEARS, pauses)).toBe(start + TEN_YEARS);
      expect(() => around.add(start, TEN_YEARS + 1, pauses)).toThrow('in the ten years after 2026');
    }
    expect(around.subtract(start, TEN_YEARS)).toBe(start - TEN_YEARS);
    expect(() => around.subtract(start, TEN_YEARS + 1)).toThrow('in the ten years before 2026');
  });

  test('are the limit of days as well, even where a year ends', () => {
    const on = (...dates: string[]) =>
      calendarOf({ weekly: {}, exceptions: Object.fromEntries(dates.map((date) => [date, nine])) });
    const endOf = (date: string, from: string): string => iso(on(date).addDays(at(from), 1, 'end-of-day'));
    expect(endOf('2036-12-29', '2026-12-29T17:00Z')).toBe('2036-12-29T17:00Z');
    expect(endOf('2036-12-30', '2026-12-30T18:00Z')).toBe('2036-12-30T17:00Z');
    expect(() => endOf('2036-12-29', '2026-12-29T16:59Z')).toThrow('in the ten years after 2026-12-29');
    // Ten years after the first instant of 2027 are over with the first of 2037.
    const evening = (date: string) =>
      calendarOf({
        zone: 'America/New_York',
        weekly: {},
        exceptions: { '2036-12-20': nine, [date]: [['19:00', '20:00']] },
      });
    const sameTime = (date: string): number => evening(date).addDays(at('2027-01-01T00:00Z'), 1, 'same-time');
    expect(iso(sameTime('2036-12-31'))).toBe('2037-01-01T00:00Z');
    expect(() => sameTime('2037-01-02')).toThrow('in the ten years after 2027');
  });

  test('back end at the first opening there is', () => {
    const once = calendarOf({ weekly: {}, exceptions: { '2030-06-03': nine } });
    expect(iso(once.subtract(at('2035-06-01T00:00Z'), 8 * HOUR))).toBe('2030-06-03T09:00Z');
  });
});

describe('the turn of a year', () => {
  test('keeps what closes before it from what opens after it', () => {
    expect(office.open(at('2026-12-31T08:00Z'), at('2027-01-02T00:00Z'))).toEqual([
      pause('2026-12-31T09:00Z', '2026-12-31T17:00Z'),
      pause('2027-01-01T09:00Z', '2027-01-01T17:00Z'),
    ]);
    expect(office.isOpen(at('2026-12-31T20:00Z'))).toBe(false);
  });

  test('lets a night go on that began two dates ago in a zone behind', () => {
    const behind = calendarOf({
      zone: 'America/New_York',
      weekly: {},
      exceptions: { '2026-12-30': [['20:00', '19:59']] },
    });
    expect(behind.open(at('2026-12-31T12:00Z'), at('2027-01-02T00:00Z'))).toEqual([
      pause('2026-12-31T12:00Z', '2027-01-01T00:59Z'),
    ]);
  });
});

test('what is open without a break is one interval, and a length of no time is none', () => {
  expect(around.name).toBe('always');
  expect(around.open(at('2026-01-13T12:00Z'), at('2026-01-15T12:00Z'))).toEqual([
    pause('2026-01-13T12:00Z', '2026-01-15T12:00Z'),
  ]);
  expect(office.open(at('2026-01-13T08:00Z'), at('2026-01-13T09:00Z'))).toEqual([]);
  for (let days = 1; days < 900; days += 7) {
    expect(around.add(at('2026-02-01T00:00Z'), days * DAY)).toBe(at('2026-02-01T00:00Z') + days * DAY);
    expect(around.subtract(at('2026-02-01T00:00Z'), days * DAY)).toBe(at('2026-02-01T00:00Z') - days * DAY);
  }
});

test('minutes that are the first thing open in a year are all found again', () => {
  const slots = Array.from({ length: 9 }, (_, i) => [`09:${10 + 5 * i}`, `09:${11 + 5 * i}`] as const);
  const calendar = calendarOf({ weekly: { mon: slots, wed: nine, fri: nine } });
  const start = at('2026-01-04T00:00Z');
  for (let minutes = 0.5; minutes < 9; minutes++) {
    const due = at('2026-01-05T09:10Z') + (5 * Math.floor(minutes) + 0.5) * (HOUR / 60);
    expect(calendar.add(start, minutes * (HOUR / 60))).toBe(due);
  }
});

describe('pauses', () => {
  const noon = at('2026-01-13T12:00Z');

  test('that overlap count once, wherever the longer one begins', () => {
    const [long, short] = [
      pause('2026-01-13T10:00Z', '2026-01-13T12:00Z'),
      pause('2026-01-13T10:30Z', '2026-01-13T11:00Z'),
    ];
    const later = pause('2026-01-13T11:30Z', '2026-01-13T13:00Z');
    expect(iso(office.add(at('2026-01-13T09:00Z'), 2 * HOUR, [long, short, later]))).toBe('2026-01-13T14:00Z');
    expect(iso(office.subtract(at('2026-01-13T13:00Z'), 2 * HOUR, [long, short]))).toBe('2026-01-13T09:00Z');
    expect(iso(office.subtract(at('2026-01-13T13:00Z'), 2.25 * HOUR, [long, short]))).toBe('2026-01-12T16:45Z');
    expect(office.between(at('2026-01-13T09:00Z'), at('2026-01-13T14:00Z'), [long, short, later])).toBe(2 * HOUR);
  });

  test('that end just where the time is up going back are not gone through', () => {
    expect(iso(office.subtract(noon, HOUR, [pause('2026-01-13T10:00Z', '2026-01-13T11:00Z')]))).toBe(
      '2026-01-13T11:00Z',
    );
  });

  test('while nothing is open change nothing, even among others', () => {
    const closed = pause('2026-01-12T18:00Z', '2026-01-13T08:00Z');
    const open = pause('2026-01-13T09:00Z', '2026-01-13T10:00Z');
    for (const pauses of [
      [closed, open],
      [open, closed],
    ]) {
      expect(iso(office.add(at('2026-01-12T16:00Z'), 2 * HOUR, pauses))).toBe('2026-01-13T11:00Z');
      expect(iso(office.subtract(at('2026-01-13T11:00Z'), 2 * HOUR, pauses))).toBe('2026-01-12T16:00Z');
      expect(office.between(at('2026-01-12T16:00Z'), at('2026-01-13T11:00Z'), pauses)).toBe(2 * HOUR);
    }
  });
});

test('a date belongs to the night of the one before only if that one was no holiday', () => {
  const nights = (holidays: readonly string[]) =>
    calendarOf({ weekly: { mon: night, tue: night, wed: night }, holidays: (year) => (year === 2026 ? holidays : []) });
  const due = (holidays: readonly string[]): string =>
    iso(nights(holidays).addDays(at('2026-01-13T03:00Z'), 1, 'end-of-day'));
  expect(due([])).toBe('2026-01-14T06:00Z');
  expect(due(['2026-01-12'])).toBe('2026-01-15T06:00Z');
});

test('hours that overlap count once in a standard day', () => {
  const lengthOf = (...hours: (readonly [string, string])[]): number =>
    calendarOf({ weekly: { tue: hours } }).addDays(at('2026-01-13T00:00Z'), 1, 'standard-day') -
    at('2026-01-13T09:00Z');
  expect(lengthOf(['09:00', '13:00'], ['11:00', '15:00']) / HOUR).toBe(6);
  expect(lengthOf(['09:00', '15:00'], ['10:00', '11:00']) / HOUR).toBe(6);
});

test('a calendar that never opens reaches no day of any kind, and 0 ms at once', () => {
  const never = calendarOf({ name: 'never', weekly: {} });
  expect(() => never.addDays(at('2026-01-13T09:00Z'), 1, 'standard-day')).toThrow("Calendar 'never': never opens");
  expect(never.add(at('2026-01-13T09:00Z'), 0)).toBe(at('2026-01-13T09:00Z'));
});

test('an unknown zone is none', () => {
  expect([isZone('Europe/Paris'), isZone('Europe/Pariss')]).toEqual([true, false]);
});
