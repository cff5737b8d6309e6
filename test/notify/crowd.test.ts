import { describe, expect, test } from 'vitest';
import type { Notifier, Page } from '../../src/notify/message.ts';
import { createPager } from '../../src/notify/send.ts';
import { outsideAt } from './pager.ts';
import { KIND_NAMES, notifierOf, PAGE } from './samples.ts';

/* A wide outage: nobody gets a message for each of a hundred incidents, and nothing urgent is lost among them. */

const pageOf = (number: number, changes: Partial<Page> = {}): Page => ({
  ...PAGE,
  key: `acme/shop#${number}`,
  number,
  title: `Down ${number}`,
  url: `https://github.com/acme/shop/issues/${number}`,
  ...changes,
});

/** A pager, and what left it: one line a message. The next so many that `failing` matches fail. */
function pagerOf(failing: RegExp | null = null, times = 0) {
  const texts: string[] = [];
  let left = times;
  const { outside } = outsideAt(
    {},
    {
      fetch: (_url, { body }) => {
        const text = String(body);
        if (failing?.test(text) && left > 0) {
          left -= 1;
          return Promise.resolve(new Response('no', { status: 400 }));
        }
        texts.push(text);
        return Promise.resolve(new Response('{"event":"message"}'));
      },
    },
  );
  const pager = createPager(outside);
  const page = async (
    from: number,
    to: number,
    changes: Partial<Page> = {},
    notifier: Notifier = notifierOf('ntfy'),
  ) => {
    const sent = [];
    for (let i = from; i <= to; i++) sent.push((await pager.sendFirst([notifier], pageOf(i, changes))).tried[0]!.sent);
    return sent;
  };
  return { texts, page };
}

test('ten pages go out one by one, and one more for all others', async () => {
  const { texts, page } = pagerOf();
  const sent = await page(1, 100);
  expect(texts).toHaveLength(11);
  expect(JSON.parse(texts[10]!)).toMatchObject({
    title: 'P0: more incidents need you',
    message: 'There are more than are paged one by one. Open the list: the last changed come first.',
    click: 'https://github.com/acme/shop/issues?q=is%3Aissue+is%3Aopen+sort%3Aupdated-desc',
  });
  expect(sent.slice(0, 10)).toEqual(Array(10).fill({ ok: true }));
  expect(sent.slice(10)).toEqual(Array(90).fill({ ok: true, together: true }));
});

test('in French, and when they end', async () => {
  const { texts, page } = pagerOf();
  await page(1, 12, { language: 'fr' });
  await page(1, 12, { language: 'fr', action: 'resolve' });
  expect([texts[10], texts[21]].map((text) => (JSON.parse(text!) as { title: string }).title)).toEqual([
    'P0 : d’autres incidents vous attendent',
    'Résolu (P0) : d’autres incidents sont terminés',
  ]);
  expect(texts).toHaveLength(22);
});

test('what is more urgent has its own ten', async () => {
  const { texts, page } = pagerOf();
  await page(1, 50, { priority: 'P1' });
  await page(51, 51, { priority: 'P0' });
  expect(texts.at(-1)).toContain('P0: Down 51');
});

test('the one for all others is tried again until it arrives', async () => {
  const { texts, page } = pagerOf(/more incidents/, 1);
  const sent = await page(1, 13);
  expect(sent.map(({ ok }) => ok)).toEqual([...Array<boolean>(10).fill(true), false, true, true]);
  expect(texts).toHaveLength(11);
});

describe('each of a hundred goes to a service that keeps alerts, which has to hear the end of each', () => {
  test.each(KIND_NAMES)('%s', async (kind) => {
    const alerts = ['pagerduty', 'opsgenie', 'jsm', 'grafana-irm', 'incident-io', 'webhook'];
    const { texts, page } = pagerOf();
    const mails: unknown[] = [];
    if (kind === 'mail') {
      const { outside } = outsideAt(
        {},
        { mail: (mail) => (mails.push(mail), Promise.resolve({ code: 250, text: '' })) },
      );
      const pager = createPager(outside);
      for (let i = 1; i <= 20; i++) await pager.sendFirst([notifierOf(kind)], pageOf(i));
      expect(mails).toHaveLength(11);
      return;
    }
    // Kinds that take this answer for a failure try again, so that what counts is which incidents were named.
    await page(1, 20, {}, notifierOf(kind));
    const named = new Set(texts.flatMap((text) => /Down(?: |%20|\+)(\d+)/.exec(text)?.[1] ?? []));
    expect(named.size).toBe(alerts.includes(kind) ? 20 : 10);
  });
});
