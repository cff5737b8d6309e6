import { DateTime } from 'luxon';
import type { Instant } from '../../src/calendar/calendar.ts';
import type { Layer, Member, Schedule } from '../../src/capabilities/on-call/schedule.ts';
import type { Wall } from '../calendar/oracle.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/**
 * Who is on call in each minute of a wall, and whether by an override, found by reading the clock on the wall. It shares
 * nothing with the schedules but their types.
 */
export function onCallByMinute(wall: Wall, schedule: Schedule): readonly (readonly [string, boolean] | null)[] {
  const shown = Array.from(wall.day, (day, i) => day * DAY_MINUTES + wall.minute[i]!);
  /** The first minute that shows this time or a later one. */
  const minuteOf = (time: number) => {
    const found = shown.findIndex((minute) => minute >= time);
    return found === -1 ? wall.minutes : found;
  };
  const layers = schedule.layers.map((layer) => layerByMinute(wall, layer, minuteOf));
  return shown.map((_, i) => {
    const at = wall.start + i * MINUTE;
    const override = schedule.overrides.findLast(({ from, to }) => from <= at && at < to);
    if (override) return [override.login, true];
    const login = layers.map((minutes) => minutes[i]!).findLast((it) => it !== '');
    return login === undefined ? null : [login, false];
  });
}

/** The login in each minute, empty where the layer has nobody. */
function layerByMinute({ start, minutes, day }: Wall, layer: Layer, minuteOf: (time: number) => number): string[] {
  const { every, first, people } = layer.rotation;
  const owners = new Array<string>(minutes).fill('');
  const begins = (turn: number) => {
    const length = { [`${every.unit}s`]: every.count * turn };
    return minuteOf(DateTime.fromMillis(first, { zone: 'UTC' }).plus(length).toMillis() / MINUTE);
  };
  let end = begins(0);
  for (let turn = 0; end < minutes; turn++) {
    const begin = end;
    end = begins(turn + 1);
    for (let i = begin; i < end; i++) owners[i] = ownerOf(people, turn, start + i * MINUTE);
  }
  const { window } = layer;
  if (window === null) return owners;

  const open = new Array<boolean>(minutes).fill(false);
  for (let date = day[0]! - 2; date <= day.at(-1)!; date++) {
    if (!window.days.includes((new Date(date * DAY_MINUTES * MINUTE).getUTCDay() + 6) % 7)) continue;
    const [from, to] = [window.from, window.to].map((ms) => minuteOf(date * DAY_MINUTES + ms / MINUTE));
    open.fill(true, from, to);
  }
  return owners.map((owner, i) => (open[i] ? owner : ''));
}

function ownerOf(people: readonly Member[], turn: number, at: Instant): string {
  const order = people.map((_, i) => people[(turn + i) % people.length]!);
  return order.find(({ from, to }) => from <= at && at < to)?.login ?? '';
}
