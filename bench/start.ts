import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './timing.ts';

/* How large the shipped Action is, and how long it takes to its first request, beside a script that does nothing else. */

/** The most that `dist/index.js` should have, in bytes. */
const GOAL = 900_000;
const ROUNDS = 21;

const dist = (name: string): string => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
const sizes = await Promise.all(['index.js', 'shared.js', 'run.js'].map(async (name) => (await stat(dist(name))).size));
const line = (name: string, value: string, ratio: number, of: string): void => {
  console.log(`  ${name.padEnd(34)}${value.padStart(12)}${ratio.toFixed(2).padStart(8)} x ${of}`);
};
const bytes = (name: string, count: number): void => {
  line(name, `${count.toLocaleString('en')} B`, count / GOAL, 'the goal');
};

console.log('the Action');
bytes('dist/index.js', sizes[0]!);
bytes('all that a run loads', sizes[0]! + sizes[1]! + sizes[2]!);

let heard = (): void => undefined;
const server = createServer((_, response) => {
  heard();
  response.writeHead(401).end('{}');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const env = {
  INPUT_TOKEN: 'test-token',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_EVENT_NAME: 'schedule',
  GITHUB_API_URL: api,
  GITHUB_GRAPHQL_URL: `${api}/graphql`,
};

/** Milliseconds from the start of a script, in a process of its own, to its first request. */
async function firstRequest(script: string): Promise<number> {
  const asked = new Promise<void>((resolve) => (heard = resolve));
  const start = performance.now();
  const child = spawn(process.execPath, [script], { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  // A script that never asks must not keep the bench waiting.
  const silent = await Promise.race([asked, ended.then(() => true)]);
  const took = performance.now() - start;
  child.kill('SIGKILL');
  await ended;
  if (silent) throw new Error(`${script} ended without a request`);
  return took;
}

const folder = await mkdtemp(join(tmpdir(), 'tocsin-bench-'));
try {
  const bare = join(folder, 'bare.mjs');
  await writeFile(bare, 'await fetch(`${process.env.GITHUB_API_URL}/graphql`);\n');
  const took: Record<'bare' | 'action', number[]> = { bare: [], action: [] };
  // In turns, so that whatever else the machine does weighs on both.
  for (let round = 0; round < ROUNDS; round++) {
    took.bare.push(await firstRequest(bare));
    took.action.push(await firstRequest(dist('index.js')));
  }
  const [action, floor] = [median(took.action), median(took.bare)];
  line('start to first request', `${action.toFixed(0)} ms`, action / floor, `a bare fetch (${floor.toFixed(0)} ms)`);
} finally {
  await rm(folder, { recursive: true });
  server.close();
  server.closeAllConnections();
}
