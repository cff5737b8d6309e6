import type { Inputs } from '../run/inputs.ts';
import type { Start } from '../run/context.ts';
import { GitHubError } from '../github/port.ts';
import { POLICY_FILE } from '../policy/file.ts';
import { receiver } from '../rehearsal/receiver.ts';
import { optional, type Options } from './arguments.ts';
import { labelOf } from './files.ts';
import { ACCOUNTS_OPTION, API_OPTION, LABEL_OPTION, POLICY_PATH_OPTION, REPO_OPTION } from './options.ts';
import { repositoryOf } from './repository.ts';
import type { Print } from './subcommand.ts';
import { tokenFor, troubleOf } from './token.ts';

/** The options of commands that read the record of a repository as a run would. */
export const LOOKING_OPTIONS = {
  repo: REPO_OPTION,
  policy: POLICY_PATH_OPTION,
  label: LABEL_OPTION,
  accounts: ACCOUNTS_OPTION,
  api: API_OPTION,
} as const;

/**
 * Reads the record of a repository by a dry run, which changes nothing and tells nobody, and hands it to `look`. What GitHub refuses is
 * printed, and gives 1. Throws a UsageError for bad options.
 */
export async function looking(
  options: Options,
  command: Inputs['command'],
  print: Print,
  look: (start: Omit<Start, 'trigger'>, repository: string) => Promise<number>,
): Promise<number> {
  const label = labelOf(options);
  const token = tokenFor('read the repository');
  const api = optional(options, 'api') ?? (process.env.GITHUB_API_URL || null);
  const { owner, name } = await repositoryOf(optional(options, 'repo'), api);
  const repository = `${owner}/${name}`;
  const accounts = (optional(options, 'accounts') ?? 'github-actions[bot]').split(',').map((it) => it.trim());
  const begun = Date.now();
  // The other commands start sooner without.
  const { openGitHub } = await import('./github.ts');
  const inputs: Inputs = {
    token: token.token,
    policy: optional(options, 'policy') ?? POLICY_FILE,
    label,
    command,
    dryRun: true,
    accounts,
    owner,
    repository: name,
    event: 'schedule',
    payload: {},
    workflow: null,
    ref: null,
  };
  try {
    return await look(
      {
        inputs,
        github: await openGitHub({ owner, name, token: token.token, api, accounts }, begun),
        // A dry run pages nobody; this would not reach anybody either.
        pager: receiver(),
        now: begun,
        elapsed: () => Date.now() - begun,
        sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      },
      repository,
    );
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    print(troubleOf(error, repository, token), 'bad');
    return 1;
  }
}
