import { reachWarnings } from '../capabilities/escalation/reach.ts';
import { onCallWarnings } from '../capabilities/on-call/warnings.ts';
import { unusedRoles } from '../capabilities/people/unused.ts';
import { zoneWarnings } from '../capabilities/reader/zones.ts';
import { formatProblem } from '../policy/problem.ts';
import { loadPolicy } from '../capabilities/load.ts';
import { generatedFiles, notGenerated, staleFiles } from '../setup/files.ts';
import { accessWarnings } from './access.ts';
import { optional, readOptions, UsageError } from './arguments.ts';
import { program } from './called.ts';
import { LABEL_OPTION, POLICY_OPTION } from './options.ts';
import type { Subcommand } from './subcommand.ts';
import { labelOf, pathInside, readIfThere } from './files.ts';
import { readPolicyFile } from './policy.ts';

const OPTIONS = {
  policy: { ...POLICY_OPTION, does: 'The policy file, as FILE by itself.' },
  label: LABEL_OPTION,
  repo: {
    type: 'string',
    value: 'OWNER/NAME',
    does: 'Also say who of the policy has no access there; takes a token in GITHUB_TOKEN or GH_TOKEN.',
  },
} as const;

/**
 * Checks a policy file and lists all its problems; then the files that were generated from it. Of a good policy it prints
 * what is odd about it, which is no failure.
 */
export const check: Subcommand = {
  usage: 'check [FILE | --policy FILE] [--label NAME] [--repo OWNER/NAME]',
  does: 'Check a policy file and what was generated from it; list every problem with its place.',
  options: OPTIONS,
  examples: ['check', 'check ops/incidents.yml --repo acme/shop'],
  fails: 'the policy has a problem, or a generated file is out of date; warnings do not count',
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    const { positionals } = options;
    const named = [...positionals, ...[optional(options, 'policy') ?? []].flat()];
    if (named.length > 1) throw new UsageError('check takes one file');
    const { file, text } = await readPolicyFile(named[0] ?? null);
    const loaded = await loadPolicy(text, file);
    if (!loaded.ok) {
      for (const problem of loaded.problems) print(formatProblem(problem), 'bad');
      return 1;
    }
    const policyFile = pathInside(file);
    const origin = { policy: loaded.policy, policyFile: policyFile ?? file, incidentLabel: labelOf(options) };
    const stale = policyFile === null ? [] : await staleFiles(generatedFiles(origin), policyFile, readIfThere);
    for (const path of stale) print(`${path} ${notGenerated(program())}`, 'bad');
    if (stale.length > 0) return 1;
    print(text === null ? `There is no ${file}: the built-in policy applies.` : `${file} is good.`, 'good');
    const [now, repository] = [Date.now(), optional(options, 'repo')];
    const warnings = [
      ...reachWarnings(loaded.policy, null, now),
      ...unusedRoles(loaded.policy),
      ...zoneWarnings(loaded.policy),
      ...onCallWarnings(loaded.policy, now),
      ...(repository === null ? [] : await accessWarnings(loaded.policy, repository, now)),
    ];
    for (const warning of warnings) print(`${file}: warning: ${warning}`, 'odd');
    return 0;
  },
};
