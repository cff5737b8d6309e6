// @module-tag slow

import { expect, test } from 'vitest';
import { workflowFor } from '../../src/setup/workflow.ts';
import { goodPolicy } from '../policy/lines.ts';
import { workshopOf } from '../support/actions/workshop.ts';
import { HOUR, MINUTE } from '../support/stage.ts';
import { mailsOf, quoted, TOLD_POLICY } from './discussions-story.ts';
import { expectQuiet, jobsOf } from './watch-story.ts';

/* The job of the workflow that is written for such a policy: with its own token, minutes after what customers are told. */

test('subscribers hear within minutes, once, also where answers were lost or GitHub asked to wait', async () => {
  const workflow = workflowFor(await goodPolicy(TOLD_POLICY), '.github/tocsin.yml', 'incident');
  const shop = await workshopOf({
    policy: TOLD_POLICY,
    workflow,
    discussions: ['Announcements'],
    tokens: {
      'token-of-page': {
        login: 'github-actions[bot]',
        permissions: { contents: 'read', issues: 'read', discussions: 'write', metadata: 'read' },
      },
    },
  });
  const { hub } = shop;
  for (let at = 15 * MINUTE; at < 6 * HOUR; at += 15 * MINUTE) shop.tick(at);
  const isTelling = ({ mutations }: { readonly mutations: readonly string[] }): boolean =>
    mutations.includes('addDiscussionComment');
  const acts: readonly (readonly [number, () => void])[] = [
    [MINUTE, () => void hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P1', 'api'] })],
    [
      10 * MINUTE,
      () => {
        // The answer of the first comment is lost, and GitHub asks to wait at the next.
        hub.faults.add({ when: { matches: isTelling }, how: 'drop-after' });
        hub.as('alice').comment(1, '/ack\n/update It is down.');
      },
    ],
    [
      50 * MINUTE,
      () => {
        hub.faults.add({ when: { matches: isTelling }, how: { secondaryLimit: true, retryAfter: 600 } });
        hub.as('alice').comment(1, '/update identified: a switch broke');
      },
    ],
    [
      2 * HOUR,
      () => {
        // Nobody knows whether this one arrived; it did not.
        hub.faults.add({ when: { matches: isTelling }, how: 'drop-before' });
        hub.as('alice').comment(1, '/resolve restarted');
      },
    ],
  ];
  for (const [at, act] of acts) shop.act(at, act);
  const heard: number[] = [];
  for (let at = MINUTE; at <= 6 * HOUR; at += MINUTE) {
    await shop.until(at);
    const mails = hub.discussions().flatMap(mailsOf).length;
    while (heard.length < mails) heard.push(at / MINUTE);
  }
  expectQuiet(shop);
  expect(hub.discussions()).toHaveLength(1);
  expect(mailsOf(hub.discussions()[0]!).map(quoted)).toEqual([
    'We are looking into a problem with API.',
    'It is down.',
    'A switch broke',
    'The problem with API is resolved.',
  ]);
  // What GitHub would not have is told by the build that the next scheduled run asks for.
  const late = heard.map((at, i) => at - acts[i]![0] / MINUTE);
  for (const [i, minutes] of late.entries()) expect(minutes).toBeLessThanOrEqual(i === 2 ? 20 : 5);
  expect(late[2]).toBeGreaterThan(5);
  expect(jobsOf(shop, 'page').filter(({ result }) => result === 'success').length).toBeLessThanOrEqual(acts.length + 3);
});
