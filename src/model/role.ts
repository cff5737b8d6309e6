/** The repository roles that GitHub itself has, the weakest first; organisations can add their own. */
export const REPOSITORY_ROLES = ['read', 'triage', 'write', 'maintain', 'admin'] as const;

/**
 * What somebody's role in a repository counts as, in small letters: its name, and of an organisation's own role also the role of
 * GitHub that it stands for. Null is somebody without any.
 */
export type HeldRole = readonly string[] | null;

/** Whether a role is one of GitHub's own; GitHub makes no difference between capitals and small letters. */
export function isGitHubRole(name: string): boolean {
  return REPOSITORY_ROLES.some((role) => role === name.toLowerCase());
}

/** Whether what somebody holds counts as one of these roles, however their capitals are spelt. */
export function holdsOneOf(held: HeldRole, names: readonly string[]): boolean {
  return held !== null && names.some((name) => held.includes(name.toLowerCase()));
}
