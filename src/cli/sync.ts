import { GitHubError } from '../github/port.ts';
import { labelClash } from '../setup/labels.ts';
import { syncLabels } from '../setup/sync.ts';
import { SYNC_WORDS } from '../setup/words.ts';
import { optional, readOptions, UsageError } from './arguments.ts';
import { API_OPTION, LABEL_OPTION, POLICY_OPTION, REPO_OPTION } from './options.ts';
import type { Subcommand } from './subcommand.ts';
import { labelOf } from './files.ts';
import { policyOf } from './policy.ts';
import { repositoryOf } from './repository.ts';
import { tokenFor, troubleOf } from './token.ts';

const OPTIONS = {
  repo: REPO_OPTION,
  policy: POLICY_OPTION,
  label: LABEL_OPTION,
  yes: { type: 'boolean', does: 'Write; without it nothing is written, and what would be is shown.' },
  recolour: {
    type: 'boolean',
    does: 'Give the labels that were there before the colours and descriptions of the policy, too.',
  },
  api: API_OPTION,
} as const;

/** Creates the labels of the policy that a repository lacks; without `--yes` it only shows which. */
export const sync: Subcommand = {
  usage: 'sync [--repo OWNER/NAME] [--policy FILE] [--label NAME] [--recolour] [--yes] [--api URL]',
  does: 'Show which labels of the policy the repository lacks; with --yes, create them.',
  options: OPTIONS,
  examples: ['sync', 'sync --repo acme/shop --yes'],
  fails: 'GitHub would not do it',
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    if (options.positionals.length > 0) throw new UsageError('sync takes options only');
    const [label, policy] = [labelOf(options), await policyOf(options)];
    const clash = labelClash(policy, label);
    if (clash !== null) throw new UsageError(clash);
    const [apply, recolour] = [options.values.yes === true, options.values.recolour === true];
    const token = tokenFor('read the repository and write issues');
    const api = optional(options, 'api') ?? (process.env.GITHUB_API_URL || null);
    const { owner, name } = await repositoryOf(optional(options, 'repo'), api);
    const repository = `${owner}/${name}`;

    // The other commands start sooner without.
    const { openGitHub } = await import('./github.ts');
    const github = await openGitHub({ owner, name, token: token.token, api }, Date.now());
    try {
      const { lines, unlike } = await syncLabels(github, policy, label, { apply, recolour });
      const words = SYNC_WORDS[policy.language];
      for (const line of lines) print(line);
      if (lines.length === 0) print(words.upToDate(repository), 'good');
      else if (apply) print(words.written(lines.length, repository), 'good');
      else print(words.planned(lines.length, repository));
      if (unlike > 0) print(words.unlike(unlike), 'aside');
      return 0;
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      print(troubleOf(error, repository, token), 'bad');
      return 1;
    }
  },
};
