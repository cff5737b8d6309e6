import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { buildSchema, type GraphQLSchema } from 'graphql';

let loaded: GraphQLSchema | undefined;

/** GitHub's published schema, built once for the process: that takes about a tenth of a second. */
export function loadSchema(): GraphQLSchema {
  loaded ??= build();
  return loaded;
}

function build(): GraphQLSchema {
  // The package's own entry would also parse ten megabytes of JSON that nobody needs here.
  const manifest = findPackageJSON('@octokit/graphql-schema', import.meta.url);
  if (manifest === undefined) throw new Error('@octokit/graphql-schema is not installed');
  const text = readFileSync(manifest.replace(/package\.json$/, 'schema.graphql'), 'utf8');
  // Two fields are defined twice in the published text.
  return buildSchema(text, { assumeValid: true, assumeValidSDL: true, noLocation: true });
}
