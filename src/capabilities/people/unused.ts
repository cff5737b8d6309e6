import { foldText } from '../../text/compare.ts';
import { nearest } from '../../policy/wording.ts';
import type { Policy } from '../policy.ts';
import { wordsOf } from '../words.ts';
import { USUAL_ROLES } from './reference.ts';

const LEVELS: readonly string[] = ['level-1', 'level-2', 'level-3'];
/** Every name of a role that means something without being named elsewhere in the policy. */
export const KNOWN_ROLES: readonly string[] = [...USUAL_ROLES, ...LEVELS];

/** What people call these roles in French, where that is no slip of the keyboard. */
const IN_FRENCH: Readonly<Record<string, string>> = {
  repondant: 'responder',
  repondants: 'responder',
  intervenant: 'responder',
  intervenants: 'responder',
  astreinte: 'responder',
  direction: 'management',
  encadrement: 'management',
  'gestionnaire-incident': 'incident-manager',
  'niveau-1': 'level-1',
  'niveau-2': 'level-2',
  'niveau-3': 'level-3',
};

/** Roles that nothing uses: no step, category or other key names them, and Tocsin itself knows no such name. Each with its place. */
export function unusedRoles(policy: Policy): readonly string[] {
  const { unusedRole } = wordsOf(policy.language);
  const used = new Set([...KNOWN_ROLES, ...namedRoles(policy)]);
  return [...policy.roles.keys()].filter((role) => !used.has(role)).map((role) => unusedRole(role, meantBy(role)));
}

/** The roles that a policy names besides defining them. */
function namedRoles(policy: Policy): readonly string[] {
  const { escalationPolicies, inform, fallback, categories, priorities, entitled, rights } = policy;
  return [
    ...[...escalationPolicies.values()].flatMap((steps) => steps.flatMap(({ notify }) => notify)),
    ...inform,
    fallback,
    ...categories.flatMap(({ owner }) => owner ?? []),
    ...Object.values(priorities).flatMap(({ postMortem }) => postMortem?.approver ?? []),
    ...entitled,
    ...[...rights.values()].flat(),
  ];
}

function meantBy(role: string): string | null {
  const plain = foldText(role).replace(/[ .]/g, '-');
  return IN_FRENCH[plain] ?? nearest(plain, KNOWN_ROLES) ?? KNOWN_ROLES.find((it) => it === plain) ?? null;
}
