import { GitHubError } from '../github/port.ts';
import { labelClash } from '../setup/labels.ts';
import { syncLabels } from '../setup/sync.ts';
import { optional, readOptions, UsageError } from './arguments.ts';
import type { Subcommand } from './subcommand.ts';
import { labelOf } from './files.ts';
import { policyOf } from './policy.ts';
import { repositoryOf } from './repository.ts';

const OPTIONS = {
  repo: { type: 'string' },
  policy: { type: 'string' },
  label: { type: 'string' },
  api: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

/** Brings the labels of a repository up to date with the policy; without `--yes` it only shows what it would change. */
export const sync: Subcommand = {
  usage: 'sync [--repo OWNER/NAME] [--policy FILE] [--label NAME] [--yes] [--api URL]',
  does: 'Show which labels of the repository differ from the policy; with --yes, create and mend them.',
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    if (options.positionals.length > 0) throw new UsageError('sync takes options only');
    const [label, policy] = [labelOf(options), await policyOf(options)];
    const clash = labelClash(policy, label);
    if (clash !== null) throw new UsageError(clash);
    const apply = options.values.yes === true;
    const token = process.env.GITHUB_TOKEN || process.env.GH_TOKEN;
    if (!token)
      throw new UsageError('set GITHUB_TOKEN or GH_TOKEN to a token that may read the repository and write issues');
    const api = optional(options, 'api') ?? (process.env.GITHUB_API_URL || null);
    const { owner, name } = await repositoryOf(optional(options, 'repo'), api);

    // Only this command talks to GitHub; the others start sooner without.
    const { openGitHub } = await import('./github.ts');
    const github = await openGitHub({ owner, name, token, api }, Date.now());
    try {
      const lines = await syncLabels(github, policy, label, apply);
      for (const line of lines) print(line);
      const what = lines.length === 1 ? '1 label' : `${lines.length} labels`;
      if (lines.length === 0) print(`The labels of ${owner}/${name} are up to date.`);
      else print(apply ? `${what} of ${owner}/${name} written.` : `${what} of ${owner}/${name} to write: add --yes.`);
      return 0;
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      print(`${owner}/${name}: ${error.message}`);
      return 1;
    }
  },
};
