// @module-tag slow

import { expect, test } from 'vitest';
import { createPager } from '../../src/notify/send.ts';
import { PEOPLE, POLICY, stageOf } from '../support/stage.ts';

/* A wide outage: nobody gets a message for each of very many incidents. */

test('of very many pages that are only messages one stands for the rest, and is on record of each', async () => {
  const sent: string[] = [];
  const send = (_url: string, { body }: { body?: unknown }): Promise<Response> => {
    sent.push(String(body));
    return Promise.resolve(new Response('ok'));
  };
  const outside = {
    fetch: send,
    mail: () => Promise.reject(new Error()),
    sleep: () => Promise.resolve(),
    env: { CHAT: 'https://hooks.slack.com/services/T0/B0/x' },
    sign: () => '',
  };
  const pager = createPager(outside);
  const notifiers = '\nnotifiers: { chat: { type: slack, url: CHAT, for: [P1] } }\n';
  const stage = await stageOf({
    policy: `${POLICY}most-new: 1000\n${notifiers}`,
    pager,
    people: { ...PEOPLE, rita: 'write' },
  });
  for (let i = 1; i <= 40; i++) stage.hub.as('rita').openIssue({ title: `Down ${i}`, labels: ['incident', 'P1'] });
  await stage.sweep();
  expect(sent).toHaveLength(11);
  expect(sent[10]).toContain('more incidents need you');
  for (const number of [1, 10, 11, 40]) {
    const bodies = stage.hub
      .issue(number)
      .comments.map(({ body }) => body)
      .join('\n');
    const { done } = JSON.parse(/<!-- tocsin:card (.*) -->/.exec(bodies)![1]!) as {
      done: Record<string, { paged?: string | string[] }>;
    };
    expect([done['s:urgent:start']!.paged].flat(), `#${number}`).toEqual(['chat']);
  }
});
