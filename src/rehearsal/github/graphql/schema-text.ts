import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/** GitHub's published schema, whole. In the bundle it is what `scripts/schema.ts` leaves of it. */
export function schemaText(): string {
  // The package's own entry would also parse ten megabytes of JSON that nobody needs here.
  const manifest = findPackageJSON('@octokit/graphql-schema', import.meta.url);
  if (manifest === undefined) throw new Error('@octokit/graphql-schema is not installed');
  return readFileSync(manifest.replace(/package\.json$/, 'schema.graphql'), 'utf8');
}
