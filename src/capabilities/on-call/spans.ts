import type { Instant, Interval } from '../../calendar/calendar.ts';

/* Lists of half-open stretches of time, ordered by their beginning. */

/** What of `pieces` lies outside all `holes`. Both are ordered; holes may overlap one another. */
export function subtract<T extends Interval>(pieces: readonly T[], holes: readonly Interval[]): T[] {
  const left: T[] = [];
  let first = 0;
  for (const piece of pieces) {
    let at = piece.from;
    while (first < holes.length && holes[first]!.to <= at) first++;
    for (let i = first; i < holes.length && holes[i]!.from < piece.to; i++) {
      const hole = holes[i]!;
      if (hole.from > at) left.push({ ...piece, from: at, to: hole.from });
      at = Math.max(at, hole.to);
    }
    if (at < piece.to) left.push({ ...piece, from: at });
  }
  return left;
}

/** What of `pieces` lies within a window. Both are ordered and do not overlap. */
export function intersect<T extends Interval>(pieces: readonly T[], windows: readonly Interval[]): T[] {
  const inside: T[] = [];
  let first = 0;
  for (const piece of pieces) {
    while (first < windows.length && windows[first]!.to <= piece.from) first++;
    for (let i = first; i < windows.length && windows[i]!.from < piece.to; i++) {
      const { from, to } = windows[i]!;
      inside.push({ ...piece, from: Math.max(from, piece.from), to: Math.min(to, piece.to) });
    }
  }
  return inside;
}

/** `above` over `below`: what is above hides what is below it. */
export function paint<T extends Interval>(below: readonly T[], above: readonly T[]): readonly T[] {
  if (above.length === 0) return below;
  return spansInOrder([...subtract(below, above), ...above]);
}

export function spansInOrder<T extends Interval>(pieces: readonly T[]): T[] {
  return pieces.toSorted((a, b) => a.from - b.from);
}

/** The part of an interval that lies in [from, to); none if that is empty. */
export function clip<T extends Interval>(piece: T, from: Instant, to: Instant): T[] {
  const cut = { ...piece, from: Math.max(piece.from, from), to: Math.min(piece.to, to) };
  return cut.from < cut.to ? [cut] : [];
}
