import type { Intent, Rule } from '../situation.ts';

/** The labels that say "resolved", "mitigated" and "deploy anyway" follow the incident, however it came to be so or to be so no more. */
export const stateLabelsRule: Rule = ({ incident, policy, words }) => {
  const {
    issue,
    resolution: { resolved },
    mitigation: { mitigated },
    deployments: { allowed },
  } = incident;
  const follow = (label: string, holds: boolean, why: string, whyNot: string): Intent[] => {
    if (issue.labels.includes(label) === holds) return [];
    return holds
      ? [{ do: 'add-labels', issue: issue.number, labels: [label], why }]
      : [{ do: 'remove-labels', issue: issue.number, labels: [label], why: whyNot }];
  };
  const { label } = words;
  return [
    ...follow(policy.labels.resolved, resolved !== null, label.resolved, label.notResolved),
    ...follow(policy.labels.mitigated, mitigated !== null, label.mitigated, label.notMitigated),
    ...follow(policy.labels.deployAnyway, allowed !== null, label.deployAnyway, label.notDeployAnyway),
  ];
};
