import { GitHubError } from '../github/port.ts';
import { POLICY_FILE } from '../policy/file.ts';
import { receiver } from '../rehearsal/receiver.ts';
import { optional, readOptions, UsageError } from './arguments.ts';
import { labelOf } from './files.ts';
import { ACCOUNTS_OPTION, API_OPTION, LABEL_OPTION, POLICY_PATH_OPTION, REPO_OPTION } from './options.ts';
import { repositoryOf } from './repository.ts';
import type { Subcommand } from './subcommand.ts';
import { tokenFor, troubleOf } from './token.ts';

const OPTIONS = {
  repo: REPO_OPTION,
  policy: POLICY_PATH_OPTION,
  label: LABEL_OPTION,
  accounts: ACCOUNTS_OPTION,
  api: API_OPTION,
} as const;

/** Prints the agenda of the next review meeting from the record of a repository. It looks at GitHub, not at the files here, and changes nothing. */
export const agenda: Subcommand = {
  usage: 'agenda [--repo OWNER/NAME] [--policy PATH] [--label NAME] [--accounts LOGINS] [--api URL]',
  does: 'Print the agenda of the next review meeting, made from the record of a repository on GitHub; change nothing.',
  options: OPTIONS,
  examples: ['agenda', 'agenda --repo acme/shop > agenda.md'],
  fails: 'some of the record could not be read',
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    if (options.positionals.length > 0) throw new UsageError('agenda takes options only');
    const label = labelOf(options);
    const token = tokenFor('read the repository');
    const api = optional(options, 'api') ?? (process.env.GITHUB_API_URL || null);
    const { owner, name } = await repositoryOf(optional(options, 'repo'), api);
    const repository = `${owner}/${name}`;
    const accounts = (optional(options, 'accounts') ?? 'github-actions[bot]').split(',').map((it) => it.trim());
    const begun = Date.now();

    // The other commands start sooner without.
    const { openGitHub } = await import('./github.ts');
    const { previewAgenda } = await import('../run/post-incident/preview.ts');
    try {
      const { text, report } = await previewAgenda({
        inputs: {
          token: token.token,
          policy: optional(options, 'policy') ?? POLICY_FILE,
          label,
          command: 'run',
          dryRun: true,
          accounts,
          owner,
          repository: name,
          event: 'schedule',
          payload: {},
          workflow: null,
          ref: null,
        },
        github: await openGitHub({ owner, name, token: token.token, api, accounts }, begun),
        // A dry run pages nobody; this would not reach anybody either.
        pager: receiver(),
        now: begun,
        elapsed: () => Date.now() - begun,
        sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      });
      if (text === null)
        throw new UsageError(`the policy of ${repository} has no review, which says when there are meetings`);
      for (const line of text.split('\n')) print(line);
      for (const { message } of report.failures) print(message, 'bad');
      return report.failures.length > 0 || report.stop !== null ? 1 : 0;
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      print(troubleOf(error, repository, token), 'bad');
      return 1;
    }
  },
};
