import { PRIORITIES, type Policy } from '../policy/policy.ts';
import type { Issue } from './issue.ts';

/** Every label that a policy gives a meaning, and the incident label. */
export function knownLabels(policy: Policy, incidentLabel: string): readonly string[] {
  return [
    incidentLabel,
    ...PRIORITIES.map((it) => policy.priorities[it].label),
    ...(policy.assistance ? [policy.assistance.label] : []),
    ...policy.categories.flatMap(({ label, subcategories }) => [label, ...subcategories.map((it) => it.label)]),
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

/** Whether a login is that of an app, which can be asked for nothing. */
export function isBot(login: string): boolean {
  return login.endsWith('[bot]');
}

/** Whether a login is among these; GitHub makes no difference between capitals and small letters. */
export function includesLogin(logins: Iterable<string>, login: string): boolean {
  const wanted = login.toLowerCase();
  for (const one of logins) if (one.toLowerCase() === wanted) return true;
  return false;
}
