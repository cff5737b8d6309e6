import type { Instant } from './types.ts';
import { DAY, SECOND } from './length.ts';

/** The shortest rule known lasts a week, so a probe every 7 days misses one; every 3 days does not. */
const PROBE = 3 * DAY;

/** A stretch of time, `from` to `to`, in which wall clock = instant + `offset`; all in milliseconds. */
interface Segment {
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: number;
}

/** True for a zone that this runtime knows: an IANA name, or a fixed offset such as `+02:00`. */
export function isZone(zone: string): boolean {
  try {
    offsetFormat(zone);
    return true;
  } catch {
    return false;
  }
}

/** The shortest text with the offset in it that Intl can write: minute and offset, `0 GMT+01:00`. */
function offsetFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, minute: 'numeric', timeZoneName: 'longOffset' });
}

/** Milliseconds of an offset such as `GMT`, `GMT+05:45` or, before zones kept to minutes, `GMT-00:44:30`. */
function readOffset(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(4).split(':').map(Number);
  return (text[3] === '-' ? -SECOND : SECOND) * (hours * 3600 + minutes * 60 + seconds);
}

interface KnownZone {
  readonly format: Intl.DateTimeFormat;
  readonly years: Map<number, readonly Segment[]>;
}

const known = new Map<string, KnownZone>();

/** The constant-offset segments of a valid zone in one UTC year, in order and without gaps; the last may be empty. Found once per zone. */
export function segmentsOf(zone: string, year: number): readonly Segment[] {
  let found = known.get(zone);
  if (found === undefined) known.set(zone, (found = { format: offsetFormat(zone), years: new Map() }));
  let segments = found.years.get(year);
  if (segments === undefined) found.years.set(year, (segments = findSegments(found.format, year)));
  return segments;
}

function findSegments(format: Intl.DateTimeFormat, year: number): Segment[] {
  // Offsets are compared as they are written, and read only when a segment is complete.
  const offsetAt = (t: Instant) => {
    const text = format.format(t);
    return text.slice(text.indexOf('GMT'));
  };
  const end = Date.UTC(year + 1, 0);
  const segments: Segment[] = [];
  let from = Date.UTC(year, 0);
  let offset = offsetAt(from);
  let probed = from;
  while (probed < end) {
    const next = Math.min(probed + PROBE, end);
    const after = offsetAt(next);
    // More than one change may lie between two probes: go on until the offset is that of the later one.
    while (offset !== after) {
      const change = firstChange(offsetAt, probed, next, offset);
      segments.push({ from, to: change, offset: readOffset(offset) });
      from = probed = change;
      offset = offsetAt(change);
    }
    probed = next;
  }
  segments.push({ from, to: end, offset: readOffset(offset) });
  return segments;
}

/** Between `low` (which has `offset`) and `high` (which has not): the second at which the offset changes. */
function firstChange(offsetAt: (t: Instant) => string, low: Instant, high: Instant, offset: string): Instant {
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
    if (offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** The UTC year of an instant. */
export function yearOf(t: Instant): number {
  return new Date(t).getUTCFullYear();
}

/** Milliseconds to add to `t` for the wall clock of the zone, as if that were UTC. */
export function offsetAt(zone: string, t: Instant): number {
  return segmentsOf(zone, yearOf(t)).find((segment) => t < segment.to)!.offset;
}

/**
 * The first instant at which the wall clock of the zone shows `wall` or later, `wall` being written as if it were UTC.
 * In a gap that is the end of the gap; of two passes it is the first. So there is nothing to resolve.
 */
export function firstAtWall(zone: string, wall: number): Instant {
  const guess = yearOf(wall - 2 * DAY);
  for (let year = guess; ; year++) {
    for (const segment of segmentsOf(zone, year)) {
      const t = Math.max(segment.from, wall - segment.offset);
      if (t < segment.to) return t;
    }
  }
}
