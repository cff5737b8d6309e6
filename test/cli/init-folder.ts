import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { UsageError } from '../../src/cli/arguments.ts';
import { initIn } from '../../src/cli/init.ts';
import { shortRehearsal } from '../../src/cli/rehearse.ts';
import type { Subcommand } from '../../src/cli/subcommand.ts';

export const POLICY = '.github/tocsin.yml';
export const FORM = '.github/ISSUE_TEMPLATE/incident.yml';
export const WORKFLOW = '.github/workflows/tocsin.yml';

let current = '';
const home = process.cwd();

/** A clone of acme/shop, new for every test, in which the process stands; without a token. */
export function inFolder(): void {
  beforeEach(async () => {
    current = await mkdtemp(join(tmpdir(), 'tocsin-'));
    process.chdir(current);
    await put('.git/config', '[remote "origin"]\n\turl = git@github.com:acme/shop.git\n');
    for (const name of ['GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_REPOSITORY', 'GITHUB_API_URL', 'npm_command'])
      vi.stubEnv(name, '');
    vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', '/usr/bin/tocsin']);
  });
  afterEach(async () => {
    process.chdir(home);
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await rm(current, { recursive: true });
  });
}

export const folder = (): string => current;
export const text = (path: string): Promise<string> => readFile(join(current, path), 'utf8');
export const put = async (path: string, content: string): Promise<void> => {
  await mkdir(join(current, path, '..'), { recursive: true });
  await writeFile(join(current, path), content);
};

export interface Ended {
  readonly code: number;
  readonly lines: readonly string[];
  readonly error: string;
}

/** A Wednesday. */
const NOW = Date.parse('2026-11-25T12:00:00Z');

/** `init` for somebody who answers so, line by line; without answers there is nobody. */
export function initFor(
  answers: readonly string[] | null,
  rehearse: typeof shortRehearsal = () => Promise.resolve(['(a rehearsal)']),
): { readonly command: Subcommand; readonly prompts: readonly string[] } {
  const prompts: string[] = [];
  const dialog = {
    line: (prompt: string) => {
      prompts.push(prompt);
      return Promise.resolve(answers?.[prompts.length - 1] ?? null);
    },
    close: () => undefined,
  };
  const surmise = { language: 'en', zone: 'Europe/Berlin' } as const;
  const command = initIn({ dialog: () => (answers ? dialog : null), surmise, now: () => NOW, rehearse });
  return { command, prompts };
}

/** Runs a command in the folder: it works where it is started. What it refuses ends as the terminal shows it. */
export async function ended(command: Subcommand, ...args: string[]): Promise<Ended> {
  const lines: string[] = [];
  try {
    const code = await command.run(args, (line) => lines.push(line));
    return { code, lines, error: '' };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { code: 2, lines, error: error.message };
  }
}

/** `init` where nobody can answer. */
export const initAlone = (...args: string[]): Promise<Ended> => ended(initFor(null).command, ...args);
