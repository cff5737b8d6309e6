/** Epoch milliseconds. */
export type Instant = number;

/** Half-open: `from` belongs to it, `to` does not. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * What "N business days" means:
 *
 * - `same-time`: the same wall-clock time on the Nth open day after the day of the start, rolled forward to an open
 *   moment (Friday 18:00 + 1 day, Monday to Friday 09:00-17:00: Monday 18:00 is closed, so Tuesday 09:00).
 * - `end-of-day`: the last closing of the Nth open day after the day of the start (Monday 07:00 + 2: Wednesday 17:00).
 * - `24-hours`: N times 24 hours of open time (Monday 10:00 + 1: Thursday 10:00).
 * - `standard-day`: N times the open time of a standard day, the length most days of the week have (the longer one when
 *   two are as frequent; Monday 07:00 + 2: Tuesday 17:00, for two days of 8 hours).
 *
 * For `same-time` and `end-of-day` the day of the start never counts, whether the start lies before, in or after its hours;
 * for the others its open time counts like any other.
 */
export type DaySemantics = 'same-time' | 'end-of-day' | '24-hours' | 'standard-day';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Wall-clock spans such as `["09:00", "17:00"]`; `24:00` may end one, and an end at or before its start is overnight. */
export type Hours = readonly (readonly [string, string])[];

/** What a calendar is made from. A date in `exceptions` beats `holidays`, and holidays beat `weekly`. */
export interface CalendarSpec {
  readonly name: string;
  /** IANA name of the zone that all the hours and dates are in. */
  readonly zone: string;
  readonly weekly: Readonly<Partial<Record<Weekday, Hours>>>;
  /** Closed dates `YYYY-MM-DD`: all of them, or those of one year at a time. */
  readonly holidays?: readonly string[] | ((year: number) => readonly string[]);
  /** Hours of single dates `YYYY-MM-DD`; `[]` is closed. */
  readonly exceptions?: Readonly<Record<string, Hours>>;
}

/** One date of a calendar, for explaining a duration day by day. */
export interface CalendarDay {
  /** `YYYY-MM-DD` in the zone of the calendar. */
  readonly date: string;
  /** Where the hours of this date come from. */
  readonly source: 'weekly' | 'holiday' | 'exception';
  /** What is open on this date: parts of merged intervals, cut at midnight in the zone. */
  readonly open: readonly Interval[];
  /** Open milliseconds of this date. */
  readonly ms: number;
}

/** A fault of a calendar or of what was asked of it; the message begins with the name of the calendar. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
  readonly calendar: string;
  /** The message without the name of the calendar. */
  readonly problem: string;

  constructor(calendar: string, problem: string) {
    super(`Calendar '${calendar}': ${problem}`);
    this.calendar = calendar;
    this.problem = problem;
  }
}
