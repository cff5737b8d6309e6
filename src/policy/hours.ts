import type { Hours, Weekday } from '../calendar/types.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[];

/** `mon`, and ranges such as `mon-fri` or, around the end of the week, `sat-mon`. */
export type DayKey = Weekday | `${Weekday}-${Weekday}`;

/** Every key that names days of the week. */
export const DAY_KEYS: readonly DayKey[] = [
  ...WEEKDAYS,
  ...WEEKDAYS.flatMap((from) => WEEKDAYS.filter((to) => to !== from).map((to): DayKey => `${from}-${to}`)),
];

export const DAY_KEY = `^(?:${WEEKDAYS.join('|')})(?:-(?:${WEEKDAYS.join('|')}))?$`;

/** The days that a key of a calendar stands for. */
export function daysOf(key: DayKey): readonly Weekday[] {
  const [from = 0, to = from] = key.split('-').map((day) => WEEKDAYS.findIndex((weekday) => weekday === day));
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, step) => WEEKDAYS[(from + step) % 7]!);
}

const TIME = '(?:[01]?\\d|2[0-3]):[0-5]\\d';
export const SPAN = new RegExp(`^(${TIME}) ?- ?(${TIME}|24:00)$`);

/** Reads `09:00-19:00`; an end before the start is on the next day. */
export function parseSpan(text: string): readonly [string, string] | undefined {
  const match = SPAN.exec(text);
  if (!match) return undefined;
  const [from, to] = [match[1]!.padStart(5, '0'), match[2]!.padStart(5, '0')];
  return from === to ? undefined : [from, to];
}

/** The hours of a day that has passed the schema: `closed`, one span, or a list of them. */
export function readHours(hours: string | readonly string[]): Hours {
  if (hours === 'closed') return [];
  return (typeof hours === 'string' ? [hours] : hours).flatMap((text) => {
    const span = parseSpan(text);
    return span ? [span] : [];
  });
}

export const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a date that exists, as `2026-02-30` does not. */
export function isDate(text: string): boolean {
  const time = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
