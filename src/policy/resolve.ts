import type { PolicyOf, ReportProblem, Scope, Section } from './section.ts';
import { find, keysAt, uncut, type Path, type Tree } from './tree.ts';

/** A file that has passed the schema, by key; `tree` is what was left of `whole`, which has the names that it means to define. */
interface Checked {
  readonly file: Readonly<Record<string, unknown>>;
  readonly builtin: Readonly<Record<string, unknown>>;
  readonly whole: Tree;
  readonly tree: Tree;
}

/** Resolves every section, each after those that it needs. The result counts only if nothing is reported. */
export async function resolveSections<const S extends readonly Section[]>(
  sections: S,
  checked: Checked,
  report: ReportProblem,
): Promise<PolicyOf<S>> {
  const scope = scopeOf(checked, report);
  const parts = new Map<Section, object>();
  const partOf = async (section: Section): Promise<object> => {
    const known = parts.get(section);
    if (known) return known;
    const needs: object = {};
    for (const needed of section.needs) Object.assign(needs, await partOf(needed));
    // `section` has tied the types of these to each other.
    const part = await section.resolve(scope.given(section), scope, needs as never);
    parts.set(section, part);
    return part;
  };
  const policy: object = {};
  for (const section of sections) Object.assign(policy, await partOf(section));
  return policy as PolicyOf<S>;
}

function scopeOf({ file, builtin, whole, tree }: Checked, report: ReportProblem): Scope {
  const isGiven = (key: string): boolean => find(whole, [key]) !== null;
  return {
    report,
    tree,
    // Cutting shares what it leaves alone.
    isIntact: (path: Path) => find(whole, uncut(tree, path)) === find(tree, path),
    namesIn: (key) => (isGiven(key) ? keysAt(whole, [key]) : Object.keys(builtin[key] ?? {})),
    given: <File>({ key }: Section<File>) => ({
      file: file[key] as File | undefined,
      builtin: builtin[key] as File | undefined,
      isGiven: isGiven(key),
    }),
  };
}
