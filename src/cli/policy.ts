import { readFile } from 'node:fs/promises';
import { POLICY_FILE } from '../policy/file.ts';
import { formatProblem } from '../policy/problem.ts';
import { loadPolicy } from '../capabilities/load.ts';
import type { Policy } from '../capabilities/policy.ts';
import { optional, UsageError, type Options } from './arguments.ts';

/** Reads a policy file's text; null if there is none at the usual place and none was named. */
export async function readPolicyFile(
  named: string | null,
): Promise<{ readonly file: string; readonly text: string | null }> {
  const file = named ?? POLICY_FILE;
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch (error) {
    if (named === null && (error as NodeJS.ErrnoException).code === 'ENOENT') return { file, text: null };
    throw new UsageError(`the policy ${file} cannot be read: ${(error as Error).message}`);
  }
}

/** The policy that a command works with: `--policy FILE`, the file at the usual place, or the built-in one. */
export async function policyOf(options: Options): Promise<Policy> {
  const { file, text } = await readPolicyFile(optional(options, 'policy'));
  const loaded = await loadPolicy(text, file);
  if (loaded.ok) return loaded.policy;
  throw new UsageError(loaded.problems.map(formatProblem).join('\n'));
}
