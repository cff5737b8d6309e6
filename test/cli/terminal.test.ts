import { execFile } from 'node:child_process';
import { relative } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readOptions } from '../../src/cli/arguments.ts';
import { helpOf } from '../../src/cli/help.ts';
import { painter } from '../../src/cli/paint.ts';
import type { Subcommand } from '../../src/cli/subcommand.ts';

const CLI = new URL('../../src/cli.ts', import.meta.url).pathname;
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One start of the command, from the sources, without colours and without a token. */
function start(...args: string[]): Promise<Ended> {
  const env = { PATH: process.env.PATH, NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const SOURCES = new URL('../../src/cli/', import.meta.url);

/** Every command that a file of src/cli/ defines, by name. */
async function commandsOf(): Promise<ReadonlyMap<string, Subcommand>> {
  const files = readdirSync(SOURCES).filter((it) => it.endsWith('.ts'));
  const modules = await Promise.all(files.map((it) => import(new URL(it, SOURCES).href) as Promise<object>));
  const commands = modules.flatMap((it) => Object.values(it).filter(isCommand));
  return new Map(commands.map((it) => [it.usage.split(' ', 1)[0]!, it]));
}

const isCommand = (value: unknown): value is Subcommand =>
  typeof value === 'object' && value !== null && 'usage' in value && 'run' in value;

describe('the help', () => {
  test('names every command', { tags: 'slow' }, async () => {
    const { stdout } = await start();
    const named = [...stdout.matchAll(/^ {2}([a-z]\S*) {2,}\S/gm)].map(([, name]) => name!);
    expect(named.sort()).toEqual([...(await commandsOf()).keys()].sort());
  });

  test('of each explains its options, with an example and its exit codes', { tags: 'slow' }, async () => {
    const commands = await commandsOf();
    expect(commands.size).toBeGreaterThan(7);
    for (const [name, command] of commands) {
      const text = helpOf(command);
      const [usage = ''] = text.split('\n', 1);
      expect(usage.startsWith(`tocsin ${name}`)).toBe(true);
      const explained = [...text.matchAll(/^ {2}(--[a-z-]+)(?: \S+)? {2,}\S/gm)].map(([, option]) => option!);
      for (const [option] of usage.matchAll(/--[a-z-]+/g)) expect(explained, `${name} ${option}`).toContain(option);
      for (const option of explained)
        if (option !== '--help') expect(usage, `${name} ${option}`).toMatch(new RegExp(`${option}\\b`));
      expect(text).toMatch(new RegExp(`\nExamples?\n  tocsin ${name}\\b`));
      expect(text).toMatch(/\nExit codes\n {2}0 {2}\S/);
    }
  });

  test.each([
    ['help', 'when'],
    ['when', '--priority', 'P1', '--help'],
  ])('%s %s', { tags: 'slow' }, async (...args) => {
    expect((await start(...args)).stdout).toMatch(/^tocsin when --priority P1 --opened TIME /);
  });

  test('with the version', { tags: 'slow' }, async () => {
    expect(await start('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('a wrong command line', () => {
  const HERE = `node ./${relative(process.cwd(), CLI)}`;
  test.each<[string[], string]>([
    [['whn'], 'tocsin: there is no command "whn"; did you mean "when"?\n'],
    [['when', '--opened'], `tocsin: --opened needs a value: TIME\nSee ${HERE} when --help.\n`],
    [
      ['when', '--openned', 'now'],
      `tocsin: there is no option --openned; did you mean "--opened"?\nSee ${HERE} when --help.\n`,
    ],
    [
      ['sync', '--repo', 'acme/shop'],
      `tocsin: set GITHUB_TOKEN or GH_TOKEN to a token that may read the repository and write issues; with the command line of GitHub: export GH_TOKEN=$(gh auth token)\nSee ${HERE} sync --help.\n`,
    ],
  ])('%j is refused in a few words', { tags: 'slow' }, async (args, stderr) => {
    expect(await start(...args)).toEqual({ code: 2, stdout: '', stderr });
  });

  test('of values that are missing or too many', () => {
    const kinds = { json: { type: 'boolean' }, at: { type: 'string', value: 'TIME' } } as const;
    expect(() => readOptions(['--json=yes'], kinds)).toThrow('--json takes no value');
    expect(() => readOptions(['--at'], kinds)).toThrow('--at needs a value: TIME');
  });

  test('of a command without options', () => {
    expect(() => readOptions(['-x'], {})).toThrow('there is no option --x; this command has none');
  });
});

describe('colours', () => {
  const RED = '\u001b[31mx\u001b[39m';
  test.each<[string, boolean, Record<string, string>, string]>([
    ['a terminal', true, { TERM: 'xterm-256color' }, RED],
    ['a terminal that has none', true, { TERM: 'dumb' }, 'x'],
    ['a pipe', false, { TERM: 'xterm-256color' }, 'x'],
    ['NO_COLOR', true, { TERM: 'xterm-256color', NO_COLOR: '1' }, 'x'],
    ['FORCE_COLOR', false, { FORCE_COLOR: '1' }, RED],
    ['FORCE_COLOR of 0', true, { TERM: 'xterm-256color', FORCE_COLOR: '0' }, 'x'],
  ])('%s', (_, isTTY, env, text) => {
    expect(painter({ isTTY }, env)('x', 'bad')).toBe(text);
    expect(painter({ isTTY }, env)('x')).toBe('x');
  });
});
