// @module-tag slow

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startGitHub } from '../../src/rehearsal/github/server.ts';
import { exampleText } from '../examples/policies.ts';
import { runBundle } from './process.ts';

/* The shipped bundle tells customers as the second document has it, with its policy as people copy it. */

it('has a P0 on the page as soon as it is identified, by its category, and nothing of what is security’s', async () => {
  const people = { sue: 'write', sam: 'write', ian: 'write', grace: 'maintain' } as const;
  // The bundle reads the real clock, so the embedded GitHub must stand where that is.
  const hub = await startGitHub({
    people,
    files: { '.github/tocsin.yml': exampleText('network-provider') },
    start: Date.now(),
  });
  const workspace = await mkdtemp(join(tmpdir(), 'tocsin-'));
  try {
    hub.as('sue').openIssue({ title: 'fra-edge-7 drops packets', labels: ['incident', 'P0'] });
    hub.as('grace').label(1, 'dns');
    hub.as('sam').openIssue({ title: 'A key was leaked', labels: ['incident', 'P0'] });
    hub.as('grace').label(2, 'security');
    const told = await runBundle(hub, {});
    expect(told.code, told.log).toBe(1); // No pager answers here: whoever is to be woken is told so.
    // Nothing is served at status.example.com: the page is due because something was written.
    expect(told.outputs.page).toBe('true');
    const built = await runBundle(hub, {
      inputs: { command: 'site', out: 'page' },
      env: { GITHUB_WORKSPACE: workspace },
    });
    expect(built.code, built.log).toBe(0);
    expect([built.outputs.site, built.outputs['site-changed']]).toEqual(['page', 'true']);
    const read = (path: string): Promise<string> => readFile(join(workspace, 'page', path), 'utf8');
    const { incidents } = JSON.parse(await read('api/v2/incidents.json')) as {
      readonly incidents: readonly { readonly name: string; readonly status: string }[];
    };
    expect(incidents).toMatchObject([{ name: 'DNS: outage', status: 'investigating' }]);
    const pages = [await read('index.html'), await read('fr/index.html'), await read('feed.atom')].join('\n');
    expect(pages).toContain('We are looking into a problem with DNS.');
    expect(pages).toContain('Nous étudions un problème sur le service DNS.');
    for (const word of ['fra-edge-7', 'leaked', 'sue', 'security']) expect(pages).not.toContain(word);
  } finally {
    await hub.close();
    await rm(workspace, { recursive: true });
  }
});
