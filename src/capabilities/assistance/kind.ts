import { type Policy } from '../policy.ts';
import { PRIORITIES } from '../../model/priority.ts';
import type { Issue } from '../../model/issue.ts';

export type IssueKind = 'incident' | 'assistance';

/**
 * What kind of ticket an issue is, given with the labels that it has lost. A priority makes an incident even of what came in as a request
 * for assistance.
 */
export function kindOf(issue: Issue, { assistance, priorities }: Policy): IssueKind {
  const isAssistance =
    assistance !== null &&
    isOn(issue, assistance.label) &&
    !PRIORITIES.some((it) => issue.labels.includes(priorities[it].label));
  return isAssistance ? 'assistance' : 'incident';
}

/** Whether a label is on an issue, or would be but for the settings of the repository. */
function isOn({ labels, timeline }: Issue, label: string): boolean {
  const change = timeline.findLast((it) => (it.kind === 'labeled' || it.kind === 'unlabeled') && it.label === label);
  return labels.includes(label) || change?.kind === 'labeled';
}

/**
 * The policy as it applies to one issue: a request for assistance has no priority, so what counts for it stands in the place
 * of that which nobody has assessed.
 */
export function policyFor(issue: Issue, policy: Policy): Policy {
  const { assistance, priorities } = policy;
  if (assistance === null || kindOf(issue, policy) !== 'assistance') return policy;
  const { name, clocks, escalation } = assistance;
  const P3 = { ...priorities.P3, name, clocks, escalation, criteria: [], postMortem: null, needsCategory: false };
  return { ...policy, priorities: { ...priorities, P3 } };
}
