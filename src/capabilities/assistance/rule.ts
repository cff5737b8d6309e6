import type { Rule } from '../situation.ts';

/** A request for assistance to which somebody gives a priority is an incident from then on. */
export const assistanceRule: Rule = ({ incident, policy, words }) => {
  const label = policy.assistance?.label;
  const isStale = label !== undefined && incident.kind === 'incident' && incident.issue.labels.includes(label);
  return isStale
    ? [{ do: 'remove-labels', issue: incident.issue.number, labels: [label], why: words.assistance.removed }]
    : [];
};
