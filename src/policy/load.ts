import { BUILTIN_POLICY } from './builtin.ts';
import type { Policy } from '../capabilities/policy.ts';
import { orderProblems } from './problem.ts';
import type { Problem } from './problem.ts';
import { resolvePolicy } from './resolve.ts';
import { policyFile, type PolicyFile } from './schema.ts';
import { checkShape } from './shape.ts';
import { keyOffset, showPath, toData, valueOffset } from './tree.ts';
import type { Path, Tree } from './tree.ts';
import { parseYaml } from './yaml.ts';

export type { Problem } from './problem.ts';
export { formatProblem } from './problem.ts';

export type LoadedPolicy =
  { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a policy. Each section of the file takes the place of the built-in one whole; without a file, or with an empty
 * one, the built-in policy applies. All problems are found at once, in the order of the file.
 */
export function loadPolicy(text: string | null, file: string): Promise<LoadedPolicy> {
  // A rehearsal plays hundreds of runs on one policy.
  if (last?.text !== text || last.file !== file) last = { text, file, loaded: load(text, file) };
  return last.loaded;
}

let last: { readonly text: string | null; readonly file: string; readonly loaded: Promise<LoadedPolicy> } | null = null;

async function load(text: string | null, file: string): Promise<LoadedPolicy> {
  const parsed = parseYaml(text ?? '', file);
  const whole: Tree = parsed.tree ?? { kind: 'map', entries: [], offset: 0 };
  const problems = [...parsed.problems];
  if (parsed.tree === null && problems.length > 0) return { ok: false, problems: orderProblems(problems) };

  const shape = checkShape(whole);
  const add = (tree: Tree, path: Path, message: string, about: 'key' | 'value') => {
    const offset = about === 'key' ? keyOffset(tree, path) : valueOffset(tree, path);
    const where = path.length === 0 ? '' : `${showPath(tree, path)}: `;
    problems.push(parsed.place(offset, where + message));
  };
  for (const { path, message, about } of shape.faults) add(whole, path, message, about);
  const policy = await resolvePolicy(shape.file, builtinFile(), whole, shape.tree, (path, message, about = 'value') => {
    add(shape.tree, path, message, about);
  });
  return problems.length > 0 ? { ok: false, problems: orderProblems(problems) } : { ok: true, policy };
}

/** The built-in policy as data; it is a constant, read once. */
const builtinFile = (() => {
  let file: PolicyFile | null = null;
  return (): PolicyFile => (file ??= policyFile.parse(toData(parseYaml(BUILTIN_POLICY, 'the built-in policy').tree!)));
})();
