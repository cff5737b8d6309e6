import { shiftsBetween } from '../../src/capabilities/on-call/shifts.ts';
import { scheduleOf } from './read.ts';

export const iso = (t: number) => new Date(t).toISOString().replace(':00.000Z', 'Z');
/** `login from/to`, with a star if an override had a part in it. */
export const show = (shift: { login: string; from: number; to: number; override: boolean } | null) =>
  shift && `${shift.login}${shift.override ? '*' : ''} ${iso(shift.from)}/${iso(shift.to)}`;
export const at = (text: string) => Date.parse(text);
export const between = (text: string, from: string, to: string, zone = 'UTC') =>
  shiftsBetween(scheduleOf(text, zone), at(from), at(to)).map(show);
