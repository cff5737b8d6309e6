import type { Interval } from '../calendar/calendar.ts';
import type { IncidentFacts } from './facts.ts';
import type { Count, FiguresPolicy, NamedCount } from './figures.ts';

/** Whether an incident is among the figures. */
export function counts({ leftOut, isConfidential }: IncidentFacts, { countsConfidential }: FiguresPolicy): boolean {
  return leftOut === null && (countsConfidential || !isConfidential);
}

/** Whether the policy leaves its downtime out of the availability, because of its cause. */
export function isExcluded(
  { cause, causeGroup, attributableTo }: Pick<IncidentFacts, 'cause' | 'causeGroup' | 'attributableTo'>,
  { exclude }: Pick<FiguresPolicy, 'exclude'>,
): boolean {
  return [cause, causeGroup, attributableTo].some((it) => it !== null && exclude.includes(it));
}

export const isIn = (at: number | null, { from, to }: Interval): boolean => at !== null && from <= at && at < to;

/** Whether somebody still works on it at the end of a time. */
export function isOpenAt({ openedAt, resolvedAt }: IncidentFacts, { to }: Interval): boolean {
  return openedAt < to && (resolvedAt === null || resolvedAt >= to);
}

/** How many of some incidents were opened and resolved in a time, and open at its end. */
export function countOf(facts: readonly IncidentFacts[], time: Interval): Count {
  const number = (holds: (it: IncidentFacts) => boolean): number => facts.filter(holds).length;
  return {
    opened: number(({ openedAt }) => isIn(openedAt, time)),
    resolved: number(({ resolvedAt }) => isIn(resolvedAt, time)),
    open: number((it) => isOpenAt(it, time)),
  };
}

/** Whether there is anything of it. */
export const isAny = ({ opened, resolved, open }: Count): boolean => opened + resolved + open > 0;

/** The same for each value of something, those with the most incidents first; values that come to nothing are left out. */
export function countsBy(
  facts: readonly IncidentFacts[],
  time: Interval,
  nameOf: (it: IncidentFacts) => string | null,
): readonly NamedCount[] {
  return [...grouped(facts, nameOf)]
    .map(([name, some]) => ({ name, ...countOf(some, time) }))
    .filter(isAny)
    .sort(inOrder);
}

/** Those with the most incidents first, by name where that is the same; what has no name comes last. */
export function inOrder(one: NamedCount, other: NamedCount): number {
  const size = ({ opened, open }: Count): number => opened + open;
  return size(other) - size(one) || byName(one.name, other.name);
}

export function byName(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

/** Things by what they have in common, in the order in which they come. */
export function grouped<T, K>(all: readonly T[], keyOf: (it: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const it of all) {
    const group = groups.get(keyOf(it));
    if (group) group.push(it);
    else groups.set(keyOf(it), [it]);
  }
  return groups;
}
