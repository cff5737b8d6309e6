// @module-tag slow

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fencesOf } from './pages.ts';

/* The quick start as a newcomer goes through it: a clone without node_modules beside their own repository, and no network. The one
   in French has the same lines, and its policy is tried with all others. */

/** npm and a start of the bundle three times, on a machine that has much else to do. */
const SLOW = 180_000;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
  await mkdir(join(folder, 'mine'));
  await mkdir(join(folder, 'tocsin'));
  for (const part of ['package.json', 'package-lock.json', 'dist'])
    await cp(join(ROOT, part), join(folder, 'tocsin', part), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

/** A script that puts sections into the policy that init wrote, in the place of those by the same name, as the page says. */
const merging = (sections: string): string => `
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from ${JSON.stringify(import.meta.resolve('yaml'))};
const file = '.github/tocsin.yml';
writeFileSync(file, stringify({ ...parse(readFileSync(file, 'utf8')), ...parse(${JSON.stringify(sections)}) }));
`;

it(
  'ends with a policy in which nothing is wrong or odd',
  async () => {
    const fences = fencesOf('README.md');
    const lines = fences.filter(({ lang }) => lang === 'sh').flatMap(({ code }) => code.split('\n'));
    const [first, ...rest] = lines.filter((line) => line.startsWith('npx ../tocsin '));
    expect([first, ...rest].map((line) => line!.split(' ')[2])).toEqual(['init', 'init', 'check']);
    const sections = fences.find(({ lang }) => lang === 'yaml')!.code;
    await writeFile(join(folder, 'merge.mjs'), merging(sections));

    // All in one go, since npm takes a second for each.
    const script = ['git init -q', first, 'node ../merge.mjs', ...rest].join('\n');
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      npm_config_cache: join(folder, 'npm'),
      npm_config_offline: 'true',
    };
    const { stdout } = await promisify(execFile)('sh', ['-e', '-c', script], { cwd: join(folder, 'mine'), env });

    expect(stdout).toMatch(/\n\.github\/tocsin\.yml is good\.\n$/);
    expect(stdout).not.toContain('warning');
    const written = await readdir(join(folder, 'mine/.github'));
    expect(written.toSorted()).toEqual(['ISSUE_TEMPLATE', 'tocsin.yml', 'workflows']);
    expect(await readdir(join(folder, 'tocsin'))).not.toContain('node_modules');
  },
  SLOW,
);
