import type { Calendar, CalendarDay, DaySemantics, Instant, Interval } from './calendar.ts';
import { HOUR } from './length.ts';

/** Wide enough for any one date, however its zone shifts. */
const LONGEST_DAY = 26 * HOUR;

/** What one date contributes to a deadline. */
export interface ExplainedDay {
  /** `YYYY-MM-DD` in the calendar's zone. */
  readonly date: string;
  readonly source: CalendarDay['source'];
  /** The opening hours of that date, whole. */
  readonly open: readonly Interval[];
  /** Open milliseconds that count, between the start and the deadline, pauses cut out. */
  readonly counted: number;
  /** Open milliseconds lost to pauses. */
  readonly paused: number;
  /** Which business day of the target this is, from 1; 0 for dates that do not count, null for targets in hours. */
  readonly nth: number | null;
}

/** How a deadline came about. */
interface Explanation {
  readonly due: Instant;
  readonly days: readonly ExplainedDay[];
}

/** When a target is due that starts at an instant. Infinity while a pause goes on. Throws a CalendarError beyond ten years. */
export function dueFrom({ calendar, amount }: Target, start: Instant, pauses: readonly Interval[] = []): Instant {
  return 'ms' in amount
    ? calendar.add(start, amount.ms, pauses)
    : calendar.addDays(start, amount.days, amount.semantics, pauses);
}

/** The deadline of a target, and what every date from the start to the deadline contributes to it. */
export function explain(target: Target, start: Instant, pauses: readonly Interval[] = []): Explanation {
  const due = dueFrom(target, start, pauses);
  if (!Number.isFinite(due)) return { due, days: [] };
  const days = explainDays(target.calendar, start, due, pauses);
  const { amount } = target;
  if ('ms' in amount || amount.semantics === '24-hours' || amount.semantics === 'standard-day') return { due, days };
  let nth = 0;
  const counted = days.map((day, i) => {
    const begins = beginsOn(target.calendar, day, start, i === 0);
    return begins && nth < amount.days ? { ...day, nth: ++nth } : { ...day, nth: 0 };
  });
  return { due, days: counted };
}

/**
 * Whether a date counts as a business day: some hours begin on it, and it is not the day that the start belongs to. Hours that go
 * on over midnight belong to the date they began on.
 */
function beginsOn(calendar: Calendar, { open }: ExplainedDay, start: Instant, isFirst: boolean): boolean {
  const hasBegun = open.some(({ from }) => !calendar.isOpen(from - 1));
  // The start may lie in the hours of the day before; then this date is the first that counts.
  const isInherited = open.some(({ from, to }) => start < to && calendar.isOpen(from - 1));
  return hasBegun && (!isFirst || isInherited);
}

/** What every date between two instants contributes to the time between them. */
export function explainDays(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  pauses: readonly Interval[] = [],
): readonly ExplainedDay[] {
  const touched = new Set(calendar.days(from, to + 1).map(({ date }) => date));
  const whole = calendar.days(from - LONGEST_DAY, to + LONGEST_DAY).filter(({ date }) => touched.has(date));
  return whole.map(({ date, source, open }) => {
    const parts = open.map((it) => ({ from: Math.max(it.from, from), to: Math.min(it.to, to) }));
    const sum = (without: readonly Interval[]): number =>
      parts.reduce((total, part) => total + calendar.between(part.from, part.to, without), 0);
    const counted = sum(pauses);
    return { date, source, open, counted, paused: sum([]) - counted, nth: null };
  });
}

/** How long a clock may run, on which calendar. `text` is the target as the policy wrote it, for people. */
export interface Target {
  readonly text: string;
  readonly calendar: Calendar;
  /** Milliseconds of open time, or a number of open days. */
  readonly amount: { readonly ms: number } | { readonly days: number; readonly semantics: DaySemantics };
}
