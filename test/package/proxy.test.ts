// @module-tag slow

import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startGitHub } from '../../src/rehearsal/github/server.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import { runBundle, TOKEN, type Ended } from './process.ts';
import { AUTHORITY, PASSWORD, startProxy, USER, type Proxy } from './proxy.ts';

const PATH = '.github/tocsin.yml';
const ROOT = new URL('../../', import.meta.url);

/** An open P0 on an embedded GitHub, and a proxy before it. */
async function behindProxy(play: (hub: EmbeddedGitHub, proxy: Proxy) => Promise<void>): Promise<void> {
  const hub = await startGitHub({
    people: { grace: 'maintain' },
    files: { [PATH]: 'fallback: grace\n' },
    start: Date.now(),
  });
  const proxy = await startProxy(hub.url);
  try {
    hub.as('grace').openIssue({ title: 'The checkout is down', labels: ['incident', 'P0'] });
    await play(hub, proxy);
  } finally {
    proxy.close();
    await hub.close();
  }
}

/** A run against the API at `api`. */
function runAt(hub: EmbeddedGitHub, api: string, env: Readonly<Record<string, string>>, root?: string): Promise<Ended> {
  const at = { GITHUB_API_URL: api, GITHUB_GRAPHQL_URL: `${api}/graphql` };
  return runBundle(hub, { env: { ...at, ...env }, ...(root !== undefined && { root }) });
}

/** The bundle without the file that serves a proxy, in a folder of its own. */
async function withoutProxyFile(play: (root: string) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'tocsin-bundle-'));
  try {
    await writeFile(join(root, 'package.json'), '{ "type": "module" }');
    for (const name of ['index.js', 'run.js', 'shared.js'])
      await copyFile(new URL(`dist/${name}`, ROOT), join(root, name));
    await play(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

const comments = (hub: EmbeddedGitHub): number => hub.issue(1).comments.length;

describe.concurrent('GitHub behind a proxy', () => {
  it('is reached through `https_proxy`, with its credentials and with TLS to the end', () =>
    behindProxy(async (hub, proxy) => {
      const env = { https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: AUTHORITY };
      const run = await runAt(hub, 'https://api.github.test', env);
      expect(run.log).not.toContain('::error');
      expect(run.code).toBe(0);
      expect(comments(hub)).toBeGreaterThan(0);
      expect(proxy.asked).toHaveLength(hub.requests.length);
      for (const asked of proxy.asked)
        expect(asked).toEqual({ to: 'api.github.test:443', credentials: `${USER}:${PASSWORD}` });
    }));

  it('is told nothing if its certificate cannot be trusted', () =>
    behindProxy(async (hub, proxy) => {
      const run = await runAt(hub, 'https://api.github.test', { HTTPS_PROXY: proxy.url, INPUT_COMMAND: 'check' });
      expect(run.code).toBe(1);
      expect(run.log).toContain('GitHub gave no usable answer');
      expect(proxy.asked.length).toBeGreaterThan(0);
      expect(hub.requests).toEqual([]);
    }));

  // A name of this machine that is not taken for it.
  it('is reached without TLS through `http_proxy`, and not through `https_proxy`', () =>
    behindProxy(async (hub, proxy) => {
      const { host } = new URL(hub.url.replace('127.0.0.1', '0.0.0.0'));
      const run = await runAt(hub, `http://${host}`, { http_proxy: proxy.url, https_proxy: 'http://127.0.0.1:9' });
      expect(run.code).toBe(0);
      expect(comments(hub)).toBeGreaterThan(0);
      expect(proxy.asked[0]!.to).toBe(host);
    }));

  it('is reached past the proxy if `no_proxy` names it', () =>
    behindProxy(async (hub, proxy) => {
      const elsewhere = hub.url.replace('127.0.0.1', '0.0.0.0');
      const run = await runAt(hub, elsewhere, { http_proxy: proxy.url, no_proxy: 'example.org,0.0.0.0' });
      expect(run.code).toBe(0);
      expect(comments(hub)).toBeGreaterThan(0);
      expect(proxy.asked).toEqual([]);
    }));

  it('is reached directly on the same machine, even if the file that serves a proxy is missing', () =>
    behindProxy((hub, proxy) =>
      withoutProxyFile(async (root) => {
        expect((await runAt(hub, hub.url, { http_proxy: proxy.url, https_proxy: proxy.url }, root)).code).toBe(0);
        expect(comments(hub)).toBeGreaterThan(0);
        expect(proxy.asked).toEqual([]);
        const lost = await runAt(hub, 'https://api.github.test', { https_proxy: proxy.url }, root);
        expect(lost.code).toBe(1);
        expect(lost.log).toContain('proxy.js');
      }),
    ));

  it('is reached by the terminal in the same way', () =>
    behindProxy(async (hub, proxy) => {
      const cli = fileURLToPath(new URL('dist/cli.js', ROOT));
      const reaching = {
        GITHUB_API_URL: 'https://api.github.test',
        HTTPS_PROXY: proxy.url,
        NODE_EXTRA_CA_CERTS: AUTHORITY,
      };
      const env = { ...reaching, GITHUB_TOKEN: TOKEN };
      const { stdout } = await promisify(execFile)(process.execPath, [cli, 'sync', '--repo', 'acme/shop'], {
        env,
        cwd: tmpdir(),
      });
      expect(stdout).toContain('of acme/shop would be written: add --yes.');
      expect(proxy.asked).toHaveLength(hub.requests.length);
    }));
});
