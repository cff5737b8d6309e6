import type { Instant, Interval } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { layerTurns } from './rotation.ts';
import type { Schedule, Shift } from './schedule.ts';
import { clip, paint, subtract } from './spans.ts';

/** How far from an instant its shift is followed, and the next one looked for. */
export const HORIZON = 366 * DAY;

/** Most shifts begin and end within this; only a longer one costs a look at all of the horizon. */
const NEAR = 35 * DAY;

/**
 * Who is on call in [from, to), in order, cut to it. Stretches of one person that touch are one shift. Both ends must be
 * finite; an empty interval has no shifts.
 */
export function shiftsBetween(schedule: Schedule, from: Instant, to: Instant): Shift[] {
  if (!(from < to)) return [];
  let shifts: readonly Shift[] = [];
  for (const layer of schedule.layers) {
    const turns = layerTurns(layer, schedule.zone, from, to).map((turn) => ({ ...turn, override: false }));
    shifts = paint(shifts, turns);
  }
  for (const override of schedule.overrides) {
    shifts = paint(
      shifts,
      clip(override, from, to).map((piece) => ({ ...piece, override: true })),
    );
  }
  return merge(shifts);
}

function merge(pieces: readonly Shift[]): Shift[] {
  const merged: Shift[] = [];
  for (const { login, from, to, override } of pieces) {
    const last = merged.at(-1);
    if (last?.login === login && last.to === from) {
      merged[merged.length - 1] = { ...last, to, override: last.override || override };
    } else merged.push({ login, from, to, override });
  }
  return merged;
}

/**
 * Who is on call at an instant, and when their stretch begins and ends; null if nobody is. A stretch that goes on for
 * more than a year is cut at 366 days before and after the instant, so its ends say nothing then.
 */
export function shiftAt(schedule: Schedule, at: Instant): Shift | null {
  const known = lastFound.get(schedule);
  if (known && known.from <= at && at < known.to) return known;
  for (const reach of [NEAR, HORIZON]) {
    const [low, high] = [at - reach, at + reach];
    const found = shiftsBetween(schedule, low, high).find(({ from, to }) => from <= at && at < to);
    if (found === undefined) return null;
    if (found.from > low && found.to < high) {
      lastFound.set(schedule, found);
      return found;
    }
    if (reach === HORIZON) return found;
  }
  return null;
}

/** The whole shift of each schedule that was asked for last: a run asks many times who is on call. */
const lastFound = new WeakMap<Schedule, Shift>();

/** The first shift that begins after an instant and within 366 days of it, whole like one of `shiftAt`; null if none does. */
export function shiftAfter(schedule: Schedule, at: Instant): Shift | null {
  for (const reach of [NEAR, HORIZON]) {
    const found = shiftsBetween(schedule, at, at + reach).find(({ from }) => from > at);
    if (found !== undefined) return shiftAt(schedule, found.from);
  }
  return null;
}

/**
 * The shifts that touch [from, to), whole: the first may begin before it and the last end after it. What begins more than
 * a year before is cut at the start of a year (UTC), so that its beginning does not move from one day to the next.
 */
export function wholeShifts(schedule: Schedule, from: Instant, to: Instant): Shift[] {
  if (!(from < to)) return [];
  const low = Date.UTC(new Date(from).getUTCFullYear() - 1, 0);
  const high = Date.UTC(new Date(to).getUTCFullYear() + 2, 0);
  return shiftsBetween(schedule, low, high).filter((shift) => shift.to > from && shift.from < to);
}

/** When nobody is on call in [from, to), in order, cut to it. */
export function gapsBetween(schedule: Schedule, from: Instant, to: Instant): Interval[] {
  return from < to ? subtract([{ from, to }], shiftsBetween(schedule, from, to)) : [];
}
