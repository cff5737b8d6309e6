import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ended, folder, inFolder, initAlone, initFor, put } from './init-folder.ts';

inFolder();

describe('tocsin init in the wrong place', () => {
  const refused = (objection: string) => ({ code: 2, lines: [], error: expect.stringContaining(objection) as string });
  const TOCSIN = { 'package.json': '{ "name": "tocsin" }', 'action.yml': 'name: Tocsin\n' };

  it('writes nothing into the clone of Tocsin', async () => {
    for (const [path, content] of Object.entries(TOCSIN)) await put(path, content);
    expect(await initAlone()).toEqual(refused('this is the clone of Tocsin itself'));
    expect((await readdir(folder())).sort()).toEqual(['.git', 'action.yml', 'package.json']);
  });

  it('writes nothing where there is no repository, or only above', async () => {
    await mkdir(join(folder(), 'sub'));
    process.chdir(join(folder(), 'sub'));
    expect(await initAlone()).toEqual(
      refused(`a folder within a repository, whose root is ${process.cwd().slice(0, -4)}`),
    );
    process.chdir(folder());
    await rm(join(folder(), '.git'), { recursive: true });
    expect(await initAlone()).toEqual(refused('is no git repository; go to the root of the right clone'));
    expect(await readdir(folder())).toEqual(['sub']);
  });

  it('writes nothing into the clone of another repository than the one asked for', async () => {
    expect(await initAlone('--repo', 'acme/other')).toEqual(
      refused('the remote origin is acme/shop, and --repo says acme/other'),
    );
    expect((await initAlone('--repo', 'Acme/Shop')).code).toBe(0);
  });

  it('says so where the remote is not one of GitHub', async () => {
    const said = (host: string) =>
      `the remote origin is on ${host}: Tocsin works on GitHub only, or on a GitHub of your own`;
    for (const [host, isSaid] of [
      ['gitlab.com', true],
      ['github.com', false],
      ['acme.ghe.com', false],
      ['github.acme.com', false],
    ] as const) {
      await put('.git/config', `[remote "origin"]\n\turl = git@${host}:acme/shop.git\n`);
      expect((await initAlone()).lines.includes(said(host)), host).toBe(isSaid);
    }
  });

  it('asks where somebody can answer, and takes no for an answer unless told yes', async () => {
    await rm(join(folder(), '.git'), { recursive: true });
    const no = initFor(['']);
    expect(await ended(no.command)).toMatchObject({ code: 2, lines: ['Nothing was written.'] });
    expect(no.prompts[0]).toMatch(/ is no git repository\. Write here all the same\? \[y\/N\] $/);
    expect(await readdir(folder())).toEqual([]);
    expect(await ended(initFor(['yes']).command)).toMatchObject({ code: 0 });
    expect((await initAlone('--here')).code).toBe(0);
  });

  it('knows the further work tree of a clone', async () => {
    await put('main/.git/config', '[remote "origin"]\n\turl = https://github.com/acme/shop\n');
    await put('main/.git/worktrees/x/commondir', '../..\n');
    await put('x/.git', `gitdir: ${join(folder(), 'main/.git/worktrees/x')}\n`);
    process.chdir(join(folder(), 'x'));
    expect((await initAlone('--repo', 'acme/other')).error).toContain('the remote origin is acme/shop');
  });
});
