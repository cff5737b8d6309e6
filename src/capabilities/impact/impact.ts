import type { Instant, Interval } from '../../calendar/calendar.ts';
import { episodesOf } from '../alerts/log.ts';
import type { Incident } from '../incident.ts';
import { partsOutside, timeOutside } from '../maintenance/window.ts';
import type { Policy } from '../policy.ts';
import type { Service } from './policy.ts';
import { servicesAmong } from './services.ts';

/** From when to when users were harmed; `to` and `downtime` are null while it goes on. */
interface Impact {
  readonly from: Instant;
  readonly to: Instant | null;
  /** In milliseconds. */
  readonly downtime: number | null;
}

/**
 * The impact of an incident: as somebody stated it; else of an alert whenever it fired, and of any other incident from the opening to
 * the mitigation or the resolution. Its length, without the time of planned maintenance of its services, is the downtime that the tolerance of
 * seed document A speaks of. Null for a request for assistance, which harms nobody.
 */
export function impactOf(incident: Incident): Impact | null {
  const { said, kind, alert } = incident;
  const planned = incident.maintenance.flatMap(({ spans }) => spans);
  const span = (from: Instant, end: Instant | null): Impact => spanOf(from, end, planned);
  if (said.impact) return span(said.impact.from, said.impact.to ?? endOf(incident));
  if (kind !== 'incident') return null;
  if (!alert) return span(incident.issue.openedAt, endOf(incident));
  const fired = episodesOf(alert).map(({ from, to }) => span(from, to === Infinity ? endOf(incident) : to));
  const [first, last] = [fired[0], fired.at(-1)];
  if (!first || !last) return span(incident.issue.openedAt, endOf(incident));
  const downtime = last.to === null ? null : fired.reduce((sum, it) => sum + (it.downtime ?? 0), 0);
  return { from: first.from, to: last.to, downtime };
}

/**
 * The times of that impact outside of planned maintenance, in order and without overlaps, which add up to its downtime; the last one ends at
 * Infinity while it goes on.
 */
export function impactSpans(incident: Incident): readonly Interval[] {
  const { said, kind, alert, issue } = incident;
  if (!said.impact && kind !== 'incident') return [];
  const end = endOf(incident) ?? Infinity;
  const fired = !said.impact && alert ? episodesOf(alert) : [];
  const whole = { from: said.impact?.from ?? issue.openedAt, to: said.impact?.to ?? end };
  const times = fired.length > 0 ? fired.map(({ from, to }) => ({ from, to: to === Infinity ? end : to })) : [whole];
  const planned = incident.maintenance.flatMap(({ spans }) => spans);
  return times.flatMap((time) => partsOutside(time, planned));
}

/** When users could work again, whether or not it was resolved then. */
function endOf({ mitigation: { mitigated }, resolution: { resolved } }: Incident): Instant | null {
  return mitigated?.at ?? resolved?.at ?? null;
}

function spanOf(from: Instant, end: Instant | null, planned: readonly Interval[]): Impact {
  const to = end === null ? null : Math.max(from, end);
  return { from, to, downtime: to === null ? null : timeOutside({ from, to }, planned) };
}

/** The services that an incident concerns: those whose names are among its labels, or the only one that there is. */
export function servicesOf({ issue }: Incident, { services }: Policy): readonly Service[] {
  return servicesAmong(issue.labels, services);
}
