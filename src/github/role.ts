import { isGitHubRole, type HeldRole } from '../model/role.ts';
import type { Access } from './access.ts';
import { errorOf } from './errors.ts';
import { isPassing, persist } from './octokit.ts';
import { GitHubError } from './port.ts';

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

/** What somebody may do in the repository; null if GitHub knows nobody of that name. Throws if GitHub does not say. */
export async function askRole({ octokit, owner, name, sleep }: Access, login: string): Promise<HeldRole> {
  try {
    return await persist(sleep, isPassing, async () => {
      const { data } = await octokit.request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
        owner,
        repo: name,
        username: login,
      });
      const told = data as Partial<RawPermission>;
      // A cut answer is no statement about anybody's role.
      if (typeof told.permission !== 'string') throw new GitHubError('no-answer', 'GitHub’s answer was cut off.');
      return readRole({ ...told, permission: told.permission });
    });
  } catch (thrown) {
    const error = errorOf(thrown);
    if (error.trouble === 'not-found') return null;
    throw error;
  }
}
