import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { SILENT_KEYS, undocumented } from './undocumented.ts';

/* What the bundle leaves out: nothing of it is ever used in a run. */

const PACKAGES = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** What packages import and nothing here ever calls, as the little of it that is touched when they are loaded. */
const UNUSED: Readonly<Record<string, string>> = {
  // @actions/github and @actions/core: requests are made by `fetchFor`, and no OIDC token is.
  '@actions/http-client': 'export class HttpClient { getAgent() {} getAgentDispatcher() {} }',
  undici: 'export const fetch = globalThis.fetch;',
  // Of an Octokit only `request` and `graphql` are used; this is a method for each endpoint of GitHub.
  '@octokit/plugin-rest-endpoint-methods':
    'export const restEndpointMethods = () => ({}); export { restEndpointMethods as legacyRestEndpointMethods };',
};

/** Packages that ship their modules one by one as well, from which can be left out what nothing imports: where those begin. */
const IN_MODULES: Readonly<Record<string, string>> = {
  luxon: 'luxon/src/luxon.js',
  yaml: 'yaml/browser/dist/index.js',
};

/** Modules of those that are imported for a method that nothing here calls, each with its exports. */
const NEVER_CALLED: Readonly<Record<string, readonly string[]>> = {
  // Spans of time, and dates by a pattern of one's own: instants and ISO dates are read.
  'luxon/src/interval.js': ['default'],
  'luxon/src/impl/tokenParser.js': [
    'TokenParser',
    'expandMacroTokens',
    'explainFromTokens',
    'formatOptsToTokens',
    'parseFromTokens',
  ],
};

/** The same where YAML is read and none is written. */
const NEVER_WRITTEN: typeof NEVER_CALLED = {
  'yaml/browser/dist/stringify/stringify.js': ['createStringifyContext', 'stringify'],
  'yaml/browser/dist/stringify/stringifyCollection.js': ['stringifyCollection'],
  'yaml/browser/dist/stringify/stringifyDocument.js': ['stringifyDocument'],
  'yaml/browser/dist/stringify/stringifyNumber.js': ['stringifyNumber'],
  'yaml/browser/dist/stringify/stringifyPair.js': ['stringifyPair'],
  'yaml/browser/dist/stringify/stringifyString.js': ['stringifyString'],
};

/** A module that says so if it is called after all. */
function never(exports: readonly string[]): string {
  const names = exports.map((name) => `never as ${name}`).join(', ');
  return `function never() { throw new Error('not in the bundle: see scripts/lean.ts'); } export { ${names} };`;
}

const anyOf = (names: readonly string[]): RegExp => new RegExp(`^(?:${names.join('|')})$`);

/** Leaves out what is never used; `writesYaml` says whether YAML is written as well. */
export const lean = ({ writesYaml }: { readonly writesYaml: boolean }): Plugin => ({
  name: 'lean',
  setup(build) {
    const silent = { ...NEVER_CALLED, ...(writesYaml ? {} : NEVER_WRITTEN) };
    const roots = Object.values(IN_MODULES).map((path) => resolve(PACKAGES, path, '..') + sep);

    build.onResolve({ filter: anyOf(Object.keys(UNUSED)) }, ({ path }) => ({ path, namespace: 'unused' }));
    build.onLoad({ filter: /./, namespace: 'unused' }, ({ path }) => ({ contents: UNUSED[path]! }));

    build.onResolve({ filter: anyOf(Object.keys(IN_MODULES)) }, ({ path }) => ({
      path: resolve(PACKAGES, IN_MODULES[path]!),
      sideEffects: false,
    }));
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path, importer, resolveDir }) =>
      roots.some((root) => importer.startsWith(root))
        ? { path: resolve(resolveDir, path), sideEffects: false }
        : undefined,
    );
    const modules = new Map(Object.entries(silent).map(([path, exports]) => [resolve(PACKAGES, path), exports]));
    build.onLoad({ filter: /[\\/](?:luxon|yaml)[\\/].*\.js$/ }, ({ path }) => {
      const exports = modules.get(path);
      return exports && { contents: never(exports) };
    });

    // GraphQL reads a blank where people read a new line.
    build.onLoad({ filter: /[\\/]src[\\/]github[\\/][\w-]*queries\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/`[^`]*`/g, (text) => text.replace(/\s+/g, ' ')),
      loader: 'ts',
    }));

    build.onLoad({ filter: /[\\/]src[\\/](?:policy|capabilities)[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: /[\\/]policy[\\/]keys\.ts$/.test(path) ? SILENT_KEYS : undocumented(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
});
