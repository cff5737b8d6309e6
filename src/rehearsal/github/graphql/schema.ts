import { buildSchema, type GraphQLSchema } from 'graphql';
import { schemaText } from './schema-text.ts';

let loaded: GraphQLSchema | undefined;

/** GitHub's published schema, built once for the process: that takes about a tenth of a second. */
export function loadSchema(): GraphQLSchema {
  loaded ??= build();
  return loaded;
}

function build(): GraphQLSchema {
  // Two fields are defined twice in the published text.
  return buildSchema(schemaText(), { assumeValid: true, assumeValidSDL: true, noLocation: true });
}
