import { compileCalendar, type CalendarSpec } from '../../src/calendar/calendar.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const nine = [['09:00', '17:00']] as const;
export const night = [['22:00', '06:00']] as const;
export const weekdays = { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine };
export const at = (iso: string) => Date.parse(iso);
export const iso = (t: number) => new Date(t).toISOString().replace(':00.000Z', 'Z');
export const pause = (from: string, to?: string) => ({ from: at(from), to: to === undefined ? Infinity : at(to) });

export function calendarOf(spec: Partial<CalendarSpec> = {}) {
  return compileCalendar({ name: 'office', zone: 'UTC', weekly: weekdays, ...spec });
}
