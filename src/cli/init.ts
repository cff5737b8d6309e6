import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { POLICY_FILE, policyPaths } from '../policy/file.ts';
import { FIRST_POLICY, generatedFiles, standingOf, type GeneratedFile } from '../setup/files.ts';
import { optional, readOptions, UsageError } from './arguments.ts';
import type { Policy } from '../capabilities/policy.ts';
import { LABEL_OPTION, POLICY_OPTION, REPO_OPTION } from './options.ts';
import type { Subcommand } from './subcommand.ts';
import { askTerminal, BY_LABEL_ALONE, hasOtherBugs } from './adopting.ts';
import { labelOf, pathInside, readIfThere } from './files.ts';
import { policyOf, readPolicyFile } from './policy.ts';

const OPTIONS = {
  policy: POLICY_OPTION,
  label: LABEL_OPTION,
  repo: REPO_OPTION,
  force: { type: 'boolean', does: 'Write also over files that were not written from this policy.' },
} as const;

/** Writes the workflow, the issue forms and a first policy into a repository, and brings up to date what it wrote before. */
export const init: Subcommand = {
  usage: 'init [--policy FILE] [--label NAME] [--repo OWNER/NAME] [--force]',
  does: 'Write what a repository needs, or bring it up to date: workflow, issue forms, a first policy.',
  options: OPTIONS,
  examples: ['init', 'init --label outage --policy ops/incidents.yml'],
  fails: null,
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    if (options.positionals.length > 0) throw new UsageError('init takes no file; expected --policy FILE');
    const named = optional(options, 'policy') ?? (await readPolicyFile(null)).file;
    const policyFile = pathInside(named);
    if (policyFile === null) throw new UsageError(`--policy: ${named} is not in this directory; expected a file of it`);
    const origin = { policy: await policyOf(options), policyFile, incidentLabel: labelOf(options) };

    if (policyPaths(POLICY_FILE).includes(policyFile)) {
      const there = (await readIfThere(policyFile)) !== null;
      if (!there) await write(policyFile, await firstPolicy(origin.policy, optional(options, 'repo'), print));
      print(there ? `${policyFile} is yours: left alone` : `${policyFile} written: change it, then run init again`);
    }
    for (const file of generatedFiles(origin)) {
      const line = await bring(file, policyFile, options.values.force === true);
      if (line !== null) print(`${file.path} ${line}`);
    }
    return 0;
  },
};

/** The policy to begin with, by what the repository has already: where every bug has a priority, that alone makes no incident. */
async function firstPolicy(policy: Policy, repo: string | null, print: (line: string) => void): Promise<string> {
  const isOther = await hasOtherBugs(policy, { repo, print, ask: askTerminal });
  if (!isOther) return FIRST_POLICY;
  print(`${BY_LABEL_ALONE} written: only the incident label makes an issue an incident`);
  return `${FIRST_POLICY.trimEnd()}\n${BY_LABEL_ALONE}                # a priority label alone makes no incident\n`;
}

/** Makes a file what it should be, and says what was done; null if there is nothing to say. */
async function bring(file: GeneratedFile, policyFile: string, force: boolean): Promise<string | null> {
  const { path, text } = file;
  const standing = standingOf(file, policyFile, await readIfThere(path));
  if (standing === 'unwanted') {
    await rm(path);
    return 'removed: the policy has no such form any more';
  }
  if (text === null) return null;
  if (standing === 'good') return 'is up to date';
  if (standing === 'foreign' && !force)
    return 'was not written from this policy: left alone (--force writes it all the same)';
  await write(path, text);
  return standing === 'missing' ? 'written' : standing === 'stale' ? 'brought up to date' : 'written over';
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
