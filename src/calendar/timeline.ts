import type { Rules } from './hours.ts';
import { joinYears } from './table.ts';
import type { Table } from './table.ts';
import { CalendarError } from './types.ts';
import type { Instant } from './types.ts';
import { compileYear } from './year.ts';
import type { Year } from './year.ts';
import { yearOf } from './zone.ts';
import { DAY } from './length.ts';

/** Ten years, the furthest that a target may lie from its start. */
export const REACH = 3653 * DAY;

/** Years that can be asked about; a date outside is a mistake, and would compile all the years on the way to it. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** Look-ups stay this far from the ends of a table, so that no date they meet is cut there. */
export const EDGE = 3 * DAY;

/** A calendar's rules with the years compiled so far. */
export interface Timeline {
  readonly rules: Rules;
  /** A table that holds both instants. Compiles what is missing; throws CalendarError outside the years 1900 to 2200. */
  readonly cover: (from: Instant, to: Instant) => Table;
}

export function createTimeline(rules: Rules): Timeline {
  let table: Table | undefined;
  const years = new Map<number, Year>();
  let firstYear = Infinity;
  let lastYear = -Infinity;

  const extend = (from: Instant, to: Instant): Table => {
    const first = Math.min(firstYear, yearOf(from - EDGE));
    const last = Math.max(lastYear, yearOf(to + EDGE));
    if (!(first >= FIRST_YEAR && last <= LAST_YEAR)) {
      throw new CalendarError(rules.name, `can only be asked about the years ${FIRST_YEAR} to ${LAST_YEAR}`);
    }
    for (let year = first; year <= last; year++) if (!years.has(year)) years.set(year, compileYear(rules, year));
    [firstYear, lastYear] = [first, last];
    const wanted = Array.from({ length: last - first + 1 }, (_, i) => years.get(first + i)!);
    table = joinYears(first, wanted);
    return table;
  };

  const holds = (it: Table, from: Instant, to: Instant): boolean => from >= it.start + EDGE && to < it.end - EDGE;
  return { rules, cover: (from, to) => (table && holds(table, from, to) ? table : extend(from, to)) };
}
