import { describe, expect, test } from 'vitest';
import { always, assertOpens, CalendarError } from '../../src/calendar/calendar.ts';
import type { CalendarSpec, DaySemantics } from '../../src/calendar/calendar.ts';
import { at, calendarOf, DAY, HOUR, iso, night, nine, pause, weekdays } from './office.ts';

describe('add', () => {
  const office = calendarOf();

  test('needs no open moment for 0 ms', () => {
    expect(office.add(at('2026-01-17T12:00Z'), 0)).toBe(at('2026-01-17T12:00Z'));
  });

  test('reaches its target before a pause that begins just then, also a running one', () => {
    const pauses = [pause('2026-01-13T11:00Z')];
    expect(iso(office.add(at('2026-01-13T10:00Z'), HOUR, pauses))).toBe('2026-01-13T11:00Z');
    expect(office.add(at('2026-01-13T10:00Z'), HOUR + 1, pauses)).toBe(Infinity);
    expect(office.add(at('2026-01-13T12:00Z'), HOUR, pauses)).toBe(Infinity);
  });

  test('does not mind a pause that is over, comes later, is empty or reversed', () => {
    const pauses = [
      pause('2026-01-12T09:00Z', '2026-01-12T17:00Z'),
      pause('2026-01-14T09:00Z'),
      pause('2026-01-13T10:30Z', '2026-01-13T10:30Z'),
      pause('2026-01-13T10:40Z', '2026-01-13T10:20Z'),
    ];
    expect(iso(office.add(at('2026-01-13T10:00Z'), HOUR, pauses))).toBe('2026-01-13T11:00Z');
  });

  test('counts a pause from before the start only from the start on', () => {
    const pauses = [pause('2026-01-12T09:00Z', '2026-01-13T12:00Z')];
    expect(iso(office.add(at('2026-01-13T10:00Z'), HOUR, pauses))).toBe('2026-01-13T13:00Z');
  });

  test('takes nine years and no more than ten', () => {
    const yearly = calendarOf({ name: 'audit', weekly: {}, exceptions: { '2035-01-05': nine } });
    expect(iso(yearly.add(at('2026-01-13T10:00Z'), HOUR))).toBe('2035-01-05T10:00Z');
    expect(() => yearly.add(at('2024-01-13T10:00Z'), HOUR)).toThrow(
      "Calendar 'audit': does not have enough open time in the ten years after 2024-01-13T10:00:00.000Z",
    );
    expect(() => yearly.add(at('2026-01-13T10:00Z'), 9 * HOUR)).toThrow(CalendarError);
    expect(() => yearly.add(at('2026-01-13T10:00Z'), Infinity)).toThrow(CalendarError);
    expect(() => yearly.addDays(at('2026-01-13T10:00Z'), 2, 'same-time')).toThrow(CalendarError);
    expect(() => yearly.subtract(at('2046-01-13T10:00Z'), HOUR)).toThrow('in the ten years before 2046');
    expect(() => office.add(at('2026-01-13T10:00Z'), HOUR, [pause('2026-01-13T10:00Z', '2037-01-01T00:00Z')])).toThrow(
      CalendarError,
    );
  });
});

describe('between and subtract', () => {
  const office = calendarOf();

  test('cut out a running pause up to the end asked about', () => {
    expect(office.between(at('2026-01-13T09:00Z'), at('2026-01-15T09:00Z'), [pause('2026-01-13T12:00Z')])).toBe(
      3 * HOUR,
    );
  });

  test('are 0 backwards', () => {
    expect(office.between(at('2026-01-13T12:00Z'), at('2026-01-13T09:00Z'))).toBe(0);
  });

  test('go back over a night and over pauses that overlap', () => {
    expect(iso(office.subtract(at('2026-01-13T09:30Z'), HOUR))).toBe('2026-01-12T16:30Z');
    expect(iso(office.subtract(at('2026-01-13T09:30Z'), HOUR / 2))).toBe('2026-01-13T09:00Z');
    const pauses = [pause('2026-01-13T10:00Z', '2026-01-13T11:30Z'), pause('2026-01-13T11:00Z', '2026-01-13T12:00Z')];
    expect(iso(office.subtract(at('2026-01-13T12:30Z'), HOUR, pauses))).toBe('2026-01-13T09:30Z');
    expect(office.subtract(Infinity, HOUR)).toBe(Infinity);
  });
});

describe('addDays', () => {
  const office = calendarOf();
  const due = (
    start: string,
    days: number,
    semantics: DaySemantics,
    pauses = [pause('2000-01-01T00:00Z', '2000-01-02T00:00Z')],
  ) => iso(office.addDays(at(start), days, semantics, pauses));

  test('adds the open time of pauses, and skips those met on the way', () => {
    const [first, second] = [
      pause('2026-01-13T10:00Z', '2026-01-13T12:00Z'),
      pause('2026-01-14T11:00Z', '2026-01-14T12:00Z'),
    ];
    expect(due('2026-01-13T10:00Z', 1, 'same-time', [first])).toBe('2026-01-14T12:00Z');
    expect(due('2026-01-13T10:00Z', 1, 'same-time', [second, first])).toBe('2026-01-14T13:00Z');
    expect(due('2026-01-13T10:00Z', 1, 'end-of-day', [first])).toBe('2026-01-15T11:00Z');
    expect(due('2026-01-13T10:00Z', 1, 'standard-day', [first])).toBe('2026-01-14T12:00Z');
    expect(due('2026-01-13T10:00Z', 1, '24-hours', [first])).toBe('2026-01-16T12:00Z');
    expect(office.addDays(at('2026-01-13T10:00Z'), 1, 'same-time', [pause('2026-01-13T11:00Z')])).toBe(Infinity);
  });

  test('does not wait out a pause on closed days', () => {
    expect(due('2026-01-16T10:00Z', 1, 'same-time', [pause('2026-01-16T17:00Z', '2026-01-19T09:00Z')])).toBe(
      '2026-01-19T10:00Z',
    );
  });

  test('lets a night belong to the date it opens on', () => {
    const nights = calendarOf({ weekly: { mon: night, tue: night, fri: night } });
    // Saturday 03:00 is in the night of Friday; the next one is that of Monday.
    expect(iso(nights.addDays(at('2026-01-17T03:00Z'), 1, 'same-time'))).toBe('2026-01-20T03:00Z');
    expect(iso(nights.addDays(at('2026-01-17T03:00Z'), 1, 'end-of-day'))).toBe('2026-01-20T06:00Z');
    // At 07:00 that night is over, and the day is Saturday.
    expect(iso(nights.addDays(at('2026-01-17T07:00Z'), 1, 'same-time'))).toBe('2026-01-19T22:00Z');
  });

  test('rolls on over a change of the clocks on the day due', () => {
    const paris = always('Europe/Paris');
    // 02:30 does not exist on 29 March, and comes twice on 25 October.
    expect(iso(paris.addDays(at('2026-03-28T01:30Z'), 1, 'same-time'))).toBe('2026-03-29T01:00Z');
    expect(iso(paris.addDays(at('2026-10-24T00:30Z'), 1, 'same-time'))).toBe('2026-10-25T00:30Z');
    expect(iso(paris.addDays(at('2026-10-24T12:00Z'), 1, 'same-time'))).toBe('2026-10-25T13:00Z');
    expect(iso(paris.addDays(at('2026-10-24T12:00Z'), 1, '24-hours'))).toBe('2026-10-25T12:00Z');
    expect(iso(paris.addDays(at('2026-10-24T12:00Z'), 1, 'standard-day'))).toBe('2026-10-25T12:00Z');
    expect(iso(paris.addDays(at('2026-10-24T12:00Z'), 1, 'end-of-day'))).toBe('2026-10-25T23:00Z');
  });

  test('knows the standard day of a calendar of exceptions, and the longer one of two', () => {
    const two = calendarOf({ weekly: { mon: nine, tue: [['09:00', '13:00']] } });
    expect(iso(two.addDays(at('2026-01-12T09:00Z'), 1, 'standard-day'))).toBe('2026-01-12T17:00Z');
    const dates = calendarOf({ weekly: {}, exceptions: { '2026-01-13': [['09:00', '12:00']] } });
    expect(iso(dates.addDays(at('2026-01-12T09:00Z'), 1, 'standard-day'))).toBe('2026-01-13T12:00Z');
  });

  test.each([0, -1, 1.5, NaN])('refuses %d days', (days) => {
    expect(() => office.addDays(at('2026-01-13T10:00Z'), days, 'same-time')).toThrow(
      `Calendar 'office': cannot count ${days} days; expected a whole number from 1 on`,
    );
  });
});

test('open and days explain a range date by date', () => {
  const paris = calendarOf({
    zone: 'Europe/Paris',
    weekly: {
      ...weekdays,
      wed: [
        ['09:00', '12:00'],
        ['14:00', '02:00'],
      ],
    },
    holidays: ['2026-11-11'],
    exceptions: { '2026-11-13': [['08:00', '10:00']] },
  });
  const [from, to] = [at('2026-11-10T16:00+01:00'), at('2026-11-13T09:00+01:00')];
  const thursday = { from: at('2026-11-12T08:00Z'), to: at('2026-11-12T16:00Z') };
  const tuesday = { from, to: at('2026-11-10T16:00Z') };
  const friday = { from: at('2026-11-13T07:00Z'), to };
  expect(paris.open(from, to)).toEqual([tuesday, thursday, friday]);
  expect(paris.days(from, to)).toEqual([
    { date: '2026-11-10', source: 'weekly', open: [tuesday], ms: HOUR },
    { date: '2026-11-11', source: 'holiday', open: [], ms: 0 },
    { date: '2026-11-12', source: 'weekly', open: [thursday], ms: 8 * HOUR },
    { date: '2026-11-13', source: 'exception', open: [friday], ms: HOUR },
  ]);
  const night = paris.days(at('2026-11-18T20:00+01:00'), at('2026-11-19T08:00+01:00'));
  expect(night.map(({ date, ms }) => [date, ms / HOUR])).toEqual([
    ['2026-11-18', 4],
    ['2026-11-19', 2],
  ]);
  expect([paris.open(to, from), paris.days(to, from)]).toEqual([[], []]);
});

test('a date that the zone skips is no day', () => {
  const apia = always('Pacific/Apia');
  const dates = apia.days(at('2011-12-29T12:00-10:00'), at('2011-12-31T12:00+14:00')).map(({ date }) => date);
  expect(dates).toEqual(['2011-12-29', '2011-12-31']);
  expect(iso(apia.addDays(at('2011-12-29T12:00-10:00'), 1, 'same-time'))).toBe(iso(at('2011-12-31T12:00+14:00')));
});

test('always is open from 1970 to 2100', { tags: 'slow' }, () => {
  const calendar = always('America/New_York');
  const [start, end] = [at('1970-01-01T00:00Z'), at('2100-01-01T00:00Z')];
  expect([calendar.name, calendar.zone]).toEqual(['always', 'America/New_York']);
  expect(calendar.between(start, end)).toBe(end - start);
  expect(calendar.open(start, end)).toEqual([{ from: start, to: end }]);
  expect(calendar.add(end, 3650 * DAY)).toBe(end + 3650 * DAY);
});

describe('a calendar that never opens', () => {
  const never = calendarOf({ name: 'never', weekly: { mon: [] }, exceptions: { '2026-01-13': [] } });

  test('counts nothing and reaches nothing', () => {
    const [from, to] = [at('2026-01-13T09:00Z'), at('2026-01-20T09:00Z')];
    expect(never.between(from, to)).toBe(0);
    expect(never.isOpen(from)).toBe(false);
    for (const semantics of ['same-time', 'end-of-day', '24-hours'] as const) {
      expect(() => never.addDays(from, 1, semantics)).toThrow("Calendar 'never': never opens");
    }
    expect(() => never.add(from, HOUR)).toThrow("Calendar 'never': never opens");
    expect(() => never.subtract(from, HOUR)).toThrow("Calendar 'never': never opens");
  });

  test('is refused by name', () => {
    expect(() => {
      assertOpens(never);
    }).toThrow("Calendar 'never': never opens; give it hours on at least one day");
    expect(() => {
      assertOpens(calendarOf());
    }).not.toThrow();
  });

  test('also when every date is a holiday', () => {
    const sundays = Array.from({ length: 700 }, (_, i) => iso(at('2026-01-04T00:00Z') + i * 7 * DAY).slice(0, 10));
    const calendar = calendarOf({ name: 'sundays', weekly: { sun: nine }, holidays: sundays });
    expect(() => calendar.add(at('2026-01-13T09:00Z'), HOUR)).toThrow("Calendar 'sundays': does not have enough open");
    expect(() => calendar.addDays(at('2026-01-13T09:00Z'), 1, 'end-of-day')).toThrow(
      "Calendar 'sundays': does not have",
    );
  });
});

test.each<[string, Partial<CalendarSpec>]>([
  ["'Europe/Pariss' is not a time zone; expected a name like Europe/Paris", { zone: 'Europe/Pariss' }],
  ["'' is not a time zone; expected a name like Europe/Paris", { zone: '' }],
  ["mon: '9:00' is not a time of day; expected HH:MM", { weekly: { mon: [['9:00', '17:00']] } }],
  ["tue: '24:00' is not a time of day; expected HH:MM", { weekly: { tue: [['24:00', '17:00']] } }],
  ["2026-01-13: '24:01' is not a time of day; expected HH:MM", { exceptions: { '2026-01-13': [['09:00', '24:01']] } }],
  ["'2026-02-29' is not a date; expected YYYY-MM-DD", { exceptions: { '2026-02-29': [] } }],
  ["'13/01/2026' is not a date; expected YYYY-MM-DD", { holidays: ['13/01/2026'] }],
])('refuses a specification: %s', (problem, spec) => {
  expect(() => calendarOf(spec)).toThrow(new CalendarError('office', problem));
});

test.each([NaN, Infinity, at('1899-01-01T00:00Z'), at('2201-01-01T00:00Z')])('refuses to be asked about %d', (t) => {
  const office = calendarOf();
  const message = "Calendar 'office': can only be asked about the years 1900 to 2200";
  expect(() => office.add(t, HOUR)).toThrow(message);
  expect(() => office.isOpen(t)).toThrow(message);
  expect(() => office.addDays(t, 1, 'same-time')).toThrow(message);
  expect(() =>
    office.between(at('2026-01-13T09:00Z'), Number.isNaN(t) ? t : Math.max(t, at('2201-01-01T00:00Z'))),
  ).toThrow(message);
  expect(() => office.add(at('2026-01-13T09:00Z'), -1)).toThrow('cannot count -1 ms; expected a duration of 0 or more');
});
