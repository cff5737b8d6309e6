import type * as z from 'zod/mini';
import { once } from '../model/once.ts';
import { map } from './expect.ts';
import { orderProblems } from './problem.ts';
import type { PolicyProblem } from './problem.ts';
import { resolveSections } from './resolve.ts';
import type { PolicyOf, Section } from './section.ts';
import { readShaped } from './shaped.ts';
import { toData } from './tree.ts';
import { parseYaml } from './yaml.ts';

type Loaded<Policy> =
  { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** The shape of the whole file: each section under its key. */
export function fileSchema(sections: readonly Section[]): z.ZodMiniObject {
  const shape = Object.fromEntries(sections.map(({ key, schema }) => [key, schema]));
  return map('a policy', shape, { meant: (name) => sections.flatMap(({ meant }) => meant?.(name) ?? [])[0] });
}

/** The built-in policy, as a file would have it. */
export function builtinText(sections: readonly Section[]): string {
  return (
    '# The built-in policy. Every section is optional; a section that you give replaces the one shown here.\n' +
    sections.map(({ builtin }) => builtin).join('')
  );
}

/**
 * What reads a policy file made of these sections. Each section of the file takes the place of the built-in one whole; without
 * a file, or with an empty one, the built-in policy applies. All problems are found at once, in the order of the file.
 */
export function policyLoader<const S extends readonly Section[]>(
  sections: S,
): (text: string | null, file: string) => Promise<Loaded<PolicyOf<S>>> {
  const schema = fileSchema(sections);
  const builtin = once(() => schema.parse(toData(parseYaml(builtinText(sections), 'the built-in policy').tree!)));

  const load = async (text: string | null, file: string): Promise<Loaded<PolicyOf<S>>> => {
    const read = readShaped(text ?? '', file, schema);
    if (!read.isReadable) return { ok: false, problems: orderProblems(read.problems) };
    const { shape, whole, problems } = read;
    const checked = { file: shape.file, builtin: builtin(), whole, tree: shape.tree };
    const policy = await resolveSections(sections, checked, read.report);
    return problems.length > 0 ? { ok: false, problems: orderProblems(problems) } : { ok: true, policy };
  };

  // A rehearsal plays hundreds of runs on one policy.
  let last: { readonly text: string | null; readonly file: string; readonly loaded: ReturnType<typeof load> } | null =
    null;
  return (text, file) => {
    if (last?.text !== text || last.file !== file) last = { text, file, loaded: load(text, file) };
    return last.loaded;
  };
}
