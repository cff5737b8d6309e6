// @module-tag slow

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
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

/** The packages of which something is in a file of the bundle. */
function packagesOf(file: string): string[] {
  const names = sourcesOf(file).flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** The files of the bundle that are loaded together with one. */
function importsOf(file: string): string[] {
  const { imports } = built.metafile.outputs[`dist/${file}`]!;
  return imports
    .filter(({ kind }) => kind === 'import-statement')
    .map(({ path }) => path.replace(/^.*\//, ''))
    .filter((it) => built.files.has(it));
}

describe('the bundle', () => {
  it('has files whose names do not change', () => {
    const names = [
      'answers.js',
      'changes.js',
      'cli.js',
      'doctor.js',
      'gate.js',
      'holidays.js',
      'index.js',
      'intake.js',
      'licenses.txt',
      'mail.js',
      'on-call.js',
      'post-incident.js',
      'proxy.js',
      'report-page.js',
      'report.js',
      'run.js',
      'shared.js',
      'site.js',
    ];
    expect([...built.files.keys()].sort()).toEqual(names);
  });

  it('holds nothing of the tests, and of the rehearsal only what the terminal plays', () => {
    const names = [...built.files.keys()].filter((it) => it.endsWith('.js'));
    expect(names.flatMap(sourcesOf)).toContain('src/run/run.ts');
    const foreign = /^(?:test|scripts|bench)\/|node_modules\/(?:vitest|@octokit\/graphql-schema)\//;
    expect(names.flatMap(sourcesOf).filter((path) => foreign.test(path))).toEqual([]);
    const ofTheAction = names.filter((it) => it !== 'cli.js');
    const rehearsing = /^src\/rehearsal\/|node_modules\/graphql\//;
    expect(ofTheAction.flatMap(sourcesOf).filter((path) => rehearsing.test(path))).toEqual([]);
    for (const name of ofTheAction) expect(built.files.get(name)).not.toContain('embedded GitHub');
    expect(sourcesOf('cli.js')).toContain('src/rehearsal/rehearse/rehearse.ts');
  });

  it('rehearses with what it holds of the schema of GitHub', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    for (const [name, text] of built.files) await writeFile(join(folder, name), text);
    const args = ['cli.js', 'rehearse', '--priority', 'P0', '--owner', 'tess', '--at', '2026-11-27 18:30'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
    await rm(folder, { recursive: true });
    expect(stdout).toMatch(/^Fri 18:45 +mention +tess +step acknowledge due of urgent$/m);
    expect(stdout).toContain('Reached nobody: nothing.');
    expect(built.files.get('cli.js')!.length).toBeLessThanOrEqual(1_700_000);
  });

  it('speaks to GitHub through @actions/github as the Action, and through @octokit/rest in the terminal', () => {
    const clients = (file: string): string[] =>
      packagesOf(file).filter((it) => /^@actions\/github$|^@octokit\/rest$/.test(it));
    expect(clients('index.js')).toEqual(['@actions/github']);
    expect(clients('cli.js')).toEqual(['@octokit/rest']);
  });

  it('sends its first request before it loads what judges the answer', () => {
    expect(packagesOf('run.js')).toEqual(expect.arrayContaining(['luxon', 'yaml', 'zod']));
    expect(
      [...packagesOf('index.js'), ...packagesOf('shared.js')].filter((it) => /^(?:luxon|yaml|zod)$/.test(it)),
    ).toEqual([]);
    expect(importsOf('index.js')).toEqual(['shared.js']);
  });

  // What writes it is left out of these: see `scripts/lean.ts`.
  it('reads YAML, and writes none, in what every run loads', () => {
    const takesYaml = (path: string): boolean =>
      built.metafile.inputs[path]?.imports.some(({ original }) => original === 'yaml') ?? false;
    expect(sourcesOf('run.js').filter(takesYaml)).toEqual(['src/policy/syntax.ts', 'src/policy/yaml.ts']);
    expect([...sourcesOf('index.js'), ...sourcesOf('shared.js')].filter(takesYaml)).toEqual([]);
    expect(built.files.get('run.js')).toContain('not in the bundle: see scripts/lean.ts');
  });

  it('loads at most 900,000 bytes where there is no proxy, no country and no mail', () => {
    const sizes = ['index.js', 'shared.js', 'run.js'].map((name) => Buffer.byteLength(built.files.get(name)!));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(900_000);
  });

  it.each([
    ['the library of holidays', 'holidays.js', /^(?:date-holidays|moment|moment-timezone|astronomia)$/],
    ['the library that serves a proxy', 'proxy.js', /^(?:undici|tunnel)$/],
    ['the library that sends mail', 'mail.js', /^nodemailer$/],
  ])('has %s in a file of its own, loaded when it is needed', (_, file, library) => {
    expect(packagesOf(file).some((it) => library.test(it))).toBe(true);
    for (const other of ['index.js', 'shared.js', 'run.js', 'cli.js']) {
      expect(packagesOf(other).filter((it) => library.test(it))).toEqual([]);
      expect(importsOf(other)).not.toContain(file);
    }
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

  it('names no place on the machine that built it', () => {
    const root = new URL('../..', import.meta.url).pathname;
    for (const text of built.files.values()) expect(text).not.toContain(root);
  });
});
