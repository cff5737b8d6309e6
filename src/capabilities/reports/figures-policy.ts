import type { FiguresPolicy } from '../../figures/figures.ts';
import type { Maintenance } from '../maintenance/window.ts';
import type { Policy } from '../policy.ts';

/** What figures take of a policy, and of the planned maintenance that is known. */
export function figuresPolicyOf(
  { zone, services, reports }: Policy,
  maintenances: readonly Maintenance[] = [],
): FiguresPolicy {
  return {
    zone,
    services: services.map(({ name, downtimePerIncident, objective, calendar }) => ({
      name,
      tolerance: downtimePerIncident?.ms ?? null,
      objective,
      calendar,
    })),
    maintenances,
    exclude: reports?.exclude ?? [],
    countsConfidential: reports?.countsConfidential ?? true,
  };
}
