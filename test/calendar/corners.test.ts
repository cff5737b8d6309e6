import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../src/calendar/calendar.ts';
import { firstAtWall, offsetAt, segmentsOf } from '../../src/calendar/zone.ts';
import { at, calendarOf, DAY, HOUR, iso, nine, pause } from './office.ts';

/* Where one edge meets another: each of these is a change of the code that no other test would notice. */

const MINUTE = HOUR / 60;

/** The instant at which so much open time has passed, found by walking over the open intervals. */
function walk(calendar: Calendar, start: number, ms: number): number {
  let left = ms;
  for (const { from, to } of calendar.open(start, start + 60 * DAY)) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  throw new Error('the range is too short');
}

test('minutes that are open between long days are all found again', () => {
  const calendar = calendarOf({
    weekly: {
      mon: [['08:00', '20:00']],
      tue: Array.from(
        { length: 12 },
        (_, i) => [`09:${String(5 * i).padStart(2, '0')}`, `09:${5 * i + 1}`.replace(/:(\d)$/, ':0$1')] as const,
      ),
      wed: nine,
    },
  });
  const start = at('2026-01-12T08:00Z');
  for (let ms = MINUTE / 2; ms < 45 * HOUR; ms += 7.5 * MINUTE) {
    const due = walk(calendar, start, ms);
    expect(calendar.add(start, ms), `${ms / MINUTE} minutes`).toBe(due);
    expect(calendar.between(start, due)).toBe(ms);
    expect(calendar.between(calendar.subtract(due, ms), due)).toBe(ms);
  }
  for (let ms = 12 * HOUR; ms < 12 * HOUR + 13 * MINUTE; ms += MINUTE / 4)
    expect(calendar.add(start, ms), `${ms / MINUTE} minutes`).toBe(walk(calendar, start, ms));
});

describe('the edge of an opening', () => {
  const office = calendarOf();

  test('is open at the beginning, and not at the end', () => {
    expect(office.isOpen(at('2026-01-13T09:00Z'))).toBe(true);
    expect(office.isOpen(at('2026-01-13T09:00Z') - 1)).toBe(false);
    expect(office.isOpen(at('2026-01-13T17:00Z') - 1)).toBe(true);
    expect(office.isOpen(at('2026-01-13T17:00Z'))).toBe(false);
  });

  test('joins spans that touch', () => {
    const split = calendarOf({
      weekly: {
        tue: [
          ['12:00', '17:00'],
          ['09:00', '12:00'],
        ],
      },
    });
    expect(split.open(at('2026-01-13T00:00Z'), at('2026-01-14T00:00Z'))).toEqual([
      pause('2026-01-13T09:00Z', '2026-01-13T17:00Z'),
    ]);
  });

  test('explains nothing of a range that is empty or reversed', () => {
    const [noon, one] = [at('2026-01-13T12:00Z'), at('2026-01-13T13:00Z')];
    for (const [from, to] of [
      [noon, noon],
      [one, noon],
    ] as const) {
      expect(office.open(from, to)).toEqual([]);
      expect(office.days(from, to)).toEqual([]);
    }
    // A range that ends at midnight does not touch the next date.
    expect(office.days(noon, at('2026-01-14T00:00Z'))).toHaveLength(1);
  });

  test.each(['109:00', '9:00', '24:00', '09:000'])('does not begin at %s', (start) => {
    expect(() => calendarOf({ weekly: { mon: [[start, '17:00']] } })).toThrow(
      `Calendar 'office': mon: '${start}' is not a time of day; expected HH:MM`,
    );
  });

  test.each(['117:00', '24:01', '24:000', '17:000'])('does not end at %s', (end) => {
    expect(() => calendarOf({ weekly: { mon: [['09:00', end]] } })).toThrow(`'${end}' is not a time of day`);
  });
});

describe('an overnight span and the date after it', () => {
  const endOf = (sat: readonly (readonly [string, string])[], start: string, days = 1): string =>
    iso(calendarOf({ weekly: { fri: [['22:00', '12:00']], sat, mon: nine } }).addDays(at(start), days, 'end-of-day'));

  test('that is over before the span is does not count', () => {
    const early = [['08:00', '10:00']] as const;
    expect(endOf(early, '2026-01-17T07:00Z')).toBe('2026-01-17T10:00Z');
    expect(endOf(early, '2026-01-17T07:00Z', 2)).toBe('2026-01-19T17:00Z');
    // From its opening on it is Saturday, whose next business day is Monday.
    expect(endOf(early, '2026-01-17T08:00Z')).toBe('2026-01-19T17:00Z');
    for (const start of ['2026-01-17T10:00Z', '2026-01-17T11:00Z']) {
      expect(endOf(early, start)).toBe('2026-01-19T17:00Z');
      expect(endOf(early, start, 2)).toBe('2026-01-24T12:00Z');
    }
  });

  test('that begins after it is the next one until the span ends', () => {
    const late = [['14:00', '16:00']] as const;
    expect(endOf(late, '2026-01-17T11:59Z')).toBe('2026-01-17T16:00Z');
    expect(endOf(late, '2026-01-17T12:00Z')).toBe('2026-01-19T17:00Z');
  });

  test('whose break belongs to the night', () => {
    const broken = [
      ['08:00', '09:00'],
      ['10:00', '11:00'],
    ] as const;
    expect(endOf(broken, '2026-01-17T09:30Z')).toBe('2026-01-17T11:00Z');
    expect(endOf(broken, '2026-01-17T10:30Z')).toBe('2026-01-19T17:00Z');
  });
});

test('the nights at the turn of the year end in the new one', () => {
  const night = [['22:00', '06:00']] as const;
  // Each is asked anew: what was asked before may have made more of the year known.
  const nights = (): Calendar =>
    calendarOf({ weekly: { mon: night, tue: night, wed: night, thu: night, fri: night, sat: night, sun: night } });
  const endOf = (days: number): string => iso(nights().addDays(at('2026-12-27T12:00Z'), days, 'end-of-day'));
  expect([3, 4, 5].map(endOf)).toEqual(['2026-12-31T06:00Z', '2027-01-01T06:00Z', '2027-01-02T06:00Z']);
  expect(nights().open(at('2026-12-31T12:00Z'), at('2027-01-01T12:00Z'))).toEqual([
    pause('2026-12-31T22:00Z', '2027-01-01T06:00Z'),
  ]);
});

describe('a business day in years to come', () => {
  const on = (...dates: string[]): Calendar =>
    calendarOf({ name: 'audit', weekly: {}, exceptions: Object.fromEntries(dates.map((date) => [date, nine])) });
  const start = at('2026-01-13T18:00Z');
  const tooFar = "Calendar 'audit': does not have enough open time in the ten years after 2026-01-13T18:00:00.000Z";

  test('is found, and so is the next opening after its end', () => {
    expect(iso(on('2029-01-05').addDays(start, 1, 'end-of-day'))).toBe('2029-01-05T17:00Z');
    expect(iso(on('2027-01-05', '2029-01-05').addDays(start, 1, 'same-time'))).toBe('2029-01-05T09:00Z');
  });

  test('is not looked for beyond ten years', () => {
    expect(() => on('2027-01-05').addDays(start, 1, 'same-time')).toThrow(tooFar);
    expect(() => on('2027-01-05').addDays(start, 2, 'end-of-day')).toThrow(tooFar);
    expect(() => on('2036-06-02').addDays(start, 1, 'end-of-day')).toThrow(tooFar);
    expect(() => on('2036-06-02').addDays(start, 1, 'end-of-day')).toThrow(
      expect.objectContaining({ name: 'CalendarError' }) as Error,
    );
  });
});

test('the standard day is what most days have, and of two the longer', () => {
  const short = [['09:00', '13:00']] as const;
  const split = [
    ['09:00', '12:00'],
    ['13:00', '17:00'],
  ] as const;
  const lengthOf = (weekly: Record<string, readonly (readonly [string, string])[]>): number => {
    const always = { sat: [], sun: [['00:00', '24:00']] as const };
    const calendar = calendarOf({ weekly: { ...weekly, ...always } });
    return (
      calendar.between(at('2026-01-18T00:00Z'), calendar.addDays(at('2026-01-18T00:00Z'), 1, 'standard-day')) / HOUR
    );
  };
  expect(lengthOf({ mon: nine, tue: nine, wed: short, thu: short, fri: short })).toBe(4);
  expect(lengthOf({ mon: short, tue: short, wed: short, thu: nine, fri: nine })).toBe(4);
  expect(lengthOf({ mon: short, tue: nine, wed: nine, thu: nine, fri: short })).toBe(8);
  expect(lengthOf({ mon: short, tue: short, wed: nine, thu: nine })).toBe(8);
  expect(lengthOf({ mon: split, tue: split })).toBe(7);
});

test('holidays in lieu count in the year before and in the year after', () => {
  const holidays = (year: number): string[] => ({ 2025: ['2026-01-02'], 2027: ['2026-12-31'] })[year] ?? [];
  const calendar = calendarOf({ holidays });
  const open = (date: string): number => calendar.between(at(`${date}T00:00Z`), at(`${date}T00:00Z`) + DAY) / HOUR;
  expect(['2026-01-01', '2026-01-02', '2026-12-30', '2026-12-31'].map(open)).toEqual([8, 0, 8, 0]);
});

test('twenty pauses are cut out as one is', () => {
  const office = calendarOf();
  const pauses = Array.from({ length: 20 }, (_, i) => {
    const from = at('2026-01-13T09:00Z') + i * 10 * MINUTE;
    return { from, to: from + MINUTE };
  });
  const [from, to] = [at('2026-01-13T09:00Z'), at('2026-01-13T15:00Z')];
  expect(office.between(from, to, pauses) / MINUTE).toBe(6 * 60 - 20);
  expect(iso(office.add(from, 5 * HOUR, pauses))).toBe('2026-01-13T14:20Z');
  expect(iso(office.subtract(to, 5 * HOUR, pauses))).toBe('2026-01-13T09:45Z');
});

test('a change of the clocks takes effect at its very instant', () => {
  const [ahead, back] = [at('2026-03-29T01:00Z'), at('2026-10-25T01:00Z')];
  const hours = (t: number): number => offsetAt('Europe/Paris', t) / HOUR;
  expect([ahead - 1, ahead, back - 1, back].map(hours)).toEqual([1, 2, 2, 1]);
  // 03:00 comes once on the day when 02:00 comes twice.
  expect(iso(firstAtWall('Europe/Paris', at('2026-10-25T03:00Z')))).toBe('2026-10-25T02:00Z');
  expect(iso(firstAtWall('Europe/Paris', at('2026-10-25T02:30Z')))).toBe('2026-10-25T00:30Z');
});

test('an offset of seconds, as there was before zones kept to minutes, counts', () => {
  expect(offsetAt('Africa/Monrovia', at('1960-01-01T00:00Z')) / 1_000).toBe(-(44 * 60 + 30));
  expect(segmentsOf('UTC', 2026)).toEqual([{ from: at('2026-01-01T00:00Z'), to: at('2027-01-01T00:00Z'), offset: 0 }]);
});

test('the years from 1900 to 2200 can be asked about, to three days of their ends', () => {
  const office = calendarOf();
  for (const inside of ['1900-01-04T09:00Z', '2200-12-28T08:00Z'])
    expect(() => office.isOpen(at(inside))).not.toThrow();
  for (const outside of ['1900-01-03T00:00Z', '2200-12-29T00:00Z'])
    expect(() => office.isOpen(at(outside) - (outside.startsWith('1900') ? 1 : 0))).toThrow(
      'can only be asked about the years 1900 to 2200',
    );
});
