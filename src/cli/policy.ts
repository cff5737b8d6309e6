import { access, readFile } from 'node:fs/promises';
import { POLICY_FILE, readPolicy, type ChosenPolicy } from '../policy/file.ts';
import { formatProblem } from '../policy/problem.ts';
import { loadPolicy } from '../capabilities/load.ts';
import type { Policy } from '../capabilities/policy.ts';
import { optional, UsageError, type Options } from './arguments.ts';

/** Reads a policy file's text; null if there is none at the usual place, by either ending, and none was named. */
export async function readPolicyFile(named: string | null): Promise<Pick<ChosenPolicy, 'file' | 'text'>> {
  if (named !== null) return { file: named, text: await textAt(named) };
  const found = await readPolicy(POLICY_FILE, async (path) => ((await isThere(path)) ? textAt(path) : null));
  const [problem] = found.problems;
  if (problem) throw new UsageError(formatProblem(problem));
  return found;
}

async function textAt(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`the policy ${file} cannot be read: ${(error as Error).message}`);
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The policy that a command works with: `--policy FILE`, the file at the usual place, or the built-in one. */
export async function policyOf(options: Options): Promise<Policy> {
  const { file, text } = await readPolicyFile(optional(options, 'policy'));
  const loaded = await loadPolicy(text, file);
  if (loaded.ok) return loaded.policy;
  throw new UsageError(loaded.problems.map(formatProblem).join('\n'));
}
