import { addDays, describeDays, openIntervals } from './days.ts';
import { hasHours, readRules } from './hours.ts';
import { pausedTime } from './pauses.ts';
import { reachBackward, reachForward } from './reach.ts';
import { earliestAt, intervalAfter, openTimeAt } from './lookup.ts';
import { createTimeline, REACH } from './timeline.ts';
import { CalendarError } from './types.ts';
import type { CalendarDay, CalendarSpec, DaySemantics, Instant, Interval } from './types.ts';

export { CalendarError };
export type { CalendarDay, CalendarSpec, DaySemantics, Hours, Instant, Interval, Weekday } from './types.ts';

/**
 * Business time of one calendar. All instants are epoch milliseconds and must lie in the years 1900 to 2200; what lies
 * outside, NaN, a negative duration and a target further away than ten years are CalendarErrors.
 *
 * Pauses may be unsorted and may overlap: what they cover counts once. One that is still running ends at Infinity.
 */
export interface Calendar {
  readonly name: string;
  /** IANA name. */
  readonly zone: string;
  /** False if no day of the week and no exception has hours. */
  readonly opens: boolean;
  /**
   * The earliest t >= start with `ms` of open time in [start, t), pauses cut out; so a target that is reached just when
   * the calendar closes is that closing, and 0 ms are reached at once. Infinity if a running pause keeps it from being
   * reached.
   */
  readonly add: (start: Instant, ms: number, pauses?: readonly Interval[]) => Instant;
  /** The latest t <= end with `ms` of open time in [t, end), pauses cut out; Infinity before Infinity. */
  readonly subtract: (end: Instant, ms: number, pauses?: readonly Interval[]) => Instant;
  /** Open milliseconds in [from, to), pauses cut out; 0 if `to` is not after `from`. */
  readonly between: (from: Instant, to: Instant, pauses?: readonly Interval[]) => number;
  /**
   * `days` business days after `start`, see DaySemantics; a whole number from 1 on for `same-time` and `end-of-day`.
   *
   * A date counts if it has any open time. An overnight span belongs to the date it opens on: 03:00 in the shift of
   * Friday 22:00-06:00 counts from Friday, and that Friday ends on Saturday at 06:00. A wall-clock time that the zone
   * skips on the day due becomes the end of the gap; of one that comes twice it is the first. On `always`, N days at
   * the same time are therefore N dates later on the same wall clock, which is not N * 24 h when the clocks change.
   *
   * Pauses: the open time they cut out before the due instant is added to it, and pauses met on the way are cut out of
   * that in turn. For `24-hours` and `standard-day`, this is what `add` does.
   */
  readonly addDays: (start: Instant, days: number, semantics: DaySemantics, pauses?: readonly Interval[]) => Instant;
  readonly isOpen: (t: Instant) => boolean;
  /** The open intervals in [from, to), merged over midnight, cut to the range. */
  readonly open: (from: Instant, to: Instant) => Interval[];
  /** Each date that [from, to) touches in the zone, also closed ones, with its open intervals and their source. */
  readonly days: (from: Instant, to: Instant) => CalendarDay[];
}

/**
 * Checks a specification and makes its calendar; years are compiled when they are first asked about. Throws
 * CalendarError for an unknown zone, hours other than HH:MM and dates other than YYYY-MM-DD. A calendar without hours
 * is made (nothing ever counts on it); assertOpens refuses it.
 */
export function compileCalendar(spec: CalendarSpec): Calendar {
  const rules = readRules(spec);
  const timeline = createTimeline(rules);
  const { cover } = timeline;
  return {
    name: rules.name,
    zone: rules.zone,
    opens: hasHours(rules),
    add: (start, ms, pauses = NONE) => {
      if (pauses.length === 0 && ms > 0) {
        const table = cover(start, start);
        const open = openTimeAt(table, start) + ms;
        if (open <= table.total) {
          const t = earliestAt(table, open);
          if (t - start <= REACH) return t;
        }
      }
      return reachForward(timeline, start, ms, pauses);
    },
    subtract: (end, ms, pauses = NONE) => reachBackward(timeline, end, ms, pauses),
    between: (from, to, pauses = NONE) => {
      if (to <= from) return 0;
      const table = cover(from, to);
      const open = openTimeAt(table, to) - openTimeAt(table, from);
      return open - pausedTime(table, pauses, { from, to });
    },
    addDays: (start, days, semantics, pauses = NONE) => addDays(timeline, start, { days, semantics }, pauses),
    isOpen: (t) => {
      const table = cover(t, t);
      return table.from[intervalAfter(table, t)]! <= t;
    },
    open: (from, to) => openIntervals(timeline, from, to),
    days: (from, to) => describeDays(timeline, from, to),
  };
}

const NONE: readonly Interval[] = [];

/** Throws CalendarError if the calendar never opens, so that no target on it could ever be reached. */
export function assertOpens(calendar: Calendar): void {
  if (!calendar.opens) throw new CalendarError(calendar.name, 'never opens; give it hours on at least one day');
}

/** The calendar named `always`: every instant is open. The zone only matters for dates. */
export function always(zone: string): Calendar {
  const day = [['00:00', '24:00']] as const;
  const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
  return compileCalendar({ name: 'always', zone, weekly });
}
