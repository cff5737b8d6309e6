import type { CalendarSpec, Hours, Instant, Interval, Weekday } from '../../src/calendar/calendar.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Every minute of a range as the wall clock of the zone shows it, by Intl: nothing here is shared with the calendar. */
export interface Wall {
  readonly start: Instant;
  readonly minutes: number;
  /** Day number since 1970-01-01 and minute of the day, for each minute. */
  readonly day: Int32Array;
  readonly minute: Int32Array;
}

export function readWall(zone: string, start: Instant, minutes: number): Wall {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  const day = new Int32Array(minutes);
  const minute = new Int32Array(minutes);
  for (let i = 0; i < minutes; i++) {
    // 31/12/2011, 23:59
    const text = format.format(start + i * MINUTE);
    const number = (from: number, to: number) => Number(text.slice(from, to));
    day[i] = Date.UTC(number(6, 10), number(3, 5) - 1, number(0, 2)) / (DAY_MINUTES * MINUTE);
    minute[i] = number(12, 14) * 60 + number(15, 17);
  }
  return { start, minutes, day, minute };
}

/** Steps through a wall minute by minute. Indices count minutes from its start. */
export interface Oracle {
  /** For each minute the date whose hours it lies in, its own before the one before; -1 if it is closed. */
  readonly owner: Int32Array;
  readonly between: (from: number, to: number, pauses: readonly Interval[]) => number;
  /** Undefined if the wall ends first. */
  readonly add: (start: number, minutes: number, pauses: readonly Interval[]) => number | undefined;
  readonly subtract: (end: number, minutes: number, pauses: readonly Interval[]) => number | undefined;
  readonly sameTime: (start: number, days: number) => number | undefined;
  readonly endOfDay: (start: number, days: number) => number | undefined;
}

export function createOracle(wall: Wall, spec: CalendarSpec): Oracle {
  const spans = createSpans(spec);
  const owner = new Int32Array(wall.minutes).fill(-1);
  // When each date closes. A minute may lie in the hours of two dates, if overnight hours run into those of the next.
  const closings = new Map<number, number>();
  for (let i = 0; i < wall.minutes; i++) {
    const day = wall.day[i]!;
    const minute = wall.minute[i]!;
    for (const [date, sinceMidnight] of [
      [day - 1, minute + DAY_MINUTES],
      [day, minute],
    ] as const) {
      if (!spans(date).some(([from, to]) => from <= sinceMidnight && sinceMidnight < to)) continue;
      owner[i] = date;
      closings.set(date, i + 1);
    }
  }
  const runs = (i: number, pauses: readonly Interval[]) => {
    const t = wall.start + i * MINUTE;
    return owner[i] !== -1 && !pauses.some(({ from, to }) => from <= t && t < to);
  };
  // The dates near the end of the wall may go on behind it.
  const last = wall.day.at(-1)! - 2;
  const openDays = [...closings.keys()].sort((a, b) => a - b);
  const nthAfter = (start: number, days: number) => {
    const day = openDays.filter((open) => open > businessDay(start) && closings.get(open)! > start)[days - 1];
    return day !== undefined && day <= last ? day : undefined;
  };
  const businessDay = (i: number) => (owner[i] === -1 ? wall.day[i]! : owner[i]!);
  return {
    owner,
    between: (from, to, pauses) => {
      let count = 0;
      for (let i = from; i < to; i++) if (runs(i, pauses)) count++;
      return count;
    },
    add: (start, minutes, pauses) => {
      let i = start;
      for (let left = minutes; left > 0; i++) {
        if (i === wall.minutes) return undefined;
        if (runs(i, pauses)) left--;
      }
      return i;
    },
    subtract: (end, minutes, pauses) => {
      let i = end;
      for (let left = minutes; left > 0; i--) {
        if (i === 0) return undefined;
        if (runs(i - 1, pauses)) left--;
      }
      return i;
    },
    sameTime: (start, days) => {
      const day = nthAfter(start, days);
      if (day === undefined) return undefined;
      const ahead = (day - businessDay(start)) * DAY_MINUTES + wall.day[start]! * DAY_MINUTES + wall.minute[start]!;
      let i = 0;
      while (i < wall.minutes && wall.day[i]! * DAY_MINUTES + wall.minute[i]! < ahead) i++;
      while (i < wall.minutes && owner[i] === -1) i++;
      return i < wall.minutes ? i : undefined;
    },
    endOfDay: (start, days) => {
      const day = nthAfter(start, days);
      return day === undefined ? undefined : closings.get(day);
    },
  };
}

/** The hours of a date in minutes after its midnight. */
function createSpans(spec: CalendarSpec): (day: number) => readonly (readonly [number, number])[] {
  const known = new Map<number, readonly (readonly [number, number])[]>();
  return (day) => {
    let spans = known.get(day);
    if (spans === undefined) {
      spans = hoursOn(spec, day).map(([start, end]) => {
        const from = minutesOf(start);
        const to = minutesOf(end);
        return [from, to <= from ? to + DAY_MINUTES : to];
      });
      known.set(day, spans);
    }
    return spans;
  };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function hoursOn({ exceptions = {}, holidays = [], weekly }: CalendarSpec, day: number): Hours {
  const date = dateOf(day);
  const exception = exceptions[date];
  if (exception !== undefined) return exception;
  if (typeof holidays !== 'function' && holidays.includes(date)) return [];
  return weekly[WEEK[(day + 3) % 7]!] ?? [];
}

const dates = new Map<number, string>();

export function dateOf(day: number): string {
  let date = dates.get(day);
  if (date === undefined) dates.set(day, (date = new Date(day * DAY_MINUTES * MINUTE).toISOString().slice(0, 10)));
  return date;
}
