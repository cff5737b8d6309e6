import { GitHubError } from '../github/port.ts';
import { labelClash } from '../setup/labels.ts';
import { syncLabels } from '../setup/sync.ts';
import { optional, readOptions, UsageError } from './arguments.ts';
import type { Subcommand } from './subcommand.ts';
import { labelOf, readIfThere } from './files.ts';
import { policyOf } from './policy.ts';

const OPTIONS = {
  repo: { type: 'string' },
  policy: { type: 'string' },
  label: { type: 'string' },
  api: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

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
    const [{ getOctokit }, { connect }] = await Promise.all([
      import('@actions/github'),
      import('../github/adapter.ts'),
    ]);
    const octokit = getOctokit(token, api === null ? {} : { baseUrl: api.replace(/\/+$/, '') });
    const github = connect({ octokit, owner, name, sleep, accounts: [] }, Date.now());
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

/** The repository: the one named, that of the workflow, or the one that the current directory is a clone of. */
async function repositoryOf(named: string | null, api: string | null): Promise<{ owner: string; name: string }> {
  const given = named ?? (process.env.GITHUB_REPOSITORY || null);
  if (given !== null) {
    const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
    if (owner && name) return { owner, name };
    throw new UsageError(`${named === null ? 'GITHUB_REPOSITORY' : '--repo'}: "${given}" is not OWNER/NAME`);
  }
  const origin = originIn((await readIfThere('.git/config')) ?? '');
  if (origin === null)
    throw new UsageError('which repository? Expected --repo OWNER/NAME, or a clone with a remote origin');
  // Elsewhere somebody else may have a repository of that name.
  if (origin.host !== 'github.com' && api === null)
    throw new UsageError(
      `the remote origin is on ${origin.host}; expected --api URL, e.g. https://${origin.host}/api/v3`,
    );
  return origin;
}

/** Where the remote `origin` is, read from the configuration of a clone. */
export function originIn(config: string): { host: string; owner: string; name: string } | null {
  let section = '';
  for (const line of config.split(/\r?\n/)) {
    const text = line.trim();
    if (text.startsWith('[')) section = text;
    const url = section === '[remote "origin"]' ? /^url\s*=\s*"?([^"]+?)"?$/.exec(text)?.[1] : undefined;
    const found = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([\w.-]+)(?::\d+)?[:/]+([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(
      url ?? '',
    );
    if (found) return { host: found[1]!.toLowerCase(), owner: found[2]!, name: found[3]! };
  }
  return null;
}
