import * as z from 'zod/mini';
import { aboutOf } from '../src/policy/keys.ts';

/** The keys that may stand at a path of the policy, such as `schedules.layers`, as rows for people: key, form, default, meaning. */
export function keyRows(policy: z.ZodMiniObject, path: readonly string[]): readonly (readonly string[])[] {
  const at = path.reduce<z.core.$ZodType>((schema, step) => {
    const next = keysOf(schema).find(([key]) => key === step);
    if (!next) throw new Error(`the policy has no key ${path.join('.')}`);
    return next[1];
  }, policy);
  // Keys that say the same of themselves are one row.
  const rows = new Map<string, { readonly keys: string[]; readonly schema: z.core.$ZodType }>();
  for (const [key, schema] of keysOf(at)) {
    const about = JSON.stringify(aboutOf(schema));
    const row = rows.get(about) ?? { keys: [], schema };
    rows.set(about, row);
    if (!row.keys.includes(`\`${key}\``)) row.keys.push(`\`${key}\``);
  }
  return [...rows.values()].map(({ keys, schema }) => {
    const { shown = keys.join(', '), default: unless, meaning = '' } = aboutOf(schema);
    return [shown, formOf(schema), unless ?? (schema instanceof z.core.$ZodOptional ? 'none' : 'required'), meaning];
  });
}

/** The keys of the maps that a value can be, or hold. */
function keysOf(schema: z.core.$ZodType): readonly (readonly [string, z.core.$ZodType])[] {
  if (schema instanceof z.core.$ZodObject) return Object.entries(schema._zod.def.shape);
  if (schema instanceof z.core.$ZodOptional) return keysOf(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodArray) return keysOf(schema._zod.def.element);
  if (schema instanceof z.core.$ZodRecord) return keysOf(schema._zod.def.valueType);
  return schema instanceof z.core.$ZodUnion ? schema._zod.def.options.flatMap(keysOf) : [];
}

/** What a key takes: as it says itself, or as its schema does. */
function formOf(schema: z.core.$ZodType): string {
  const { takes } = aboutOf(schema);
  if (takes !== undefined) return takes;
  if (schema instanceof z.core.$ZodOptional) return formOf(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodBoolean) return '`true` or `false`';
  if (schema instanceof z.core.$ZodEnum)
    return choice(Object.keys(schema._zod.def.entries).map((word) => `\`${word}\``));
  throw new Error(`a key does not say what it takes: ${aboutOf(schema).meaning ?? schema._zod.def.type}`);
}

function choice(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
