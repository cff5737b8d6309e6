import { openTimeAt } from './lookup.ts';
import type { Table } from './table.ts';
import type { Interval } from './types.ts';

/**
 * The pauses of the question in hand as spans of open time: start, end, start, end …, sorted by start. One buffer for
 * all questions, because a list per question costs more than the question; nothing is kept between two questions.
 */
let spans = new Float64Array(16);

/**
 * Places the part of each pause that lies within the interval on the axis of open time and returns how many there are.
 * The table must cover the interval. With `forever`, a pause that never ends stays endless.
 */
function place(table: Table, pauses: readonly Interval[], within: Interval, forever: boolean): number {
  const { from: low, to: high } = within;
  if (spans.length < 2 * pauses.length) spans = new Float64Array(4 * pauses.length);
  let count = 0;
  for (let i = 0; i < pauses.length; i++) {
    const pause = pauses[i]!;
    const from = pause.from > low ? pause.from : low;
    const to = pause.to < high ? pause.to : high;
    if (!(from < to)) continue;
    const start = openTimeAt(table, from);
    const end = forever && pause.to === Infinity ? Infinity : openTimeAt(table, to);
    let slot = 2 * count++;
    for (; spans[slot - 2]! > start; slot -= 2) {
      spans[slot] = spans[slot - 2]!;
      spans[slot + 1] = spans[slot - 1]!;
    }
    spans[slot] = start;
    spans[slot + 1] = end;
  }
  return count;
}

/** Open milliseconds within the interval that pauses cut out; what lies in several pauses counts once. */
export function pausedTime(table: Table, pauses: readonly Interval[], within: Interval): number {
  const count = place(table, pauses, within, false);
  let sum = 0;
  let reached = -Infinity;
  for (let i = 0; i < 2 * count; i += 2) {
    const end = spans[i + 1]!;
    if (end <= reached) continue;
    const start = spans[i]!;
    sum += end - (start > reached ? start : reached);
    reached = end;
  }
  return sum;
}

/** The open time at which `target`, counted from the beginning without pauses, is reached with them; Infinity if never. */
export function pushLater(table: Table, pauses: readonly Interval[], within: Interval, target: number): number {
  const count = place(table, pauses, within, true);
  let reached = -Infinity;
  for (let i = 0; i < 2 * count; i += 2) {
    const from = spans[i]!;
    // A pause that begins just when the time is up comes too late.
    if (from >= target) break;
    const to = spans[i + 1]!;
    if (to <= reached) continue;
    target += to - (from > reached ? from : reached);
    reached = to;
  }
  return target;
}

/** The same backwards: the open time from which `target`, counted back from the end, is reached with pauses cut out. */
export function pushEarlier(table: Table, pauses: readonly Interval[], within: Interval, target: number): number {
  const count = place(table, pauses, within, false);
  // By start, backwards: a later start may still reach over the target once earlier ends have moved it.
  let moved = true;
  let reached = Infinity;
  while (moved) {
    moved = false;
    // The latest end among what is not cut out yet decides; overlapping pauses are few, so search them plainly.
    let best = -1;
    for (let i = 0; i < 2 * count; i += 2) {
      if (spans[i]! < reached && spans[i + 1]! > target && (best < 0 || spans[i + 1]! > spans[best + 1]!)) best = i;
    }
    if (best >= 0) {
      const to = spans[best + 1]!;
      target -= (to < reached ? to : reached) - spans[best]!;
      reached = spans[best]!;
      moved = true;
    }
  }
  return target;
}
