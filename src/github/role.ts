import { isGitHubRole, type HeldRole } from '../model/role.ts';

/** How GitHub tells what somebody may do in a repository. */
export interface RawPermission {
  /** Knows neither maintain nor triage. */
  readonly permission: string;
  /** Has the organisation's own roles too; older servers leave it out. */
  readonly role_name?: string;
  readonly user?: { readonly permissions?: Readonly<Record<string, boolean>> } | null;
}

/** Permissions with the roles that they come from, the strongest first: who has one has those after it as well. */
const STRONGEST = [
  ['admin', 'admin'],
  ['maintain', 'maintain'],
  ['push', 'write'],
  ['triage', 'triage'],
  ['pull', 'read'],
] as const;

/** The role that GitHub's answer tells. An organisation's own role stands also for the strongest that its permissions add up to. */
export function readRole({ permission, role_name: name, user }: RawPermission): HeldRole {
  if (permission === 'none') return null;
  const own = name?.toLowerCase();
  if (own !== undefined && (own === 'none' || isGitHubRole(own))) return [own];
  const permissions = user?.permissions;
  const base = STRONGEST.find(([may]) => permissions?.[may] === true)?.[1] ?? permission;
  return own === undefined ? [base] : [own, base];
}
