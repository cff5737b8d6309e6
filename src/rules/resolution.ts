import type { Rule } from '../plan/situation.ts';

/** The label that says "resolved" follows the incident, however it came to be resolved or reopened. */
export const resolution: Rule = ({ incident, policy, words }) => {
  const label = policy.labels.resolved;
  const has = incident.issue.labels.includes(label);
  const resolved = incident.resolved !== null;
  if (has === resolved) return [];
  return resolved
    ? [{ do: 'add-labels', issue: incident.issue.number, labels: [label], why: words.label.resolved }]
    : [{ do: 'remove-labels', issue: incident.issue.number, labels: [label], why: words.label.notResolved }];
};
