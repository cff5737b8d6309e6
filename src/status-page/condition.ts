import { CONDITIONS } from './page.ts';
import type { Condition, PublicIncident, PublicMaintenance, StatusPage } from './page.ts';

/** How all is taken together, from good to bad. */
export type Overall = keyof typeof OVERALL;

/**
 * What Statuspage says of a whole page, word for word, in the cases it documents:
 * https://support.atlassian.com/statuspage/docs/top-level-status-and-incident-impact-calculations/
 */
export const OVERALL = {
  operational: { indicator: 'none', description: 'All Systems Operational' },
  maintenance: { indicator: 'maintenance', description: 'Service Under Maintenance' },
  someDegraded: { indicator: 'minor', description: 'Partially Degraded Service' },
  allDegraded: { indicator: 'minor', description: 'Degraded System Service' },
  somePartlyDown: { indicator: 'minor', description: 'Minor Service Outage' },
  someDown: { indicator: 'major', description: 'Partial System Outage' },
  allDown: { indicator: 'critical', description: 'Major System Outage' },
} as const;

/** The condition whose shape and colour stand for all taken together. */
export const OVERALL_CONDITION: Readonly<Record<Overall, Condition>> = {
  operational: 'operational',
  maintenance: 'under_maintenance',
  someDegraded: 'degraded_performance',
  allDegraded: 'degraded_performance',
  somePartlyDown: 'partial_outage',
  someDown: 'major_outage',
  allDown: 'major_outage',
};

/** How these are together: by the worst of them, and by whether all are so. */
export function overallOf(conditions: readonly Condition[]): Overall {
  const worst = worstOf(conditions);
  const isAll = conditions.every((condition) => condition === worst);
  switch (worst) {
    case 'operational':
      return 'operational';
    case 'under_maintenance':
      return 'maintenance';
    case 'degraded_performance':
      return isAll ? 'allDegraded' : 'someDegraded';
    case 'partial_outage':
      return isAll ? 'someDown' : 'somePartlyDown';
    case 'major_outage':
      return isAll ? 'allDown' : 'someDown';
  }
}

/** The worst of some conditions; of none, that all is well. */
export function worstOf(conditions: readonly Condition[]): Condition {
  return conditions.reduce((a, b) => (CONDITIONS.indexOf(a) < CONDITIONS.indexOf(b) ? b : a), 'operational');
}

/** Whether an incident does harm at an instant. */
export function harmsAt({ from, to }: PublicIncident, at: number): boolean {
  return from <= at && (to === null || at < to);
}

/** Whether a maintenance is under way. */
export function isUnderWay({ stage }: PublicMaintenance): boolean {
  return stage === 'in_progress' || stage === 'verifying';
}

/** Whether customers still wait for an end to be told. */
export function isOpen({ stage }: PublicIncident): boolean {
  return stage !== 'resolved' && stage !== 'postmortem';
}

/** How each component is when the page is made, by its id. What harms weighs more than maintenance. */
export function conditionsOf(page: StatusPage): ReadonlyMap<string, Condition> {
  const conditions = new Map<string, Condition>(page.components.map(({ id }) => [id, 'operational']));
  const worsen = (ids: readonly string[], to: Condition): void => {
    for (const id of ids) conditions.set(id, worstOf([conditions.get(id)!, to]));
  };
  for (const incident of page.incidents) if (harmsAt(incident, page.at)) worsen(incident.components, incident.harm);
  for (const it of page.maintenances) if (isUnderWay(it)) worsen(it.components, 'under_maintenance');
  return conditions;
}
