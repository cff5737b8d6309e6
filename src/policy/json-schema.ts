import * as z from 'zod';
import { DAY_KEY, DAY_KEYS } from './hours.ts';
import { calendar, policyFile } from './schema.ts';

/** The JSON Schema with which editors check and complete `.github/tocsin.yml`, as data. */
export function policyJsonSchema(): object {
  const schema = z.toJSONSchema(policyFile, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === calendar) foldDays(jsonSchema);
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

/** One pattern says what the 49 keys for days and ranges of days would say. */
function foldDays(schema: z.core.JSONSchema.BaseSchema): void {
  const { properties = {} } = schema;
  const hours = properties['mon'];
  if (hours === undefined) return;
  schema.properties = Object.fromEntries(
    Object.entries(properties).filter(([key]) => !DAY_KEYS.some((day) => day === key)),
  );
  schema.patternProperties = { [DAY_KEY]: hours };
}
