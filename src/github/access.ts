import { errorIn } from './errors.ts';
import type { GraphAnswer, Octokit, Sleep } from './octokit.ts';
import { GitHubError } from './port.ts';

/** One repository, through one Octokit. */
export interface Access {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly name: string;
  readonly sleep: Sleep;
  /** Accounts that count as the Action's own besides that of the token. */
  readonly accounts: readonly string[];
  /** Whether the token is that of a person who only looks, and is none of the Action's own accounts; no if left out. */
  readonly isOnlooker?: boolean;
}

/** The logins of the Action's own accounts, bots with their suffix. */
export function ownLogins({ accounts, isOnlooker = false }: Access, viewer: string): readonly string[] {
  return isOnlooker ? accounts : [viewer, ...accounts];
}

/** Why there is no repository in an answer. */
export function noRepository({ owner, name }: Pick<Access, 'owner' | 'name'>, { errors }: GraphAnswer): GitHubError {
  const [error] = errors;
  if (error && error.type !== 'NOT_FOUND') return errorIn(error);
  return new GitHubError(
    'not-found',
    `There is no repository ${owner}/${name}, or the token may not see it: check the repository's name, and that the job has \`contents: read\`.`,
  );
}
