import type { Priority } from '../../model/priority.ts';
import { raisedTo, riseOf } from '../alerts/grade.ts';
import type { Incident } from '../incident.ts';
import type { Policy } from '../policy.ts';

/**
 * The priority that is to be set for the policy: that which it proposes, where none was ever set, since that one was taken off is a
 * decision too; or a more urgent one, where an alert has become graver.
 */
export function pendingPriority({ alert, kind, triage, priority, resolution }: Incident): Priority | null {
  const { trusted, proposal } = triage;
  if (!trusted || kind !== 'incident' || resolution.resolved || resolution.ended) return null;
  const proposed = proposal.applies.priority ? (proposal.priority?.priority ?? null) : null;
  if (priority.periods.every(({ assessed }) => !assessed) && proposed !== null) return proposed;
  return raisedTo(riseOf(alert?.grades), proposed, priority.periods);
}

/**
 * Whether the category that the policy proposes is to be set, and has not been: that somebody took one off is a decision too.
 */
export function isAboutToBeSorted(incident: Incident, { categories }: Pick<Policy, 'categories'>): boolean {
  const {
    issue,
    kind,
    triage: { trusted, proposal },
    category: { set: categorization },
    resolution: { resolved, ended },
  } = incident;
  if (!trusted || kind !== 'incident' || resolved || ended || categorization) return false;
  const wasSet = issue.timeline.some(
    (event) => event.kind === 'unlabeled' && categories.some(({ label }) => label === event.label),
  );
  return proposal.category !== null && proposal.applies.category && !wasSet;
}
