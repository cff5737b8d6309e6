import { expect, test } from 'vitest';
import { always, type Calendar, type DaySemantics } from '../../src/calendar/calendar.ts';
import { dueFrom, explain, explainDays, type Target } from '../../src/calendar/target.ts';
import { at, calendarOf, HOUR, iso, night, nine, pause } from './office.ts';

/* How a deadline came about, date by date: `DATE COUNTED h`, `-LOST` to pauses, `#NTH` of the days that count. */

const office = calendarOf();
const split = calendarOf({
  weekly: {
    tue: [
      ['09:00', '12:00'],
      ['14:00', '17:00'],
    ],
    wed: [
      ['09:00', '12:00'],
      ['14:00', '17:00'],
    ],
  },
});
const nights = calendarOf({ weekly: { mon: night, tue: night, wed: night, thu: night, fri: night } });
const hoursOf = (hours: number, calendar: Calendar = office): Target => ({
  text: '',
  calendar,
  amount: { ms: hours * HOUR },
});
const daysOf = (days: number, semantics: DaySemantics, calendar: Calendar = office): Target => ({
  text: '',
  calendar,
  amount: { days, semantics },
});
const lines = (target: Target, start: string, ...pauses: [] | [readonly ReturnType<typeof pause>[]]): string[] => {
  const { due, days } = explain(target, at(start), ...pauses);
  expect(due).toBe(dueFrom(target, at(start), ...pauses));
  return [
    Number.isFinite(due) ? iso(due) : 'never',
    ...days.map(({ date, counted, paused, nth }) =>
      [
        date,
        `${counted / HOUR} h`,
        ...(paused === 0 ? [] : [`-${paused / HOUR}`]),
        ...(nth === null ? [] : [`#${nth}`]),
      ].join(' '),
    ),
  ];
};

test.each<[string, string[], string[]]>([
  ['hours of one day', lines(hoursOf(2), '2026-01-13T10:00Z'), ['2026-01-13T12:00Z', '2026-01-13 2 h']],
  [
    'hours over a weekend',
    lines(hoursOf(10), '2026-01-16T10:00Z'),
    ['2026-01-19T12:00Z', '2026-01-16 7 h', '2026-01-17 0 h', '2026-01-18 0 h', '2026-01-19 3 h'],
  ],
  [
    'hours with a pause',
    lines(hoursOf(2), '2026-01-13T10:00Z', [pause('2026-01-13T11:00Z', '2026-01-13T14:00Z')]),
    ['2026-01-13T15:00Z', '2026-01-13 2 h -3'],
  ],
  ['a pause that goes on', lines(hoursOf(2), '2026-01-13T10:00Z', [pause('2026-01-13T11:00Z')]), ['never']],
  [
    'days to their end: that of the start does not count',
    lines(daysOf(2, 'end-of-day'), '2026-01-15T10:00Z'),
    [
      '2026-01-19T17:00Z',
      '2026-01-15 7 h #0',
      '2026-01-16 8 h #1',
      '2026-01-17 0 h #0',
      '2026-01-18 0 h #0',
      '2026-01-19 8 h #2',
    ],
  ],
  [
    'days to the same time',
    lines(daysOf(1, 'same-time'), '2026-01-13T10:00Z'),
    ['2026-01-14T10:00Z', '2026-01-13 7 h #0', '2026-01-14 1 h #1'],
  ],
  [
    'days of 24 hours have no numbers',
    lines(daysOf(1, '24-hours'), '2026-01-13T10:00Z'),
    lines(hoursOf(24), '2026-01-13T10:00Z'),
  ],
  [
    'neither have standard days',
    lines(daysOf(1, 'standard-day'), '2026-01-13T10:00Z'),
    lines(hoursOf(8), '2026-01-13T10:00Z'),
  ],
  [
    'a deadline at midnight touches the date that begins then',
    lines(hoursOf(2, always('UTC')), '2026-01-13T22:00Z'),
    ['2026-01-14T00:00Z', '2026-01-13 2 h', '2026-01-14 0 h'],
  ],
  [
    'the day of the start does not count before its hours either',
    lines(daysOf(1, 'same-time'), '2026-01-13T08:00Z'),
    ['2026-01-14T09:00Z', '2026-01-13 8 h #0', '2026-01-14 0 h #1'],
  ],
  [
    'nor between them',
    lines(daysOf(1, 'end-of-day', split), '2026-01-13T10:00Z'),
    ['2026-01-14T17:00Z', '2026-01-13 5 h #0', '2026-01-14 6 h #1'],
  ],
  [
    'nights belong to the date that they begin on',
    lines(daysOf(1, 'end-of-day', nights), '2026-01-13T23:00Z'),
    ['2026-01-15T06:00Z', '2026-01-13 1 h #0', '2026-01-14 8 h #1', '2026-01-15 6 h #0'],
  ],
  [
    'a start in the hours of the day before leaves its date to count',
    lines(daysOf(1, 'end-of-day', nights), '2026-01-14T02:00Z'),
    ['2026-01-15T06:00Z', '2026-01-14 6 h #1', '2026-01-15 6 h #0'],
  ],
  [
    'also from midnight on',
    lines(daysOf(1, 'end-of-day', nights), '2026-01-14T00:00Z'),
    ['2026-01-15T06:00Z', '2026-01-14 8 h #1', '2026-01-15 6 h #0'],
  ],
  [
    'until they are over',
    lines(daysOf(1, 'end-of-day', nights), '2026-01-14T06:00Z'),
    ['2026-01-16T06:00Z', '2026-01-14 2 h #0', '2026-01-15 8 h #1', '2026-01-16 6 h #0'],
  ],
  [
    'a date that only the night before reaches does not count',
    lines(daysOf(2, 'end-of-day', nights), '2026-01-15T23:00Z'),
    [
      '2026-01-20T06:00Z',
      '2026-01-15 1 h #0',
      '2026-01-16 8 h #1',
      '2026-01-17 6 h #0',
      '2026-01-18 0 h #0',
      '2026-01-19 2 h #2',
      '2026-01-20 6 h #0',
    ],
  ],
])('%s', (_, found, expected) => {
  expect(found).toEqual(expected);
});

test('each date has its hours whole, and where they come from', () => {
  const { days } = explain(hoursOf(2, calendarOf({ exceptions: { '2026-01-14': nine } })), at('2026-01-13T16:00Z'));
  expect(days.map(({ source, open }) => [source, open.map(({ from, to }) => `${iso(from)}/${iso(to)}`)])).toEqual([
    ['weekly', ['2026-01-13T09:00Z/2026-01-13T17:00Z']],
    ['exception', ['2026-01-14T09:00Z/2026-01-14T17:00Z']],
  ]);
});

test('what dates contribute to any time can be asked without pauses', () => {
  const days = explainDays(office, at('2026-01-13T10:00Z'), at('2026-01-14T11:00Z'));
  expect(days.map(({ date, counted, paused }) => [date, counted / HOUR, paused])).toEqual([
    ['2026-01-13', 7, 0],
    ['2026-01-14', 2, 0],
  ]);
});
