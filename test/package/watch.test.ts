// @module-tag slow

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { JobEnd, JobStart } from '../support/actions/runner.ts';
import { workshopOf } from '../support/actions/workshop.ts';
import { HOUR, MINUTE, POLICY } from '../support/stage.ts';
import { tries } from '../support/tries.ts';
import { runBundle } from './process.ts';

/* The shipped bundle in the jobs of the example workflow, on a clock that a story moves. */

const START = Date.UTC(2026, 10, 2, 9);
const sleepers = new Map<string, (ms: number) => Promise<number>>();
let clock = '';
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://clock');
  const [, id = ''] = pathname.split('/');
  void sleepers.get(id)!(Number(searchParams.get('ms'))).then((now) => response.end(String(now)));
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  clock = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A job as the runner starts it: a process of the bundle, whose token has the permissions of the job. */
const process = (hub: EmbeddedGitHub) => {
  let jobs = 0;
  return async ({ name, event, given, sleep }: JobStart): Promise<JobEnd> => {
    const id = String((jobs += 1));
    sleepers.set(id, async (ms) => {
      await sleep(ms);
      return hub.clock.now();
    });
    const { code, outputs, log } = await runBundle(hub, {
      event: event.name,
      payload: event.payload,
      inputs: {
        ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)])),
        token: `token-of-${name}`,
      },
      env: {
        NODE_OPTIONS: `--import ${new URL('./virtual-time.mjs', import.meta.url).href}`,
        VIRTUAL_CLOCK: `${clock}/${id}`,
        VIRTUAL_NOW: String(hub.clock.now()),
        GITHUB_REF_NAME: 'main',
        GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/tocsin.yml@refs/heads/main',
      },
    });
    expect(log).not.toContain('::error');
    return { ok: code === 0, outputs };
  };
};

test('a P0 that nobody takes on is escalated within a minute of each due instant, and no run is red or cancelled', async () => {
  const shop = await workshopOf({ policy: POLICY, sockets: true, process });
  for (let at = 65 * MINUTE; at < 5 * HOUR; at += 65 * MINUTE) shop.tick(at);
  shop.act(MINUTE, () => {
    shop.hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
  });
  // In the suite the first step of three.
  const steps = tries(1).numRuns >= 20 ? 3 : 1;
  await shop.until(steps === 1 ? 20 * MINUTE : 4 * HOUR + 10 * MINUTE);
  const told = shop.hub
    .issue(1)
    .comments.filter(({ body }) => /^<!-- tocsin:notice .*"s:urgent:(?!start)/.test(body))
    .map(({ createdAt }) => createdAt - START);
  const late = told.map((at, i) => at - [16, 181, 241][i]! * MINUTE);
  expect(late).toHaveLength(steps);
  for (const ms of late) {
    expect(ms).toBeGreaterThanOrEqual(0);
    expect(ms).toBeLessThanOrEqual(MINUTE);
  }
  expect(shop.runner.runs.filter(({ conclusion }) => conclusion === 'failure' || conclusion === 'cancelled')).toEqual(
    [],
  );
  await shop.hub.close();
});
