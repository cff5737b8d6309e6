import type { Incident } from '../incident.ts';
import type { Policy } from '../policy.ts';

/** Whether the priority that the policy proposes is to be set, and has not been: once set, that it was taken off is a decision too. */
export function isAboutToBeRanked({
  kind,
  triage: { trusted, proposal },
  priority: { periods: priorities },
  resolution: { resolved, ended },
}: Incident): boolean {
  if (!trusted || kind !== 'incident' || resolved || ended) return false;
  return proposal.priority !== null && proposal.applies.priority && priorities.every(({ assessed }) => !assessed);
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
