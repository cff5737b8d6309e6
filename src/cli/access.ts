import type { Instant } from '../calendar/calendar.ts';
import { GitHubError } from '../github/port.ts';
import type { Policy } from '../capabilities/policy.ts';
import { quote } from '../policy/wording.ts';
import { namedPeople } from '../setup/people.ts';
import { UsageError } from './arguments.ts';
import { tokenFor, troubleOf } from './token.ts';

/**
 * The people of a policy who have no access to a repository, `owner/name`, each with the first place that names them. Of
 * schedules those who may be on call at or after `now`. Throws a UsageError if GitHub cannot be asked.
 */
export async function accessWarnings(policy: Policy, repository: string, now: Instant): Promise<readonly string[]> {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
  if (!owner || !name) throw new UsageError(`--repo: "${repository}" is not OWNER/NAME`);
  const token = tokenFor('read the repository');

  // Without --repo nobody waits for this to load.
  const { openGitHub } = await import('./github.ts');
  const api = process.env.GITHUB_API_URL || null;
  const github = await openGitHub({ owner, name, token: token.token, api }, now);
  const warnings: string[] = [];
  try {
    for (const { place, login } of namedPeople(policy, now)) {
      if ((await github.roleOf(login)) !== null) continue;
      warnings.push(`${place}: ${quote(login)} has no access to ${repository}, so a mention does not reach them`);
    }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    throw new UsageError(`--repo: ${troubleOf(error, repository, token)}`);
  }
  return warnings;
}
