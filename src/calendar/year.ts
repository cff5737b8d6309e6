import { spansOn } from './hours.ts';
import type { Rules } from './hours.ts';
import type { Instant } from './types.ts';
import { segmentsOf } from './zone.ts';
import { DAY } from './length.ts';

/** Dates of a year's neighbours that a zone (15 h at most) or an overnight span (24 h at most) can bring into it. */
const MARGIN = 3;

/** What is open in one UTC year: merged intervals, cut at the ends of the year. */
export interface Year {
  readonly from: readonly Instant[];
  readonly to: readonly Instant[];
  /** Day number of the first element of `closings`. */
  readonly firstDay: number;
  /** When the spans of a date close for the last time; -Infinity for a date that does not open. */
  readonly closings: Float64Array;
}

/**
 * Compiles one UTC year. An instant is open when its wall-clock time lies in a span of a date, so each segment of the
 * zone moves the spans of its dates by its own offset and cuts them to its own ends; gaps and overlaps need no rule.
 */
export function compileYear(rules: Rules, year: number): Year {
  const start = Date.UTC(year, 0);
  const firstDay = start / DAY - MARGIN;
  const days = (Date.UTC(year + 1, 0) - start) / DAY + 2 * MARGIN;
  const closings = new Float64Array(days).fill(-Infinity);
  const holidays = rules.holidays(year);
  const from: Instant[] = [];
  const to: Instant[] = [];
  let reached = -Infinity;
  for (const segment of segmentsOf(rules.zone, year)) {
    // The date before the first one may have an overnight span that reaches into this segment.
    const first = Math.floor((segment.from + segment.offset) / DAY) - 1;
    const last = Math.floor((segment.to + segment.offset) / DAY);
    for (let day = first; day <= last; day++) {
      const spans = spansOn(rules, day, holidays);
      const midnight = day * DAY - segment.offset;
      for (let i = 0; i < spans.length; i += 2) {
        const open = Math.max(midnight + spans[i]!, segment.from);
        const close = Math.min(midnight + spans[i + 1]!, segment.to);
        if (open >= close) continue;
        closings[day - firstDay] = Math.max(closings[day - firstDay]!, close);
        if (open > reached) {
          from.push(open);
          to.push((reached = close));
        } else if (close > reached) {
          to[to.length - 1] = reached = close;
        }
      }
    }
  }
  return { from, to, firstDay, closings };
}
