import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../src/calendar/calendar.ts';
import type { CalendarSpec, Hours, Interval } from '../../src/calendar/calendar.ts';
import { createOracle, dateOf, readWall } from './oracle.ts';
import { tries } from '../support/tries.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WINDOW = 7 * 1440;

/** Zones, and dates in the middle of seven days in which their clocks or their rules changed. */
const CHANGES: readonly (readonly [zone: string, date: string, why: string])[] = [
  ['Europe/Paris', '1976-03-28', 'the first summer time'],
  ['Europe/Paris', '2026-10-25', 'back at 03:00'],
  ['America/New_York', '2007-03-11', 'three weeks earlier than before'],
  ['America/St_Johns', '2006-10-29', 'back at 00:01, into the day before'],
  ['America/Sao_Paulo', '2018-11-04', 'a day without midnight'],
  ['America/Caracas', '2007-12-09', 'back by half an hour for good'],
  ['Africa/Cairo', '2014-07-31', 'summer time again after Ramadan'],
  ['Africa/Cairo', '2026-04-24', 'a day without midnight'],
  ['Africa/Casablanca', '2012-07-20', 'winter time in Ramadan'],
  ['Africa/Casablanca', '2026-03-22', 'the end of Ramadan'],
  ['Antarctica/Troll', '2026-03-29', 'ahead by two hours'],
  ['Asia/Kathmandu', '1986-01-01', 'ahead by a quarter of an hour'],
  ['Asia/Pyongyang', '2018-05-05', 'ahead by half an hour'],
  ['Asia/Tehran', '2022-09-22', 'the last summer time'],
  ['Asia/Gaza', '2011-08-30', 'two changes within a month'],
  ['Australia/Lord_Howe', '2026-04-05', 'back by half an hour'],
  ['Europe/Istanbul', '2015-11-08', 'two weeks late, for an election'],
  ['Europe/Moscow', '2014-10-26', 'back for good'],
  ['Pacific/Apia', '2011-12-30', 'a day that never was'],
  ['Pacific/Kiritimati', '1994-12-31', 'a day that never was'],
];

const pad = (value: number) => String(value).padStart(2, '0');
/** Mostly quarters of an hour, for edges that meet, and any minute besides. */
const minuteOfDay = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15) },
  fc.integer({ min: 0, max: 1439 }),
);
const time = minuteOfDay.map((minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`);
const span = fc.tuple(time, fc.oneof({ weight: 9, arbitrary: time }, fc.constant('24:00')));
const hours: fc.Arbitrary<Hours> = fc.array(span, { maxLength: 3 });
const weekly = fc.record({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours });

function specOf(zone: string, middle: number): fc.Arbitrary<CalendarSpec> {
  const date = fc.integer({ min: middle - 4, max: middle + 4 }).map(dateOf);
  return fc.record({
    name: fc.constant('any'),
    zone: fc.constant(zone),
    weekly,
    holidays: fc.array(date, { maxLength: 2 }),
    exceptions: fc.dictionary(date, hours, { maxKeys: 2 }),
  });
}

function pausesIn(start: number): fc.Arbitrary<Interval[]> {
  const minute = fc.integer({ min: -1440, max: WINDOW + 1440 });
  const length = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.constant(Infinity));
  const pause = fc.tuple(minute, length).map(([from, minutes]) => {
    return { from: start + from * MINUTE, to: start + (from + minutes) * MINUTE };
  });
  return fc.array(pause, { maxLength: 3 });
}

describe('against an oracle that goes minute by minute', () => {
  test.each(CHANGES)('%s around %s: %s', (zone, date) => {
    const middle = Date.parse(date) / DAY;
    const start = (middle - 3) * DAY;
    const wall = readWall(zone, start, WINDOW);
    const at = (index: number | undefined) => (index === undefined ? undefined : start + index * MINUTE);
    const minute = fc.integer({ min: 0, max: WINDOW - 1 });
    const question = fc.record({
      spec: specOf(zone, middle),
      a: minute,
      b: minute,
      minutes: fc.integer({ min: 1, max: 4000 }),
      days: fc.integer({ min: 1, max: 3 }),
      pauses: pausesIn(start),
    });
    fc.assert(
      fc.property(question, ({ spec, a, b, minutes, days, pauses }) => {
        const oracle = createOracle(wall, spec);
        const calendar = compileCalendar(spec);
        const [from, to] = [start + a * MINUTE, start + b * MINUTE];
        const end = start + WINDOW * MINUTE;
        expect(calendar.isOpen(from)).toBe(oracle.owner[a] !== -1);
        for (const cut of [[], pauses]) {
          expect(calendar.between(from, to, cut)).toBe(oracle.between(a, b, cut) * MINUTE);
          const due = oracle.add(a, minutes, cut);
          if (due !== undefined) expect(calendar.add(from, minutes * MINUTE, cut)).toBe(at(due));
          else expect(calendar.between(from, end, cut)).toBeLessThan(minutes * MINUTE);
          const running = cut.some((pause) => pause.to === Infinity && pause.from < end);
          if (due === undefined && running && calendar.opens)
            expect(calendar.add(from, minutes * MINUTE, cut)).toBe(Infinity);
          const begin = oracle.subtract(b, minutes, cut);
          if (begin !== undefined) expect(calendar.subtract(to, minutes * MINUTE, cut)).toBe(at(begin));
          else expect(calendar.between(start, to, cut)).toBeLessThan(minutes * MINUTE);
        }
        const sameTime = oracle.sameTime(a, days);
        if (sameTime !== undefined) expect(calendar.addDays(from, days, 'same-time')).toBe(at(sameTime));
        const endOfDay = oracle.endOfDay(a, days);
        if (endOfDay !== undefined) expect(calendar.addDays(from, days, 'end-of-day')).toBe(at(endOfDay));
        const listed = calendar.days(start, end).reduce((sum, { ms }) => sum + ms, 0);
        expect(listed).toBe(oracle.between(0, WINDOW, []) * MINUTE);
      }),
      tries(5),
    );
  });
});

describe('laws', () => {
  const instant = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2100, 0) });
  const ms = fc.integer({ min: 1, max: 60 * DAY });
  const zone = fc.constantFrom(...CHANGES.map(([name]) => name));
  // The hours on Monday keep ten years in reach of 60 days of open time, whatever else there is.
  const open = weekly.map((week) => ({ ...week, mon: [...week.mon, ['06:00', '22:00'] as const] }));
  const calendars = fc.record({ zone, weekly: open }).map((spec) => compileCalendar({ name: 'any', ...spec }));
  const pauses = (t: number) =>
    fc.array(
      fc
        .tuple(fc.integer({ min: -90 * DAY, max: 90 * DAY }), fc.integer({ min: 0, max: 20 * DAY }))
        .map(([from, length]) => {
          return { from: t + from, to: t + from + length };
        }),
      { maxLength: 4 },
    );
  const questions = fc.record({ calendar: calendars, t: instant, ms }).chain((question) => {
    return pauses(question.t).map((cut) => ({ ...question, cut }));
  });

  test('add reaches exactly its open time, and no earlier', () => {
    fc.assert(
      fc.property(questions, ({ calendar, t, ms, cut }) => {
        const due = calendar.add(t, ms, cut);
        expect(calendar.between(t, due, cut)).toBe(ms);
        expect(calendar.between(t, due - 1, cut)).toBe(ms - 1);
      }),
      tries(40),
    );
  });

  test('subtract goes back exactly its open time, and no further', () => {
    fc.assert(
      fc.property(questions, ({ calendar, t, ms, cut }) => {
        const begin = calendar.subtract(t, ms, cut);
        expect(calendar.between(begin, t, cut)).toBe(ms);
        expect(calendar.between(begin + 1, t, cut)).toBe(ms - 1);
      }),
      tries(40),
    );
  });

  test('between adds up, and neither the order nor a repetition of pauses matters', () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 0, max: 100 * DAY }), ({ calendar, t, ms, cut }, more) => {
        const whole = calendar.between(t, t + ms + more, cut);
        expect(calendar.between(t, t + ms, cut) + calendar.between(t + ms, t + ms + more, cut)).toBe(whole);
        expect(calendar.between(t, t + ms + more, [...cut, ...cut].reverse())).toBe(whole);
        expect(calendar.add(t, ms, [...cut, ...cut].reverse())).toBe(calendar.add(t, ms, cut));
      }),
      tries(40),
    );
  });

  test('what years were compiled before does not matter', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(calendars, fc.array(instant, { minLength: 2, maxLength: 4 }), ms, (calendar, instants, span) => {
        const first = instants.map((t) => calendar.between(t, t + span));
        expect(instants.map((t) => calendar.between(t, t + span))).toEqual(first);
        expect(instants.map((t) => calendar.between(t, calendar.add(t, span)))).toEqual(instants.map(() => span));
      }),
      tries(4),
    );
  });
});
