// @module-tag slow

import { describe, expect, it } from 'vitest';
import { startGitHub } from '../../src/rehearsal/github/server.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import { runBundle, type Ended } from './process.ts';

const PATH = '.github/tocsin.yml';
const POLICY = `roles: { responder: [alice] }
fallback: grace
services: { checkout: {}, search: {} }
`;
const OF_CHECKOUT = { command: 'gate', service: 'checkout', environment: 'production' };

/** The shipped bundle as a step of a deployment, on a push; before that, what has happened. */
async function onHub(
  happen: (hub: EmbeddedGitHub) => void,
  inputs = OF_CHECKOUT,
): Promise<Ended & { hub: EmbeddedGitHub }> {
  const people = { alice: 'write', grace: 'maintain' } as const;
  const hub = await startGitHub({ people, files: { [PATH]: POLICY }, start: Date.now() });
  try {
    happen(hub);
    return { ...(await runBundle(hub, { event: 'push', inputs })), hub };
  } finally {
    await hub.close();
  }
}

const open = (hub: EmbeddedGitHub, title = 'The checkout is down'): number =>
  hub.as('alice').openIssue({ title, labels: ['incident', 'P0', 'checkout'] });

/** What a runner takes for commands. */
const commandsIn = ({ log }: Ended): string[] => log.split('\n').filter((line) => /^\s*::|##\[/.test(line));

describe.concurrent('the bundle as a gate', () => {
  it('is green while nothing stops the deployment', async () => {
    const ended = await onHub(() => undefined);
    expect(ended.code).toBe(0);
    expect(ended.log).toBe(
      'The gate is open: deployments of checkout to production may go on, no P0 or P1 stops them.\n',
    );
    expect(ended.outputs).toMatchObject({ gate: 'open', failures: '[]', incidents: '[]' });
    expect(ended.hub.requests).toHaveLength(1);
  });

  it('is red while an incident does, with one annotation, and writes nothing', async () => {
    const ended = await onHub(open);
    expect(ended.code).toBe(1);
    expect(commandsIn(ended)).toEqual([
      expect.stringMatching(
        /^::error::The gate is closed: .*%0A#1 The checkout is down \(P0, since .*\): https:\/\/github\.com\/acme\/shop\/issues\/1%0ATo deploy all the same, comment `\/unfreeze REASON`/,
      ),
    ]);
    expect(ended.outputs.gate).toBe('closed');
    expect(ended.summary).toContain('## The gate is closed');
    expect(ended.hub.requests.map(({ kind }) => kind)).toEqual(['query']);
  });

  it('opens as soon as somebody entitled has said so, before any run', async () => {
    const ended = await onHub((hub) => hub.as('alice').comment(open(hub), '/unfreeze the fix itself'));
    expect([ended.code, ended.outputs.gate]).toEqual([0, 'open']);
    expect(ended.log).toContain('in spite of #1 (since');
  });

  it('gives no title a command', async () => {
    const ended = await onHub((hub) =>
      open(hub, 'x\n::error::owned\r::warning::owned %0A::error::owned ##[error]owned'),
    );
    expect(ended.code).toBe(1);
    expect(commandsIn(ended)).toHaveLength(1);
    expect(ended.log).not.toMatch(/^::(?:error|warning)::owned/m);
  });

  it('is red for a service that there is not', async () => {
    const ended = await onHub(open, { ...OF_CHECKOUT, service: 'chekout' });
    expect(ended.code).toBe(1);
    expect(ended.log).toContain('Did you mean "checkout"? It has: checkout, search.');
  });

  it('lets go on, aloud, when the policy is broken', async () => {
    const ended = await onHub((hub) => {
      open(hub);
      hub.commit({ [PATH]: 'falback: grace\n' });
    });
    expect([ended.code, ended.outputs.gate]).toEqual([0, 'unknown']);
    expect(commandsIn(ended)).toEqual([
      expect.stringMatching(/^::warning::The gate could not look.*tocsin\.yml:1:1: falback/),
    ]);
  });

  it('lets go on, aloud, when nobody is there', async () => {
    const hub = await startGitHub({ start: Date.now() });
    await hub.close();
    const ended = await runBundle(hub, { event: 'push', inputs: OF_CHECKOUT });
    expect([ended.code, ended.outputs.gate]).toEqual([0, 'unknown']);
    expect(ended.log).toContain(
      '::warning::The gate could not look, and the deployment goes on: GitHub gave no usable',
    );
  }, 30_000);

  it('lets go on, aloud, when no token may be sent to the address', async () => {
    const hub = await startGitHub({ start: Date.now() });
    const env = { GITHUB_API_URL: 'http://github.example' };
    const ended = await runBundle(hub, { event: 'push', inputs: OF_CHECKOUT, env });
    await hub.close();
    expect([ended.code, ended.outputs.gate]).toEqual([0, 'unknown']);
    expect(ended.log).toContain('the token is sent over https only');
  });
});
