import type { Instant, Interval } from '../calendar/calendar.ts';
import { worstOf } from './condition.ts';
import { isUnderWay } from './condition.ts';
import type { Component, Condition, Harm, PublicMaintenance, StatusPage } from './page.ts';

/** A time in which a component was not simply operational. */
export interface Stretch extends Interval {
  readonly condition: Exclude<Condition, 'operational'>;
}

/**
 * How much of a harm's time counts as downtime: all of a major outage, 0.3 of a partial one, nothing of degraded performance. These are
 * the weights of Statuspage's uptime showcase (https://support.atlassian.com/statuspage/docs/display-historical-uptime-of-components/),
 * which Instatus documents as its own as well (https://instatus.com/help/status-page/uptime-colors).
 */
export const WEIGHTS: Readonly<Record<Harm, number>> = {
  major_outage: 1,
  partial_outage: 0.3,
  degraded_performance: 0,
};

/**
 * What happened to each component from `page.since` to `page.at`, by its id: stretches in the order of time that do not overlap. Of
 * several harms at a time the worst counts, and within maintenance none does.
 */
export function stretchesOf(page: StatusPage): ReadonlyMap<string, readonly Stretch[]> {
  const known = new Map<string, Stretch[]>(page.components.map(({ id }) => [id, []]));
  const add = (ids: readonly string[], stretch: Stretch): void => {
    const from = Math.max(stretch.from, page.since);
    const to = Math.min(stretch.to, page.at);
    if (from < to) for (const id of ids) known.get(id)?.push({ ...stretch, from, to });
  };
  for (const { components, harm, from, to } of page.incidents)
    add(components, { from, to: to ?? Infinity, condition: harm });
  for (const it of page.maintenances) {
    const done = whenDone(it);
    if (done) add(it.components, { ...done, condition: 'under_maintenance' });
  }
  return new Map([...known].map(([id, stretches]) => [id, flattened(stretches)]));
}

/** When a maintenance was in fact; one that runs has no end yet, and one that was called off before it began never was. */
function whenDone(maintenance: PublicMaintenance): Interval | null {
  const { begunAt, endedAt, to } = maintenance;
  if (begunAt === null) return null;
  return { from: begunAt, to: endedAt ?? (isUnderWay(maintenance) ? Infinity : to) };
}

/** Stretches that may overlap as such that do not: one sweep over their ends, in n log n. */
function flattened(stretches: readonly Stretch[]): Stretch[] {
  const ends = stretches
    .flatMap(({ from, to, condition }) => [
      { at: from, condition, step: 1 },
      { at: to, condition, step: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const open: Record<Stretch['condition'], number> = {
    under_maintenance: 0,
    degraded_performance: 0,
    partial_outage: 0,
    major_outage: 0,
  };
  const flat: Stretch[] = [];
  let since = 0;
  for (const { at, condition, step } of ends) {
    const current = currentOf(open);
    if (current !== null && since < at) append(flat, { from: since, to: at, condition: current });
    open[condition] += step;
    since = at;
  }
  return flat;
}

function currentOf(open: Readonly<Record<Stretch['condition'], number>>): Stretch['condition'] | null {
  if (open.under_maintenance > 0) return 'under_maintenance';
  const worst = worstOf((Object.keys(open) as Stretch['condition'][]).filter((condition) => open[condition] > 0));
  return worst === 'operational' ? null : worst;
}

/** Appends a stretch, or lengthens the last one if it merely goes on. */
function append(flat: Stretch[], stretch: Stretch): void {
  const last = flat.at(-1);
  if (last?.to === stretch.from && last.condition === stretch.condition)
    flat[flat.length - 1] = { ...last, to: stretch.to };
  else flat.push(stretch);
}

/**
 * The share of a time, from 0 to 1, for which a component was available: the open time of its calendar, without maintenance, less its
 * downtime in it (see `WEIGHTS`). Null if nothing of that time was promised. The stretches are those of `stretchesOf`, so nothing before
 * `page.since` may be asked about.
 */
export function availability({ calendar }: Component, stretches: readonly Stretch[], time: Interval): number | null {
  let promised = calendar.between(time.from, time.to);
  let down = 0;
  for (const { from, to, condition } of stretches) {
    if (to <= time.from || from >= time.to) continue;
    const open = calendar.between(Math.max(from, time.from), Math.min(to, time.to));
    if (condition === 'under_maintenance') promised -= open;
    else down += WEIGHTS[condition] * open;
  }
  return promised > 0 ? Math.max(0, 1 - down / promised) : null;
}

/** Whether a share of time is less than promised. A rounding in the last place is none. */
export function isBelow(share: number, objective: number): boolean {
  return share < objective - 1e-12;
}

/** The part of a time that is on record when the page is made; null if none is. */
export function onRecord(page: StatusPage, from: Instant, to: Instant): Interval | null {
  const time = { from: Math.max(from, page.since), to: Math.min(to, page.at) };
  return time.from < time.to ? time : null;
}
