import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startGitHub, type EmbeddedGitHub } from '../../src/rehearsal/github/server.ts';
import { runBundle, type Ended } from './process.ts';
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

describe.concurrent('the bundle behind a proxy', { timeout: 30_000 }, () => {
  it('reaches GitHub through `https_proxy`, with its credentials and with TLS to the end', () =>
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

  it('does not speak to a server behind the proxy whose certificate it cannot trust', () =>
    behindProxy(async (hub, proxy) => {
      const run = await runAt(hub, 'https://api.github.test', { HTTPS_PROXY: proxy.url, INPUT_COMMAND: 'check' });
      expect(run.code).toBe(1);
      expect(run.log).toContain('GitHub gave no usable answer');
      expect(proxy.asked.length).toBeGreaterThan(0);
      expect(hub.requests).toEqual([]);
    }));

  it('reaches a GitHub without TLS through `http_proxy`, and not through `https_proxy`', () =>
    behindProxy(async (hub, proxy) => {
      const { host } = new URL(hub.url.replace('127.0.0.1', '0.0.0.0'));
      expect((await runAt(hub, `http://${host}`, { https_proxy: proxy.url })).code).toBe(0);
      expect(proxy.asked).toEqual([]);
      expect((await runAt(hub, `http://${host}`, { http_proxy: proxy.url })).code).toBe(0);
      expect(proxy.asked[0]!.to).toBe(host);
    }));

  it('goes past the proxy to the hosts of `no_proxy`, and to its own machine', () =>
    behindProxy(async (hub, proxy) => {
      const elsewhere = hub.url.replace('127.0.0.1', '0.0.0.0');
      expect((await runAt(hub, elsewhere, { http_proxy: proxy.url, no_proxy: 'example.org,0.0.0.0' })).code).toBe(0);
      expect((await runAt(hub, hub.url, { http_proxy: proxy.url })).code).toBe(0);
      expect(comments(hub)).toBeGreaterThan(0);
      expect(proxy.asked).toEqual([]);
    }));

  it('needs the file for a proxy only where there is one', () =>
    behindProxy((hub, proxy) =>
      withoutProxyFile(async (root) => {
        expect((await runAt(hub, hub.url, { http_proxy: proxy.url, https_proxy: proxy.url }, root)).code).toBe(0);
        expect(comments(hub)).toBeGreaterThan(0);
        const lost = await runAt(hub, 'https://api.github.test', { https_proxy: proxy.url }, root);
        expect(lost.code).toBe(1);
        expect(lost.log).toContain('proxy.js');
      }),
    ));
});
