import type { Instant, Interval } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { firstHandOff, layerTurns, nextTurns } from './rotation.ts';
import type { Rotation, Schedule } from './schedule.ts';
import { spansInOrder, subtract } from './spans.ts';

/** Somebody in the layers of a schedule whom no turn ever puts on call. */
export interface Turnless {
  readonly login: string;
  /** Their first place, from 0. */
  readonly layer: number;
  readonly person: number;
  /** Later layers take the hours of all their turns, or no turn of theirs has any while they take part. */
  readonly why: 'hidden' | 'away';
}

/** A turn that is longer shows no other hours than these days; a week in which the clocks skip some has one beside it. */
const SAMPLE = 15 * DAY;

/**
 * Those of the layers who are not on call by any turn at or after `now`, whatever overrides say. Nobody is among them who has
 * already joined and is going to leave: they may have had their last turn.
 *
 * Between two dates on which somebody joins or leaves or a layer begins, the layers repeat themselves: which hours later layers take
 * by the week, and who has which turn by the round. So as many turns are looked at as it takes for both to meet in all ways.
 */
export function turnless(schedule: Schedule, now: Instant): readonly Turnless[] {
  const missing = new Map<string, Turnless>();
  for (const [layer, { rotation }] of schedule.layers.entries()) {
    const begin = firstHandOff(schedule.layers[layer]!, schedule.zone);
    for (const [person, { login, from, to }] of rotation.people.entries()) {
      const isAwaited = to > Math.max(from, now) && (to === Infinity || Math.max(from, begin) > now);
      if (isAwaited && !missing.has(login)) missing.set(login, { login, layer, person, why: 'away' });
    }
  }
  const dates = changesOf(schedule, now);
  for (const [i, from] of dates.entries()) {
    for (const layer of schedule.layers.keys()) {
      if (missing.size === 0) return [];
      findTurns(missing, schedule, layer, { from, to: dates[i + 1] ?? Infinity });
    }
  }
  return [...missing.values()];
}

/** `now`, and when somebody joins or leaves or a layer begins after it, in order. */
function changesOf({ layers, zone }: Schedule, now: Instant): readonly Instant[] {
  const dates = layers.flatMap((layer) => [
    firstHandOff(layer, zone),
    ...layer.rotation.people.flatMap(({ from, to }) => [from, to]),
  ]);
  return [now, ...new Set(dates.filter((at) => at > now && at < Infinity).sort((a, b) => a - b))];
}

/** Takes from the missing those whom a layer puts on call between two such dates. */
function findTurns(missing: Map<string, Turnless>, { layers, zone }: Schedule, index: number, within: Interval): void {
  const layer = layers[index]!;
  for (const { login, from, to } of nextTurns(layer, zone, within, roundOf(layer.rotation))) {
    const awaited = missing.get(login);
    if (awaited === undefined) continue;
    const end = Math.min(to, from + SAMPLE);
    const hours = layerTurns(layer, zone, from, end);
    const above = layers.slice(index + 1).flatMap((later) => layerTurns(later, zone, from, end));
    if (subtract(hours, spansInOrder(above)).length > 0) missing.delete(login);
    else if (hours.length > 0) missing.set(login, { ...awaited, why: 'hidden' });
  }
}

/** How many turns it takes until everybody has had theirs on every day of the week on which they ever have it, the first one cut. */
function roundOf({ every, people }: Rotation): number {
  const isShort = every.unit === 'day' && every.count < 7;
  return (isShort ? 7 : 2) * people.length + 1;
}
