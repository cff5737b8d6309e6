import type { Policy } from '../policy.ts';
import { wordsOf } from '../words.ts';
import { KNOWN_ROLES, meantRole } from './reference.ts';

/** Roles that nothing uses: no step, category or other key names them, and Tocsin itself knows no such name. Each with its place. */
export function unusedRoles(policy: Policy): readonly string[] {
  const { unusedRole } = wordsOf(policy.language);
  const used = new Set([...KNOWN_ROLES, ...namedRoles(policy)]);
  return [...policy.roles.keys()].filter((role) => !used.has(role)).map((role) => unusedRole(role, meantRole(role)));
}

/** The roles that a policy names besides defining them. */
function namedRoles(policy: Policy): readonly string[] {
  const { escalationPolicies, inform, fallback, categories, priorities, review, reports, entitled, rights } = policy;
  return [
    ...[...escalationPolicies.values()].flatMap((steps) => steps.flatMap(({ notify }) => notify)),
    ...inform,
    ...(review?.people ?? []),
    ...(reports?.monthly?.to ?? []),
    ...(reports?.weekly?.to ?? []),
    fallback,
    ...categories.flatMap(({ owner }) => owner ?? []),
    ...Object.values(priorities).flatMap(({ postMortem }) => postMortem?.approver ?? []),
    ...entitled,
    ...[...rights.values()].flat(),
  ];
}
