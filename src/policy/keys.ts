import * as z from 'zod/mini';
import { hinted } from './expect.ts';

/** What is said of a key, in the JSON Schema for editors and in the tables of docs/policy.md; Markdown, with links to headings there. */
interface About {
  readonly meaning: string;
  /** What it takes, where its schema does not say that. */
  readonly takes?: string;
  /** What holds if it is left out; nothing if this is. */
  readonly default?: string;
  /** Several keys that have this object in common are shown as one, under this name. */
  readonly shown?: string;
  /** What such keys look like: the pattern by which an editor knows all of them. */
  readonly pattern?: string;
}

const ABOUT = z.registry<Partial<About>>();

/** A key that may be left out. */
export function key<S extends z.ZodMiniType>(schema: S, about: About): z.ZodMiniOptional<S> {
  return said(z.optional(schema), schema, about);
}

/** A key that must be there. */
export function required<S extends z.ZodMiniType>(schema: S, about: About): S {
  return said(schema, schema, about);
}

function said<S extends z.ZodMiniType>(key: S, value: z.ZodMiniType, about: About): S {
  const { takes = aboutOf(value).takes } = about;
  const full = takes === undefined ? about : { ...about, takes };
  return documented(hinted(key, { description: describe(full) }), full);
}

/** A key that editors hear something else about than the documentation. */
export function documented<S extends z.ZodMiniType>(schema: S, about: Partial<About>): S {
  ABOUT.add(schema, about);
  return schema;
}

/** A value, with what the documentation says of a key that takes it. */
export function taking<S extends z.ZodMiniType>(takes: string, schema: S): S {
  return documented(schema, { takes });
}

/** What was said of a schema, or of the one that it was made from. */
export function aboutOf(schema: z.core.$ZodType): Partial<About> {
  return ABOUT.get(schema as z.ZodMiniType) ?? {};
}

/** For editors, which have no use for links into the documentation. */
function describe(about: About): string {
  const takes = about.takes === undefined ? '' : ` Takes: ${about.takes}.`;
  const unless = about.default === undefined ? '' : ` Default: ${about.default}.`;
  return `${about.meaning}${takes}${unless}`.replaceAll(/\[([^\]]+)\]\(#[^)]+\)/g, '$1');
}
