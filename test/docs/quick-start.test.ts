import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fencesOf } from './pages.ts';

/* The quick start as a newcomer goes through it: a clone without node_modules beside their own repository, and no network. The one
   in French has the same lines, and its policy is tried with all others. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
  await mkdir(join(folder, 'mine/.github'), { recursive: true });
  await mkdir(join(folder, 'tocsin'));
  for (const part of ['package.json', 'package-lock.json', 'dist', 'examples'])
    await cp(join(ROOT, part), join(folder, 'tocsin', part), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a line of the quick start as it stands there. */
function run(line: string): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    npm_config_cache: join(folder, 'cache'),
    npm_config_offline: 'true',
  };
  return new Promise((resolve, reject) => {
    execFile('sh', ['-c', line], { cwd: join(folder, 'mine'), env }, (failed, out, error) => {
      if (failed) reject(new Error(`${line}\n${out}${error}`));
      else resolve(out);
    });
  });
}

it('ends with a policy in which nothing is wrong or odd', async () => {
  const fences = fencesOf('README.md');
  const lines = fences.filter(({ lang }) => lang === 'sh').flatMap(({ code }) => code.split('\n'));
  const [first, ...rest] = lines.filter((line) => line.startsWith('npx ../tocsin '));
  expect(first).toBe('npx ../tocsin init');
  await run(first!);
  const policy = fences.find(({ lang }) => lang === 'yaml')!.code;
  await writeFile(join(folder, 'mine/.github/tocsin.yml'), `${policy}\n`);
  const said: string[] = [];
  for (const line of rest) said.push(await run(line));
  expect(said.at(-1)).toBe('.github/tocsin.yml is good.\n');
  expect((await readdir(join(folder, 'mine/.github'))).toSorted()).toEqual([
    'ISSUE_TEMPLATE',
    'tocsin.yml',
    'workflows',
  ]);
  expect(await readdir(join(folder, 'tocsin'))).not.toContain('node_modules');
});
