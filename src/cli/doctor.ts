import { GitHubError } from '../github/port.ts';
import { POLICY_FILE } from '../policy/file.ts';
import { diagnose } from '../setup/doctor/diagnose.ts';
import { diagnosisLines } from '../setup/doctor/render.ts';
import { optional, readOptions, UsageError } from './arguments.ts';
import { labelOf } from './files.ts';
import { API_OPTION, JSON_OPTION, LABEL_OPTION, POLICY_PATH_OPTION, REPO_OPTION } from './options.ts';
import { repositoryOf } from './repository.ts';
import type { Subcommand, Tone } from './subcommand.ts';
import { tokenFor, troubleOf } from './token.ts';

const OPTIONS = {
  repo: REPO_OPTION,
  policy: POLICY_PATH_OPTION,
  label: LABEL_OPTION,
  json: JSON_OPTION,
  api: API_OPTION,
} as const;

const TONES = { ok: 'good', warn: 'odd', fail: 'bad', skipped: 'aside' } as const satisfies Record<string, Tone>;

/** Says what a repository lacks, and the line that mends it. It looks at GitHub, not at the files here, and changes nothing. */
export const doctor: Subcommand = {
  usage: 'doctor [--repo OWNER/NAME] [--policy PATH] [--label NAME] [--json] [--api URL]',
  does: 'Look at a repository on GitHub and say what Tocsin lacks there, with what mends it; change nothing.',
  options: OPTIONS,
  examples: ['doctor', 'doctor --repo acme/shop --json'],
  fails: 'something is wrong that keeps Tocsin from working; warnings do not count',
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    if (options.positionals.length > 0) throw new UsageError('doctor takes options only');
    const token = tokenFor('read the repository');
    const api = optional(options, 'api') ?? (process.env.GITHUB_API_URL || null);
    const { owner, name } = await repositoryOf(optional(options, 'repo'), api);
    const repository = `${owner}/${name}`;
    const now = Date.now();
    const { openGitHub } = await import('./github.ts');
    const { githubStatusPageOf } = await import('../run/github-status.ts');
    const github = await openGitHub({ owner, name, token: token.token, api }, now);
    const askStatus = githubStatusPageOf(api ?? 'https://api.github.com');
    const known = { github, now, repository, incidentLabel: labelOf(options), askStatus };
    try {
      const policyPath = optional(options, 'policy') ?? POLICY_FILE;
      const diagnosis = await diagnose({ ...known, policyPath, variables: null, probe: null });
      if (options.values.json === true)
        print(JSON.stringify({ repository, findings: diagnosis.findings, load: diagnosis.load }));
      else
        for (const { text, result } of diagnosisLines(diagnosis))
          print(text, result === null ? undefined : TONES[result]);
      return diagnosis.findings.some(({ result }) => result === 'fail') ? 1 : 0;
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      print(troubleOf(error, repository, token), 'bad');
      return 1;
    }
  },
};
