import * as z from 'zod/mini';
import { aboutOf } from './keys.ts';
import { fileSchema } from './load.ts';
import type { Section } from './section.ts';

/** The JSON Schema with which editors check and complete a policy file of these sections, as data. */
export function jsonSchemaOf(sections: readonly Section[]): object {
  const schema = z.toJSONSchema(fileSchema(sections), {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.core.$ZodObject) foldKeys(zodSchema, jsonSchema);
    },
  });
  const { $schema, ...rest } = schema;
  return {
    $schema,
    $id: 'urn:tocsin:policy',
    title: 'Tocsin policy',
    description: 'The policy of Tocsin, .github/tocsin.yml. A section that is given replaces the built-in one whole.',
    ...rest,
  };
}

/** One pattern says what many keys would say, such as the 49 for days and ranges of days. */
function foldKeys(object: z.core.$ZodObject, schema: z.core.JSONSchema.BaseSchema): void {
  const shape: Readonly<Record<string, z.core.$ZodType>> = object._zod.def.shape;
  const patternOf = (key: string) => shape[key] && aboutOf(shape[key]).pattern;
  const properties = Object.entries(schema.properties ?? {});
  const folded = properties.flatMap(([key, property]) => {
    const pattern = patternOf(key);
    return pattern === undefined ? [] : [[pattern, property] as const];
  });
  if (folded.length === 0) return;
  schema.properties = Object.fromEntries(properties.filter(([key]) => patternOf(key) === undefined));
  schema.patternProperties = Object.fromEntries(folded);
}
