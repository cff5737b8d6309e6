// @module-tag slow

import { expect, test } from 'vitest';
import { workshopOf } from '../support/actions/workshop.ts';
import { HOUR, MINUTE } from '../support/stage.ts';
import { PAGE_POLICY } from './status-page-story.ts';
import { expectQuiet, jobsOf } from './watch-story.ts';

/* The job of the example workflow that builds and serves the page: with its own token, when something has changed, and not otherwise. */

test('the page is served minutes after what changed it, and built for nothing else', async () => {
  const shop = await workshopOf({ policy: PAGE_POLICY });
  const { hub } = shop;
  for (let at = 15 * MINUTE; at < 6 * HOUR; at += 15 * MINUTE) shop.tick(at);
  const acts: readonly (readonly [number, () => void])[] = [
    [MINUTE, () => void hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P1', 'api'] })],
    [10 * MINUTE, () => void hub.as('alice').comment(1, '/ack\n/update It is down.')],
    [12 * MINUTE, () => void hub.as('alice').comment(1, 'I look at the switch')],
    [50 * MINUTE, () => void hub.as('alice').comment(1, '/resolve restarted')],
  ];
  for (const [at, act] of acts) shop.act(at, act);
  await shop.until(6 * HOUR);
  expectQuiet(shop);
  // Opened by alice, whose own act is no sign of a say; her command is. Then what she wrote, and the end.
  const changes = [1, 10, 50];
  expect(shop.deployed).toHaveLength(changes.length);
  for (const [i, minutes] of changes.entries()) {
    const late = shop.deployed[i]!.at - minutes * MINUTE;
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThanOrEqual(4 * MINUTE);
  }
  expect(jobsOf(shop, 'page').filter(({ result }) => result === 'success').length).toBeLessThanOrEqual(
    changes.length + 1,
  );
  const { incidents } = JSON.parse(shop.deployed.at(-1)!.files.get('api/v2/incidents.json')!) as {
    readonly incidents: readonly { readonly status: string }[];
  };
  expect(incidents.map(({ status }) => status)).toEqual(['resolved']);
});
