import type { Instant, Interval } from '../calendar/calendar.ts';
import { counts, isExcluded } from './counted.ts';
import type { IncidentFacts } from './facts.ts';
import type { FiguresPolicy, ServiceFigures, ToleranceFigures } from './figures.ts';
import { yearSpanOf } from './months.ts';
import { minutesOf } from './points.ts';

type Service = FiguresPolicy['services'][number];

/** A time in which a service was down, and for which incident; of several at a time the one with the most weight. */
export interface DownInterval extends Interval {
  readonly weight: number;
  /** Null for a confidential incident. */
  readonly incident: number | null;
  readonly isStated: boolean;
  readonly isExcluded: boolean;
  /** Its open time without planned maintenance, times the weight; in milliseconds. */
  readonly downtime: number;
}

/** What is known of each service in a month, as far as it has gone. */
export function serviceFigures(
  facts: readonly IncidentFacts[],
  policy: FiguresPolicy,
  month: string,
  { whole, time }: { readonly whole: Interval; readonly time: Interval },
): readonly ServiceFigures[] {
  const year = yearSpanOf(policy.zone, month);
  return policy.services.map((service): ServiceFigures => {
    const { name, objective, calendar } = service;
    const pauses = maintenanceOf(service, policy);
    const all = harmful(facts, service, policy, time);
    const counted = all.filter((it) => !isExcluded(it, policy));
    const downtimeOf = (some: readonly IncidentFacts[]): number =>
      downIntervals(some, service, policy, time).reduce((sum, { downtime }) => sum + downtime, 0);
    const stated = all.filter(({ impact }) => impact?.isStated).length;
    return {
      service: name,
      objective,
      promised: calendar.between(whole.from, whole.to, pauses),
      promisedInYear: calendar.between(year.from, year.to, pauses),
      elapsed: calendar.between(time.from, time.to, pauses),
      down: Math.round(downtimeOf(all)),
      counted: Math.round(downtimeOf(counted)),
      stated,
      assumed: all.length - stated,
    };
  });
}

/** The incidents that harmed a service in a time. */
export function harmful(
  facts: readonly IncidentFacts[],
  { name }: Pick<Service, 'name'>,
  policy: FiguresPolicy,
  time: Interval,
): readonly IncidentFacts[] {
  return facts.filter((it) => counts(it, policy) && it.services.includes(name) && clippedSpans(it, time).length > 0);
}

function maintenanceOf({ name }: Service, { maintenances }: FiguresPolicy): readonly Interval[] {
  return maintenances.flatMap(({ services, spans }) => (services.includes(name) ? spans : []));
}

function clippedSpans({ impact }: IncidentFacts, { from, to }: Interval): readonly Interval[] {
  return (impact?.spans ?? [])
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to);
}

/** How long an incident went on within a time, in milliseconds of wall time. */
export function downtimeWithin(facts: IncidentFacts, time: Interval): number {
  return clippedSpans(facts, time).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The times that make the downtime of a service, in order, without overlaps: one sweep over where they begin and end. */
export function downIntervals(
  facts: readonly IncidentFacts[],
  service: Service,
  policy: FiguresPolicy,
  time: Interval,
): readonly DownInterval[] {
  const pauses = maintenanceOf(service, policy);
  const ends = facts
    .filter(({ impact }) => impact !== null && impact.weight > 0)
    .flatMap((it) =>
      clippedSpans(it, time).flatMap(({ from, to }) => [
        { at: from, it, begins: true },
        { at: to, it, begins: false },
      ]),
    )
    .sort((a, b) => a.at - b.at);
  const going = new Set<IncidentFacts>();
  const found: DownInterval[] = [];
  let since: Instant = time.from;
  for (const { at, it, begins } of ends) {
    const worst = worstOf(going);
    if (worst && since < at) {
      const { weight, isStated } = worst.impact!;
      const open = service.calendar.between(since, at, pauses);
      if (open > 0)
        append(found, {
          from: since,
          to: at,
          weight,
          isStated,
          isExcluded: isExcluded(worst, policy),
          incident: worst.isConfidential ? null : worst.number,
          downtime: open * weight,
        });
    }
    if (begins) going.add(it);
    else going.delete(it);
    since = at;
  }
  return found;
}

/** The one with the most weight; of those the oldest. */
function worstOf(going: ReadonlySet<IncidentFacts>): IncidentFacts | null {
  let worst: IncidentFacts | null = null;
  for (const it of going) {
    const more = worst === null ? 1 : it.impact!.weight - worst.impact!.weight;
    if (worst === null || more > 0 || (more === 0 && it.number < worst.number)) worst = it;
  }
  return worst;
}

function append(found: DownInterval[], next: DownInterval): void {
  const last = found.at(-1);
  if (last?.to === next.from && last.incident === next.incident && last.weight === next.weight)
    found[found.length - 1] = { ...last, to: next.to, downtime: last.downtime + next.downtime };
  else found.push(next);
}

/** The downtime of each incident whose impact ended in a time, or goes on at its end, where a service of it has a limit. */
export function toleranceFigures(
  facts: readonly IncidentFacts[],
  policy: FiguresPolicy,
  time: Interval,
): readonly ToleranceFigures[] {
  return facts.flatMap((it) => {
    const { impact } = it;
    if (impact === null || !counts(it, policy) || impact.from >= time.to) return [];
    const isOver = impact.to !== null && impact.to < time.to;
    if (isOver && impact.to < time.from) return [];
    const downtime = downtimeWithin(it, { from: -Infinity, to: time.to });
    return policy.services
      .filter(({ name, tolerance }) => tolerance !== null && it.services.includes(name))
      .map(({ name, tolerance }): ToleranceFigures => ({
        number: it.isConfidential ? null : it.number,
        service: name,
        downtime: minutesOf(downtime),
        limit: minutesOf(tolerance!),
        isKept: downtime <= tolerance!,
        isOver,
      }));
  });
}
