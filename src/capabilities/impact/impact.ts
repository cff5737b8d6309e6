import type { Instant } from '../../calendar/calendar.ts';
import type { Incident } from '../incident.ts';
import type { Policy } from '../policy.ts';
import type { Service } from './policy.ts';

/** From when to when users were harmed; `to` is null while it goes on. */
interface Impact {
  readonly from: Instant;
  readonly to: Instant | null;
}

/**
 * The impact of an incident: as somebody stated it, else from the opening to the mitigation or the resolution. Its length is the
 * downtime that the tolerance of seed document A speaks of.
 */
export function impactOf({
  said: { impact },
  issue: { openedAt },
  mitigation: { mitigated },
  resolution: { resolved },
}: Incident): Impact {
  const from = impact?.from ?? openedAt;
  const to = impact?.to ?? mitigated?.at ?? resolved?.at ?? null;
  return { from, to: to === null ? null : Math.max(from, to) };
}

/** The services that an incident concerns: those whose names are among its labels, or the only one that there is. */
export function servicesOf({ issue }: Incident, { services }: Policy): readonly Service[] {
  const named = services.filter(({ name }) => issue.labels.includes(name));
  return named.length > 0 || services.length > 1 ? named : services;
}
