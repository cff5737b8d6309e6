import type * as z from 'zod/mini';
import type { Path, Tree } from './tree.ts';
import { withoutPaths, toData } from './tree.ts';

type Issue = z.core.$ZodIssue;

const MOST = 100;

/** A fault of the schema at a path, about the value there or its key. */
interface Fault {
  readonly path: Path;
  readonly about: 'key' | 'value';
  readonly message: string;
}

/**
 * Checks a file against the schema. What is wrong is cut away until the rest fits, so that the checks across the file
 * can still look at that rest and people get to see all problems at once. `tree` is what was left.
 */
export function checkShape(
  schema: z.ZodMiniObject,
  tree: Tree,
): {
  readonly file: Readonly<Record<string, unknown>>;
  readonly tree: Tree;
  readonly faults: readonly Fault[];
} {
  const first = schema.safeParse(toData(tree));
  if (first.success) return { file: first.data, tree, faults: [] };
  const faults = faultsOf(first.error.issues);
  // With so many faults there is enough to read, and nothing to be gained from a rest in shreds.
  let rest = faults.length > MOST ? null : withoutPaths(tree, pathsOf(faults));
  while (rest !== null) {
    const again = schema.safeParse(toData(rest));
    if (again.success) return { file: again.data, tree: rest, faults };
    // What comes up only now is a consequence of the cuts, such as a list that they have emptied.
    rest = withoutPaths(rest, pathsOf(faultsOf(again.error.issues)));
  }
  return { file: {}, tree: { kind: 'map', entries: [], offset: 0 }, faults };
}

const pathsOf = (faults: readonly Fault[]) => faults.map(({ path }) => path);

function faultsOf(issues: readonly Issue[]): readonly Fault[] {
  return issues.flatMap((issue) => readIssue(issue, []));
}

/** An issue in words with its path; of a union, those of the one branch that the value has the type of. */
function readIssue(issue: Issue, base: Path): readonly Fault[] {
  const path = [...base, ...(issue.path as Path)];
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, at) => ({ path: [...path, key], about: 'key', message: messages[at] ?? '' }));
  }
  if (issue.code === 'invalid_union') {
    const fitting = issue.errors.filter(
      (branch) => !branch.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
    );
    const [branch] = fitting;
    if (branch && fitting.length === 1) return branch.flatMap((inner) => readIssue(inner, path));
  }
  if (issue.code === 'invalid_key') {
    return [{ path, about: 'key', message: issue.issues[0]?.message ?? issue.message }];
  }
  return [{ path, about: 'value', message: issue.message }];
}
