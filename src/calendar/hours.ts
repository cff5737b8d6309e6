import { CalendarError } from './types.ts';
import type { CalendarSpec, Hours, Weekday } from './types.ts';
import { isZone } from './zone.ts';
import { DAY, MINUTE } from './length.ts';

/** Spans of one date in milliseconds after its midnight, flat (start, end, start, end …), sorted, none touching. */
export type Spans = readonly number[];

/** A calendar's rules in numbers. A day number counts dates from 1970-01-01 on. */
export interface Rules {
  readonly name: string;
  readonly zone: string;
  /** Spans by day of the week, Monday first. */
  readonly weekly: readonly Spans[];
  readonly exceptions: ReadonlyMap<number, Spans>;
  /** Closed day numbers that concern this year or those beside it. */
  readonly holidays: (year: number) => ReadonlySet<number>;
}

const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Checks a specification and turns it into numbers. Throws CalendarError for an unknown zone, bad hours or dates. */
export function readRules(spec: CalendarSpec): Rules {
  const { name, zone } = spec;
  if (!isZone(zone)) throw new CalendarError(name, `'${zone}' is not a time zone; expected a name like Europe/Paris`);
  const weekly = WEEK.map((weekday) => readHours(name, weekday, spec.weekly[weekday] ?? []));
  const exceptions = new Map<number, Spans>();
  for (const [date, hours] of Object.entries(spec.exceptions ?? {})) {
    exceptions.set(readDate(name, date), readHours(name, date, hours));
  }
  return { name, zone, weekly, exceptions, holidays: readHolidays(name, spec.holidays ?? []) };
}

/** The spans that open on a date. */
export function spansOn(rules: Rules, day: number, holidays: ReadonlySet<number>): Spans {
  const exception = rules.exceptions.get(day);
  if (exception !== undefined) return exception;
  return holidays.has(day) ? [] : rules.weekly[weekdayOf(day)]!;
}

/** 1970-01-01 was a Thursday, the fourth day of the week. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** False if neither a day of the week nor an exception has hours. */
export function hasHours(rules: Rules): boolean {
  return [...rules.weekly, ...rules.exceptions.values()].some((spans) => spans.length > 0);
}

/** The length in milliseconds that most open days of the week have; exceptions only if no day of the week is open. Of a calendar that opens. */
export function standardDay(rules: Rules): number {
  const open = (days: Iterable<Spans>) => [...days].map(lengthOf).filter((length) => length > 0);
  const lengths = open(rules.weekly);
  const counts = new Map<number, number>();
  for (const length of lengths.length > 0 ? lengths : open(rules.exceptions.values())) {
    counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || b - a);
  return ranked[0]![0];
}

function lengthOf(spans: Spans): number {
  return spans.reduce((sum, edge, i) => (i % 2 === 0 ? sum - edge : sum + edge), 0);
}

function readHolidays(name: string, holidays: NonNullable<CalendarSpec['holidays']>): Rules['holidays'] {
  if (typeof holidays !== 'function') {
    const all = new Set(holidays.map((date) => readDate(name, date)));
    return () => all;
  }
  const lists = new Map<number, readonly number[]>();
  const list = (year: number) => {
    let days = lists.get(year);
    if (days === undefined) lists.set(year, (days = holidays(year).map((date) => readDate(name, date))));
    return days;
  };
  const sets = new Map<number, ReadonlySet<number>>();
  return (year) => {
    let set = sets.get(year);
    // A day given in lieu may fall in the year before or after, and the first and last dates touch these years.
    if (set === undefined) sets.set(year, (set = new Set([year - 1, year, year + 1].flatMap(list))));
    return set;
  };
}

/** The day number of a date `YYYY-MM-DD`. Throws CalendarError if there is no such date. */
function readDate(name: string, date: string): number {
  const t = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(t) || writeDate(t / DAY) !== date) {
    throw new CalendarError(name, `'${date}' is not a date; expected YYYY-MM-DD`);
  }
  return t / DAY;
}

/** `YYYY-MM-DD` of a day number. */
export function writeDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function readHours(name: string, place: string, hours: Hours): Spans {
  const sorted = hours.map(([start, end]) => {
    const from = readTime(name, place, start, /^(?:[01]\d|2[0-3]):[0-5]\d$/);
    const to = readTime(name, place, end, /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/);
    return [from, to <= from ? to + DAY : to] as const;
  });
  sorted.sort(([a], [b]) => a - b);
  const spans: number[] = [];
  for (const [from, to] of sorted) {
    const last = spans.length - 1;
    if (from <= spans[last]!) spans[last] = Math.max(spans[last]!, to);
    else spans.push(from, to);
  }
  return spans;
}

function readTime(name: string, place: string, time: string, form: RegExp): number {
  if (!form.test(time)) throw new CalendarError(name, `${place}: '${time}' is not a time of day; expected HH:MM`);
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;
}
