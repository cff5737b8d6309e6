import type { Instant, Interval } from '../../calendar/calendar.ts';
import { firstAtWall, offsetAt } from '../../calendar/zone.ts';
import { DAY } from '../../calendar/length.ts';
import { countedBefore, countedDays, nthCounted, weekdayOf } from './days.ts';
import type { Layer, Rotation, Window } from './schedule.ts';
import { intersect } from './spans.ts';

/** One person's turn of a rotation, or a part of it. */
interface Turn extends Interval {
  readonly login: string;
}

/** The turns of a layer in [from, to), cut to it and to the hours of the layer; nobody is on call in between. */
export function layerTurns(layer: Layer, zone: string, from: Instant, to: Instant): readonly Turn[] {
  const turns = turnsBetween(clockOf(layer, zone), from, to);
  return layer.window === null ? turns : intersect(turns, windowsBetween(layer.window, zone, from, to));
}

/** So many turns of a layer from the one at the beginning of a stretch on, cut to it, whatever the hours of the layer are. */
export function nextTurns(layer: Layer, zone: string, { from, to }: Interval, count: number): readonly Turn[] {
  const clock = clockOf(layer, zone);
  const first = turnAt(clock, Math.max(from, handOff(clock, 0)));
  return turnsBetween(clock, from, Math.min(to, handOff(clock, first + count)));
}

/** When the first turn of a layer begins. */
export function firstHandOff(layer: Layer, zone: string): Instant {
  return handOff(clockOf(layer, zone), 0);
}

/** What hand-offs are found by. */
interface Clock {
  readonly rotation: Rotation;
  readonly zone: string;
  /** The days of a week from the first hand-off on that count for turns by the day. */
  readonly days: readonly number[];
}

function clockOf(layer: Layer, zone: string): Clock {
  return { rotation: layer.rotation, zone, days: countedDays(layer) };
}

/** The hand-off that begins turn number `turn`, counted from 0. */
function handOff({ rotation: { every, first }, zone, days }: Clock, turn: number): Instant {
  const ahead = turn * every.count;
  if (every.unit === 'month') return firstAtWall(zone, monthsAfter(first, ahead));
  return firstAtWall(zone, first + (every.unit === 'week' ? 7 * ahead : nthCounted(days, ahead)) * DAY);
}

/** The same day and time so many months later; the last day of a month that lacks the day. */
function monthsAfter(wall: number, months: number): number {
  const month = new Date(wall);
  month.setUTCDate(1);
  month.setUTCMonth(month.getUTCMonth() + months);
  const next = new Date(month);
  next.setUTCMonth(next.getUTCMonth() + 1);
  const length = Math.round((next.getTime() - month.getTime()) / DAY);
  return month.getTime() + (Math.min(new Date(wall).getUTCDate(), length) - 1) * DAY;
}

/** The number of the turn that an instant lies in; negative before the first hand-off. */
function turnAt(clock: Clock, at: Instant): number {
  const { every, first } = clock.rotation;
  const ahead = Math.floor((at + offsetAt(clock.zone, at) - first) / LENGTH[every.unit]);
  const units = every.unit === 'day' ? countedBefore(clock.days, ahead + 1) - 1 : ahead;
  let turn = Math.floor(units / every.count);
  // The estimate is off by little: months differ in length, and clocks change.
  while (handOff(clock, turn) > at) turn--;
  while (handOff(clock, turn + 1) <= at) turn++;
  return turn;
}

/** About the length of a rhythm's unit; a month is 400 years of the Gregorian calendar divided by its months. */
const LENGTH = { day: DAY, week: 7 * DAY, month: (146_097 / 4800) * DAY } as const;

function turnsBetween(clock: Clock, from: Instant, to: Instant): Turn[] {
  const { rotation } = clock;
  const turns: Turn[] = [];
  let at = Math.max(from, handOff(clock, 0));
  if (!(at < to)) return turns;
  // Somebody who joins or leaves in the middle of a turn changes hands there and then.
  const dates = rotation.people.flatMap((member) => [member.from, member.to]).sort((a, b) => a - b);
  let date = 0;
  let turn = turnAt(clock, at);
  while (at < to) {
    while (date < dates.length && dates[date]! <= at) date++;
    const next = handOff(clock, turn + 1);
    const end = Math.min(to, next, dates[date] ?? Infinity);
    const login = personOf(rotation, turn, at);
    // Where a zone skips a whole day, two hand-offs may meet.
    if (login !== null && end > at) turns.push({ login, from: at, to: end });
    if (end === next) turn++;
    at = end;
  }
  return turns;
}

/** Whose turn it is: of those who take part at the time, the first from the owner of the turn on. */
function personOf({ people }: Rotation, turn: number, at: Instant): string | null {
  for (let passed = 0; passed < people.length; passed++) {
    const { login, from, to } = people[(turn + passed) % people.length]!;
    if (from <= at && at < to) return login;
  }
  return null;
}

/** When a window is open in [from, to), cut to it. A window belongs to the day on which it opens. */
function windowsBetween(window: Window, zone: string, from: Instant, to: Instant): Interval[] {
  const open: Interval[] = [];
  // The window of the day before may still be open.
  for (let day = Math.floor((from + offsetAt(zone, from)) / DAY) - 1; ; day++) {
    const opens = firstAtWall(zone, day * DAY + window.from);
    if (opens >= to) return open;
    if (!window.days.includes(weekdayOf(day))) continue;
    const closes = Math.min(to, firstAtWall(zone, day * DAY + window.to));
    if (closes > Math.max(opens, from)) open.push({ from: Math.max(opens, from), to: closes });
  }
}
