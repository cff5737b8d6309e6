import type * as z from 'zod/mini';
import type { PolicyProblem } from './problem.ts';
import type { ReportProblem } from './section.ts';
import { checkShape } from './shape.ts';
import { keyOffset, showPath, valueOffset, type Path, type Tree } from './tree.ts';
import { parseYaml } from './yaml.ts';

/** A file as far as it fits a schema. `problems` grows by whatever is reported. */
interface Shaped {
  /** False where it is no YAML, of which nothing more can be said. */
  readonly isReadable: boolean;
  readonly problems: PolicyProblem[];
  readonly whole: Tree;
  readonly shape: ReturnType<typeof checkShape>;
  /** Says what is wrong at a path of what was left of the file. */
  readonly report: ReportProblem;
}

/** Reads a file of YAML by a schema: all that is wrong with it at once, each with its place. `noun` is what messages call the file. */
export function readShaped(text: string, file: string, schema: z.ZodMiniObject, noun?: string): Shaped {
  const parsed = parseYaml(text, file, noun);
  const whole: Tree = parsed.tree ?? { kind: 'map', entries: [], offset: 0 };
  const problems = [...parsed.problems];
  const add = (tree: Tree, path: Path, message: string, about: 'key' | 'value') => {
    const offset = about === 'key' ? keyOffset(tree, path) : valueOffset(tree, path);
    const where = path.length === 0 ? '' : `${showPath(tree, path)}: `;
    problems.push(parsed.place(offset, where + message));
  };
  const isReadable = parsed.tree !== null || problems.length === 0;
  const shape = isReadable ? checkShape(schema, whole) : { file: {}, tree: whole, faults: [] };
  for (const { path, message, about } of shape.faults) add(whole, path, message, about);
  const report: ReportProblem = (path, message, about = 'value') => {
    add(shape.tree, path, message, about);
  };
  return { isReadable, problems, whole, shape, report };
}
