import type { Instant } from './types.ts';
import { DAY } from './length.ts';

/** Merged open intervals of consecutive years. "Open time" is a position: open milliseconds since the start. */
export interface Intervals {
  readonly start: Instant;
  readonly end: Instant;
  /** In order; after the last interval a sentinel at Infinity. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Open time at which each interval begins; one more element holds the total. */
  readonly before: Float64Array;
  readonly total: number;
}

/**
 * From an instant to open time: four numbers for each UTC day.
 *
 * 0. open time at midnight
 * 1. where its open stretch begins, in milliseconds after midnight
 * 2. the length of that stretch; 0 if there is none, -1 if there are several
 * 3. the first interval that ends after midnight
 *
 * In a day with one open stretch, open time is a clamped difference, taken below without a branch: questions come in no
 * order, and a branch that cannot be predicted costs more than the rest. All four lie in one cache line.
 */
export interface DayIndex {
  readonly days: Float64Array;
}

/**
 * From open time to an instant: four numbers for each bucket of open time, few of which meet several interval ends.
 *
 * 0. where in the bucket the first interval that ends at or after its lower edge ends; -1 if the next one does as well
 * 1. up to there, what to add to open time for the instant
 * 2. after it, what to add
 * 3. that first interval
 */
export interface OpenTimeIndex {
  readonly bucket: number;
  readonly perBucket: number;
  readonly buckets: Float64Array;
}

const PER_DAY = 1 / DAY;
/** Positions in a bucket must fit 32 bits. */
const LARGEST_BUCKET = 20 * DAY;
const INT32_MAX = 2 ** 31 - 1;

export function indexDays({ start, end, from, to, before }: Intervals): DayIndex {
  const count = (end - start) / DAY + 1;
  const days = new Float64Array(4 * count);
  for (let day = 0, i = 0; day < count; day++) {
    const midnight = start + day * DAY;
    const next = midnight + DAY;
    while (to[i]! <= midnight) i++;
    const opening = Math.max(midnight, from[i]!);
    days[4 * day] = before[i]! + Math.max(0, midnight - from[i]!);
    days[4 * day + 3] = i;
    if (opening >= next) continue;
    days[4 * day + 1] = opening - midnight;
    days[4 * day + 2] = from[i + 1]! < next ? -1 : Math.min(to[i]!, next) - opening;
  }
  return { days };
}

export function indexOpenTime({ from, to, before, total }: Intervals, intervals: number): OpenTimeIndex {
  let shortest = LARGEST_BUCKET;
  for (let i = 0; i < intervals; i++) shortest = Math.min(shortest, to[i]! - from[i]!);
  // A short interval now and then must not multiply the buckets: those that meet several ends are searched.
  const bucket = Math.min(LARGEST_BUCKET, Math.max(shortest, Math.ceil(total / (8 * intervals + 8))));
  const count = Math.floor(total / bucket) + 1;
  const buckets = new Float64Array(4 * count);
  for (let slot = 0, i = 0; slot < count; slot++) {
    const low = slot * bucket;
    while (before[i + 1]! < low) i++;
    const several = before[i + 2]! < low + bucket;
    buckets[4 * slot] = several ? -1 : Math.min(before[i + 1]! - low, INT32_MAX);
    buckets[4 * slot + 1] = from[i]! - before[i]!;
    buckets[4 * slot + 2] = from[i + 1]! - before[i + 1]!;
    buckets[4 * slot + 3] = i;
  }
  return { bucket, perBucket: 1 / bucket, buckets };
}

/** The first interval that ends after `t`; the sentinel if there is none. `t` must lie in the table. */
export function intervalAfter(table: Intervals & DayIndex, t: Instant): number {
  const { to } = table;
  let i = table.days[4 * (((t - table.start) * PER_DAY) | 0) + 3]!;
  while (to[i]! <= t) i++;
  return i;
}

/** The open time at an instant of the table, a whole millisecond. */
export function openTimeAt(table: Intervals & DayIndex, t: Instant): number {
  const { days } = table;
  const sinceStart = t - table.start;
  // Rounding may put midnight into the day before, where it is the end: the same open time.
  const day = (sinceStart * PER_DAY) | 0;
  const row = 4 * day;
  const length = days[row + 2]! | 0;
  if (length < 0) {
    const i = intervalAfter(table, t);
    return table.before[i]! + Math.max(0, t - table.from[i]!);
  }
  const into = (sinceStart - day * DAY - days[row + 1]!) | 0;
  const beyond = (into & ~(into >> 31)) - length;
  return days[row]! + (length + (beyond & (beyond >> 31)));
}

/** The earliest instant with this open time, 0 < `open` <= total: the end of an interval rather than the next start. */
export function earliestAt(table: Intervals & OpenTimeIndex, open: number): Instant {
  const { buckets } = table;
  const slot = (open * table.perBucket) | 0;
  const row = 4 * slot;
  const end = buckets[row]! | 0;
  if (end < 0) {
    const { before } = table;
    let i = buckets[row + 3]!;
    while (before[i + 1]! < open) i++;
    return table.from[i]! + (open - before[i]!);
  }
  const into = (open - slot * table.bucket) | 0;
  return open + buckets[row + 1 + ((end - into) >>> 31)]!;
}

/** The latest instant with this open time, 0 <= `open` < total: the start of an interval rather than the last end. */
export function latestAt(table: Intervals & OpenTimeIndex, open: number): Instant {
  const { before } = table;
  let i = table.buckets[4 * ((open * table.perBucket) | 0) + 3]!;
  while (before[i + 1]! <= open) i++;
  return table.from[i]! + (open - before[i]!);
}
