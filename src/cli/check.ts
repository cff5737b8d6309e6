import { formatProblem, loadPolicy } from '../policy/load.ts';
import { readOptions, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { readPolicyFile } from './policy.ts';

/** Checks a policy file and lists all its problems. */
export const check: Command = {
  usage: 'check [FILE]',
  does: 'Check a policy file; list every problem with its place.',
  run: async (args, print) => {
    const { positionals } = readOptions(args, {});
    if (positionals.length > 1) throw new UsageError('check takes one file');
    const { file, text } = await readPolicyFile(positionals[0] ?? null);
    const loaded = await loadPolicy(text, file);
    if (!loaded.ok) {
      for (const problem of loaded.problems) print(formatProblem(problem));
      return 1;
    }
    print(text === null ? `There is no ${file}: the built-in policy applies.` : `${file} is good.`);
    return 0;
  },
};
