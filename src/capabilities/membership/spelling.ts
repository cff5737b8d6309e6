import { type Policy } from '../policy.ts';
import { PRIORITIES } from '../../model/priority.ts';
import type { Issue } from '../../model/issue.ts';

/** Every label that a policy gives a meaning, and the incident label. */
export function knownLabels(policy: Policy, incidentLabel: string): readonly string[] {
  return [
    incidentLabel,
    ...PRIORITIES.map((it) => policy.priorities[it].label),
    ...(policy.assistance ? [policy.assistance.label] : []),
    ...policy.categories.flatMap(({ label, subcategories }) => [label, ...subcategories.map((it) => it.label)]),
    ...(policy.maintenance ? [policy.maintenance.label] : []),
    ...policy.services.map(({ name }) => name),
    ...policy.pauses.keys(),
    ...Object.values<string>({ ...policy.labels }),
    ...[...policy.escalationPolicies.values()].flat().flatMap(({ labels }) => labels),
  ];
}

/**
 * The issue with its labels as the policy spells them: for GitHub `p0` and `P0` are one label, and a repository that has the
 * former cannot have the latter.
 */
export function spell(issue: Issue, known: readonly string[]): Issue {
  const names = new Map(known.map((label) => [label.toLowerCase(), label]));
  const proper = (label: string): string => names.get(label.toLowerCase()) ?? label;
  return {
    ...issue,
    labels: issue.labels.map(proper),
    timeline: issue.timeline.map((event) => ('label' in event ? { ...event, label: proper(event.label) } : event)),
  };
}
