import { DateTime } from 'luxon';
import type { Instant } from '../calendar/calendar.ts';
import type { Board } from './board.ts';
import type { PublicIncident, PublicMaintenance } from './page.ts';

/** Something that has begun, newest first in a month. */
export type MonthEntry =
  | { readonly kind: 'incident'; readonly at: Instant; readonly it: PublicIncident }
  | { readonly kind: 'maintenance'; readonly at: Instant; readonly it: PublicMaintenance };

/** One file of the history. */
export interface MonthPart {
  /** Within the folder of a language: `history/2026-11.html`, and `history/2026-11-2.html` for what that has no room for. */
  readonly file: string;
  /** The first instant of the month, in the zone of the page. */
  readonly month: Instant;
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  readonly entries: readonly MonthEntry[];
}

/** So many entries a file holds at most: a bad month must not make a page that no phone can load. */
const MOST = 50;

/** The files of the history, newest first: one for each month, by the zone of the page, in which anything began or was to begin. */
export function monthsOf({ page }: Board): readonly MonthPart[] {
  const entries: MonthEntry[] = [
    ...page.incidents.map((it) => ({ kind: 'incident' as const, at: it.from, it })),
    ...page.maintenances.map((it) => ({ kind: 'maintenance' as const, at: it.begunAt ?? it.from, it })),
  ].sort((a, b) => b.at - a.at);
  const months = new Map<Instant, MonthEntry[]>();
  for (const entry of entries) {
    const month = DateTime.fromMillis(entry.at, { zone: page.zone }).startOf('month').toMillis();
    const others = months.get(month);
    if (others) others.push(entry);
    else months.set(month, [entry]);
  }
  return [...months].flatMap(([month, of]) => {
    const name = DateTime.fromMillis(month, { zone: page.zone }).toFormat('yyyy-MM');
    const parts = Math.ceil(of.length / MOST);
    return Array.from({ length: parts }, (_, i) => ({
      file: `history/${name}${i === 0 ? '' : `-${i + 1}`}.html`,
      month,
      part: i + 1,
      parts,
      entries: of.slice(i * MOST, (i + 1) * MOST),
    }));
  });
}
