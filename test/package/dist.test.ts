import { beforeAll, describe, expect, it } from 'vitest';
import { bundle, bundledPackages, type Bundle } from '../../scripts/bundle.ts';

let built: Bundle;
beforeAll(async () => {
  built = await bundle();
});

/** The sources of which something is in a file of the bundle. */
function sourcesOf(file: string): string[] {
  return Object.keys(built.metafile.outputs[`dist/${file}`]!.inputs);
}

describe('the bundle', () => {
  it('has files whose names do not change', () => {
    expect([...built.files.keys()].sort()).toEqual(['cli.js', 'holidays.js', 'index.js', 'licenses.txt', 'shared.js']);
  });

  it('is the same each time', async () => {
    expect(await bundle()).toEqual(built);
  });

  it('holds nothing of the rehearsal, of its GraphQL engine, or of the tests', () => {
    const sources = [...built.files.keys()].filter((it) => it.endsWith('.js')).flatMap(sourcesOf);
    expect(sources).toContain('src/run/run.ts');
    const foreign =
      /^(?:src\/rehearsal|test|scripts|bench)\/|node_modules\/(?:graphql|vitest|@octokit\/(?:graphql-schema|rest))\//;
    expect(sources.filter((path) => foreign.test(path))).toEqual([]);
    for (const text of built.files.values()) expect(text).not.toContain('embedded GitHub');
  });

  it('loads the library of holidays only when a policy names a country', () => {
    expect(sourcesOf('holidays.js').some((path) => path.includes('node_modules/date-holidays/'))).toBe(true);
    const library = /node_modules\/(?:date-holidays|moment|moment-timezone|astronomia)\//;
    expect([...sourcesOf('index.js'), ...sourcesOf('shared.js')].filter((path) => library.test(path))).toEqual([]);
    expect(built.files.get('index.js')).not.toMatch(/\bfrom ?"\.\/holidays\.js"/);
  });

  it('brings the licence of every package that it holds', () => {
    const packages = bundledPackages(built.metafile);
    expect(packages).toContain('node_modules/zod');
    const licenses = built.files.get('licenses.txt')!;
    for (const folder of packages)
      expect(licenses).toMatch(
        new RegExp(`^${folder.replace(/^.*node_modules\//, '')} \\d+\\.\\d+\\.\\d+ \\(.+\\)$`, 'm'),
      );
  });

  it('keeps the names that a stack trace shows', () => {
    expect(built.files.get('index.js')).toContain('function readTrigger(');
  });

  it('names no place on the machine that built it', () => {
    const root = new URL('../..', import.meta.url).pathname;
    for (const text of built.files.values()) expect(text).not.toContain(root);
  });
});
