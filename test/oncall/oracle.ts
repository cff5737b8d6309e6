import { DateTime } from 'luxon';
import type { Instant } from '../../src/calendar/calendar.ts';
import type { Layer, Member, Schedule, Window } from '../../src/capabilities/on-call/schedule.ts';
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
  const { people } = layer.rotation;
  const owners = new Array<string>(minutes).fill('');
  const handOffs = wallHandOffs(layer);
  let end = minuteOf(handOffs.next().value / MINUTE);
  for (let turn = 0; end < minutes; turn++) {
    const begin = end;
    end = minuteOf(handOffs.next().value / MINUTE);
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

/** When each turn begins on the wall clock, without end: one goes from day to day, and counts. */
function* wallHandOffs({ rotation, window }: Layer): Generator<number, never> {
  const { every, first } = rotation;
  const begin = DateTime.fromMillis(first, { zone: 'UTC' });
  const isCounted = every.unit === 'day' && every.count < 7;
  let counted = 0;
  for (let n = 0; ; n++) {
    const time = begin.plus({ [`${every.unit}s`]: isCounted ? n : n * every.count });
    if (!isCounted) yield time.toMillis();
    else if (hasHours(window, time) && counted++ % every.count === 0) yield time.toMillis();
  }
}

/** Whether a window is open at any time of the 24 hours from a time of the wall clock on. */
function hasHours(window: Window | null, time: DateTime): boolean {
  if (window === null) return true;
  const end = time.plus({ days: 1 });
  return [-1, 0, 1].some((ahead) => {
    const midnight = time.startOf('day').plus({ days: ahead });
    const [opens, closes] = [midnight.plus(window.from), midnight.plus(window.to)];
    return window.days.includes(midnight.weekday - 1) && opens < end && closes > time;
  });
}
