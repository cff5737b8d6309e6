import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { sync } from '../../src/cli/sync.ts';
import { ended, folder, FORM, inFolder, initAlone, POLICY, put, text, WORKFLOW, type Ended } from './init-folder.ts';

const HELP = '.github/ISSUE_TEMPLATE/assistance.yml';

/** As it is shipped: a start from the sources takes ten times as long. */
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
inFolder();

/** The same as it is shipped, in a process of its own. */
function shipped(...args: string[]): Promise<Ended> {
  const env = { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1' };
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { cwd: folder(), env, encoding: 'utf8' }, (failed, out, error) => {
      resolve({ code: failed ? Number(failed.code) : 0, lines: out.split('\n').slice(0, -1), error });
    });
  });
}
/** What it says in a repository that has nothing yet. */
const FIRST: Ended = {
  code: 0,
  error: '',
  lines: [`${POLICY} written: change it, then run init again`, `${FORM} written`, `${WORKFLOW} written`],
};

describe('tocsin init', () => {
  it('as it is shipped, writes into the folder where it is started', { tags: 'slow' }, async () => {
    const { code, error, lines } = await shipped('init');
    expect({ code, error, lines: lines.slice(0, 3) }).toEqual(FIRST);
    expect(lines.join('\n')).toContain('P0, nobody answers');
    expect(await text(FORM)).toContain('Scope of the impact');
  });

  it('writes what a repository needs, and does nothing the second time', async () => {
    const { lines, ...rest } = await initAlone();
    expect({ ...rest, lines: lines.slice(0, 3) }).toEqual(FIRST);
    expect((await ended(check)).lines).toEqual([`${POLICY} is good.`]);
    expect((await initAlone()).lines).toEqual([
      `${POLICY} exists already: left as it is`,
      `${FORM} is up to date`,
      `${WORKFLOW} is up to date`,
    ]);
  });

  it('brings up to date what it wrote, and takes away what the policy no longer wants', async () => {
    await put(POLICY, 'assistance: { acknowledge: 1h }\n');
    expect((await initAlone()).lines).toContain(`${HELP} written`);
    await put(POLICY, 'language: fr\n');
    expect(await ended(check)).toMatchObject({
      code: 1,
      lines: [FORM, HELP].map((path) => `${path} is not what the policy generates: run tocsin init`),
    });
    expect((await initAlone()).lines.slice(0, 4)).toEqual([
      `${POLICY} existe déjà\u00a0: laissé tel quel`,
      `${FORM} mis à jour`,
      `${HELP} supprimé\u00a0: la politique n’a plus ce formulaire`,
      `${WORKFLOW} est à jour`,
    ]);
    expect(await text(FORM)).toContain('Nature de l’impact');
    expect((await ended(check)).code).toBe(0);
  });

  it('leaves alone what it did not write, unless told otherwise', async () => {
    await put(FORM, 'name: mine\n');
    await put(WORKFLOW, 'name: mine\n');
    await put(POLICY, 'timezone: Europe/Paris\n');
    const alone = 'was not written from this policy: left alone (--force writes it all the same)';
    expect((await initAlone()).lines.slice(1)).toEqual([`${FORM} ${alone}`, `${WORKFLOW} ${alone}`]);
    expect(await text(FORM)).toBe('name: mine\n');
    expect((await ended(check)).code).toBe(0);
    expect((await initAlone('--force')).lines.slice(1, 3)).toEqual([
      `${FORM} written over`,
      `${WORKFLOW} written over`,
    ]);
    expect(await text(FORM)).toContain('Scope of the impact');
    expect(await text(POLICY)).toBe('timezone: Europe/Paris\n');
  });

  it('with a policy elsewhere and another label', async () => {
    await put('ops/policy.yml', 'language: fr\n');
    const { lines } = await initAlone('--policy', './ops/policy.yml', '--label', 'panne');
    expect(lines.slice(0, 2)).toEqual([`${FORM} écrit`, `${WORKFLOW} écrit`]);
    expect(await text(FORM)).toContain('  - panne\n');
    expect(await text(WORKFLOW)).toContain('policy: ops/policy.yml');
    expect((await ended(check, 'ops/policy.yml', '--label', 'panne')).code).toBe(0);
    expect((await ended(check, 'ops/policy.yml')).code).toBe(1);
    // What comes from one policy says nothing of another.
    expect((await ended(check)).code).toBe(0);
  });

  it('with a policy at the usual place by the other ending, and not with both', async () => {
    await put('.github/tocsin.yaml', 'language: fr\n');
    const { lines } = await initAlone();
    expect(lines.slice(0, 3)).toEqual([
      '.github/tocsin.yaml existe déjà\u00a0: laissé tel quel',
      `${FORM} écrit`,
      `${WORKFLOW} écrit`,
    ]);
    expect(await text(WORKFLOW)).toContain('- .github/tocsin.yaml\n');
    expect((await ended(check)).lines).toEqual(['.github/tocsin.yaml is good.']);
    await put(POLICY, 'language: en\n');
    const both = expect.stringContaining('.github/tocsin.yaml is there, too') as string;
    expect(await ended(check)).toMatchObject({ code: 2, error: both });
    expect(await initAlone()).toMatchObject({ code: 2, error: both });
  });

  it('says what it cannot do', async () => {
    await put(POLICY, 'languge: fr\n');
    expect(await initAlone()).toMatchObject({ code: 2, error: expect.stringContaining('unknown key') as string });
    expect(await initAlone('here')).toMatchObject({
      code: 2,
      error: expect.stringContaining('takes no file') as string,
    });
    expect(await initAlone('--policy', '../other.yml')).toMatchObject({
      code: 2,
      error: expect.stringContaining('../other.yml is not in this directory') as string,
    });
  });
});

describe('tocsin check', () => {
  it('warns of a time zone that is no region, as init does', async () => {
    const said = expect.stringContaining('timezone: `EST` is an abbreviation') as string;
    expect((await initAlone('--timezone', 'EST', '--fallback', 'grace')).lines).toContainEqual(said);
    expect((await ended(check)).lines).toEqual([`${POLICY} is good.`, said]);
  });

  it('takes the file by itself or as --policy, and not two', async () => {
    await put('p.yml', 'language: fr\n');
    for (const args of [['p.yml'], ['--policy', 'p.yml']])
      expect(await ended(check, ...args)).toMatchObject({ code: 0, lines: ['p.yml is good.'] });
    expect(await ended(check, 'p.yml', '--policy', 'q.yml')).toMatchObject({ code: 2, error: 'check takes one file' });
  });

  it('warns of a role that nothing uses', async () => {
    await put(POLICY, 'roles: { respnder: [alice] }\nfallback: grace\n');
    const { code, lines } = await ended(check);
    expect([code, ...lines]).toEqual([
      0,
      `${POLICY} is good.`,
      `${POLICY}: warning: roles.respnder: nothing notifies this role, and the policy names it nowhere else; did you mean \`responder\`?`,
    ]);
  });
});

describe('tocsin sync', () => {
  it('says what it lacks before it asks anybody', async () => {
    const refused = { code: 2, error: expect.stringContaining('GITHUB_TOKEN') as string };
    for (const name of ['GITHUB_TOKEN', 'GH_TOKEN']) vi.stubEnv(name, '');
    expect(await ended(sync)).toMatchObject(refused);
    vi.unstubAllEnvs();
  });
});
