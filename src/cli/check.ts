import { reachWarnings } from '../capabilities/escalation/reach.ts';
import { onCallWarnings } from '../capabilities/on-call/warnings.ts';
import { formatProblem } from '../policy/problem.ts';
import { loadPolicy } from '../capabilities/load.ts';
import { generatedFiles, NOT_GENERATED, staleFiles } from '../setup/files.ts';
import { accessWarnings } from './access.ts';
import { optional, readOptions, UsageError } from './arguments.ts';
import type { Subcommand } from './subcommand.ts';
import { labelOf, pathInside, readIfThere } from './files.ts';
import { readPolicyFile } from './policy.ts';

/**
 * Checks a policy file and lists all its problems; then the files that were generated from it. Of a good policy it prints
 * what is odd about it, which is no failure.
 */
export const check: Subcommand = {
  usage: 'check [FILE] [--label NAME] [--repo OWNER/NAME]',
  does: 'Check a policy file and what was generated from it; list every problem with its place.',
  run: async (args, print) => {
    const options = readOptions(args, { label: { type: 'string' }, repo: { type: 'string' } });
    const { positionals } = options;
    if (positionals.length > 1) throw new UsageError('check takes one file');
    const { file, text } = await readPolicyFile(positionals[0] ?? null);
    const loaded = await loadPolicy(text, file);
    if (!loaded.ok) {
      for (const problem of loaded.problems) print(formatProblem(problem));
      return 1;
    }
    const policyFile = pathInside(file);
    const origin = { policy: loaded.policy, policyFile: policyFile ?? file, incidentLabel: labelOf(options) };
    const stale = policyFile === null ? [] : await staleFiles(generatedFiles(origin), policyFile, readIfThere);
    for (const path of stale) print(`${path} ${NOT_GENERATED}`);
    if (stale.length > 0) return 1;
    print(text === null ? `There is no ${file}: the built-in policy applies.` : `${file} is good.`);
    const [now, repository] = [Date.now(), optional(options, 'repo')];
    const warnings = [
      ...reachWarnings(loaded.policy, null, now),
      ...onCallWarnings(loaded.policy, now),
      ...(repository === null ? [] : await accessWarnings(loaded.policy, repository, now)),
    ];
    for (const warning of warnings) print(`${file}: warning: ${warning}`);
    return 0;
  },
};
