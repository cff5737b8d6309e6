import { isUrgent } from '../../model/priority.ts';
import type { Incident } from '../incident.ts';

/** How far something has come on the way from an event to a problem (seed document B). The ticket with its root cause is a problem ticket. */
type Stage = 'event' | 'alert' | 'incident' | 'problem' | 'major-problem';

type Known = Pick<Incident, 'status' | 'alert' | 'acknowledgement' | 'resolution' | 'category' | 'priority'>;

/** The stage of an incident: a problem once it has a priority and a category, an event if it was none. */
export function stageOf(incident: Known): Stage {
  if (incident.status === 'dismissed') return 'event';
  if (isProblem(incident)) return lastStage(incident);
  return isAlertOnly(incident) ? 'alert' : 'incident';
}

/** The stages of an incident, from the least to the most that it can turn out to be. */
export function stagesOf(incident: Known): readonly Stage[] {
  return ['event', ...(incident.alert ? ['alert' as const] : []), 'incident', lastStage(incident)];
}

function lastStage(incident: Known): Stage {
  return isProblem(incident) && isUrgent(incident.priority.current) ? 'major-problem' : 'problem';
}

function isProblem({ priority, category }: Known): boolean {
  return priority.assessed && category.current !== null;
}

/** What nobody has looked at yet. */
function isAlertOnly({ alert, priority, acknowledgement, resolution }: Known): boolean {
  return alert !== null && !priority.assessed && !acknowledgement && !resolution.resolved;
}
