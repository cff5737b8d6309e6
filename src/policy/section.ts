import type * as z from 'zod/mini';
import type { Path, Tree } from './tree.ts';

/** Says that something is wrong at a path of the file; places that only the built-in policy has are said to be so. */
export type ReportProblem = (path: Path, message: string, about?: 'key' | 'value') => void;

/** The file, what names in it can refer to, and how to speak about it. */
export interface Scope {
  readonly report: ReportProblem;
  /** The file without what does not fit the schema. */
  readonly tree: Tree;
  /** Whether nothing at or below this path has been cut away; what was cut must not cause further problems. */
  readonly isIntact: (path: Path) => boolean;
  /** Names that the section of a key defines, also those whose definition is wrong: they are reported once, where they are. */
  readonly namesIn: (key: string) => readonly string[];
  /** What stands in another section, before it is resolved. */
  readonly given: <File>(section: Section<File>) => Given<File>;
}

/** What stands under the key of a section. */
interface Given<File> {
  /** In the file, as far as it fits the schema. */
  readonly file: File | undefined;
  /** In the built-in policy. */
  readonly builtin: File | undefined;
  /** Whether the file has the key, be it with something that is wrong. */
  readonly isGiven: boolean;
}

/**
 * One key of the policy file. `File` is what may stand under it, `Part` what it adds to the policy, `Needs` what it must know of
 * other sections.
 */
export interface Section<in File = never, out Part extends object = object, in Needs = never> {
  readonly key: string;
  /** Its form and meaning, see `key`. */
  readonly schema: z.ZodMiniType;
  /** Its part of the built-in policy: YAML with the comments that people read; empty if there is none. */
  readonly builtin: string;
  /** The sections that it needs; they are resolved first, wherever they stand. */
  readonly needs: readonly Section[];
  /** What helps somebody who has written a name of this section where the key of a section belongs. */
  readonly meant?: ((name: string) => string | undefined) | undefined;
  /** Resolves every name and reports what is wrong. The result counts only if nothing is reported. */
  readonly resolve: (given: Given<File>, scope: Scope, needs: Needs) => Part | Promise<Part>;
}

/** A section from its parts; its types follow from its schema and from the sections that it needs. */
export function section<
  S extends z.ZodMiniType,
  Part extends object,
  const Needed extends readonly Section[] = [],
>(parts: {
  readonly key: string;
  readonly schema: S;
  readonly builtin?: string;
  readonly needs?: Needed;
  readonly meant?: (name: string) => string | undefined;
  readonly resolve: (
    given: Given<NonNullable<z.output<S>>>,
    scope: Scope,
    needs: PolicyOf<Needed>,
  ) => Part | Promise<Part>;
}): Section<NonNullable<z.output<S>>, Part, PolicyOf<Needed>> {
  return { builtin: '', needs: [], ...parts };
}

/** What a list of sections makes up. */
export type PolicyOf<Sections extends readonly Section[]> = Flat<Merged<PartOf<Sections[number]>>>;

type PartOf<S> = S extends Section<never, infer Part> ? Part : never;
type Merged<U> = (U extends unknown ? (part: U) => void : never) extends (part: infer I) => void ? I : never;
type Flat<T> = { readonly [K in keyof T]: T[K] };
