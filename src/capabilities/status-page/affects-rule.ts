import type { Intent, Rule } from '../situation.ts';

/** Labels follow the command. */
export const affectsRule: Rule = ({ incident: { affects, issue }, policy, words }): readonly Intent[] => {
  if (affects === null) return [];
  const right = affects.map(({ name }) => name);
  const absent = right.filter((label) => !issue.labels.includes(label));
  // The category of an incident may have the name of a service too.
  const kept = new Set(policy.categories.map(({ label }) => label));
  const wrong = policy.services
    .map(({ name }) => name)
    .filter((name) => issue.labels.includes(name) && !right.includes(name) && !kept.has(name));
  const why = words.statusPage.affects;
  return [
    ...(absent.length > 0 ? [{ do: 'add-labels', issue: issue.number, labels: absent, why } as const] : []),
    ...(wrong.length > 0 ? [{ do: 'remove-labels', issue: issue.number, labels: wrong, why } as const] : []),
  ];
};
