import { stretchesOf } from './availability.ts';
import type { Stretch } from './availability.ts';
import { conditionsOf, isOpen, isUnderWay, overallOf } from './condition.ts';
import type { Overall } from './condition.ts';
import type { Component, Condition, PublicIncident, PublicMaintenance, StatusPage } from './page.ts';
import { tidy } from './tidy.ts';

/** What all files of a site are written from: the page, and what follows from it, worked out once. */
export interface Board {
  /** Tidied: see `tidy`. */
  readonly page: StatusPage;
  readonly components: ReadonlyMap<string, Component>;
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly stretches: ReadonlyMap<string, readonly Stretch[]>;
  readonly overall: Overall;
  /** Newest first, as all lists of a board. */
  readonly open: readonly PublicIncident[];
  readonly closed: readonly PublicIncident[];
  readonly underWay: readonly PublicMaintenance[];
  /** The next first. */
  readonly upcoming: readonly PublicMaintenance[];
}

export function boardOf(untidy: StatusPage): Board {
  const page = tidy(untidy);
  const conditions = conditionsOf(page);
  return {
    page,
    components: new Map(page.components.map((component) => [component.id, component])),
    conditions,
    stretches: stretchesOf(page),
    overall: overallOf([...conditions.values()]),
    open: page.incidents.filter(isOpen),
    closed: page.incidents.filter((incident) => !isOpen(incident)),
    underWay: page.maintenances.filter(isUnderWay),
    upcoming: page.maintenances.filter(({ stage }) => stage === 'scheduled').reverse(),
  };
}

/** The groups of a page in the order of their first components; those without a group under null. */
export function groupsOf(components: readonly Component[]): ReadonlyMap<string | null, readonly Component[]> {
  const groups = new Map<string | null, Component[]>();
  for (const component of components) {
    const id = component.group?.id ?? null;
    const group = groups.get(id);
    if (group) group.push(component);
    else groups.set(id, [component]);
  }
  return groups;
}
