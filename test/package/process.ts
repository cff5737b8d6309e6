import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import { actionFile } from './files.ts';

/** What the runner sees of a run. */
export interface Ended {
  readonly code: number | null;
  /** Everything printed, without the command that tells the runner to mask the token. */
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface Start {
  readonly event?: string;
  readonly payload?: unknown;
  /** Over the defaults of action.yml. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Over the runner's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder of the bundle, if not that of the repository. */
  readonly root?: string;
}

export const TOKEN = 'test-token';

const ACTION = actionFile();

/** Runs the shipped bundle as GitHub's runner does: in a process of its own, with the inputs and files in its environment. */
export async function runBundle(hub: EmbeddedGitHub, start: Start = {}): Promise<Ended> {
  const { main } = ACTION.runs;
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
  const file = (name: string): string => join(folder, name);
  try {
    await writeFile(file('event.json'), JSON.stringify(start.payload ?? {}));
    await writeFile(file('output'), '');
    await writeFile(file('summary'), '');
    // Nothing of the environment of the tests: on a runner that would be the real GitHub's.
    const path =
      start.root === undefined
        ? fileURLToPath(new URL(`../../${main}`, import.meta.url))
        : join(start.root, basename(main));
    const child = spawn(process.execPath, [path], {
      env: {
        ...inputVariables(start.inputs ?? {}),
        // Many processes start from the same files; compiling them once is enough.
        NODE_COMPILE_CACHE: join(tmpdir(), 'tocsin-compile-cache'),
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_EVENT_NAME: start.event ?? 'schedule',
        GITHUB_EVENT_PATH: file('event.json'),
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_API_URL: hub.url,
        GITHUB_GRAPHQL_URL: `${hub.url}/graphql`,
        GITHUB_OUTPUT: file('output'),
        GITHUB_STEP_SUMMARY: file('summary'),
        GITHUB_WORKSPACE: folder,
        ...start.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    const [code, stdout, stderr] = await Promise.all([ended, textOf(child.stdout), textOf(child.stderr)]);
    return {
      code,
      log: (stdout + stderr).replace(/^::add-mask::.*\n/gm, ''),
      summary: await readFile(file('summary'), 'utf8'),
      outputs: readOutputs(await readFile(file('output'), 'utf8')),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The runner hands over every input, with the default where the workflow gives none. */
function inputVariables(given: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = Object.entries(ACTION.inputs).map(([name, { default: value }]): [string, string] => [
    name,
    value.replace('${{ github.token }}', TOKEN),
  ]);
  const inputs = Object.entries({ ...Object.fromEntries(defaults), ...given });
  return Object.fromEntries(inputs.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]));
}

/** The file of outputs: each a name, a delimiter, the value, and the delimiter again. */
function readOutputs(file: string): Record<string, string> {
  return Object.fromEntries(
    [...file.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]): [string, string] => [name!, value!]),
  );
}
