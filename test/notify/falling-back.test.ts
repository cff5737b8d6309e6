import { describe, expect, test } from 'vitest';
import type { Notifier, Page } from '../../src/notify/message.ts';
import { notifierOf, PAGE, SECRETS, type HttpKindName } from './samples.ts';
import { accepted, answer, hang, serve } from './server.ts';
import { YES, pagerAt, expectNoSecret, why } from './pager.ts';

describe('falling back', () => {
  const only = (kind: HttpKindName, ...priorities: Page['priority'][]): Notifier =>
    notifierOf(kind, { for: priorities });

  test('to the next, until one takes the page', async () => {
    const [down, up, idle] = [await serve(answer(500)), await serve(YES.ntfy), await serve(YES.webhook)];
    const { pager } = pagerAt({ slack: down.url, ntfy: up.url, webhook: idle.url });
    const result = await pager.sendFirst(
      ['slack', 'ntfy', 'webhook'].map((kind) => notifierOf(kind as HttpKindName)),
      PAGE,
    );
    expect(result).toEqual({
      by: 'ntfy',
      tried: [
        { notifier: 'slack', sent: { ok: false, why: 'the answer was status 500 (3 attempts)' } },
        { notifier: 'ntfy', sent: { ok: true } },
      ],
    });
    expect([down, up, idle].map(({ seen }) => seen.length)).toEqual([3, 1, 0]);
    expectNoSecret(result);
  });

  test('past one that did not answer in time, for the rest of the run', { tags: 'slow' }, async () => {
    const [silent, up] = [await serve(hang), await serve(YES.ntfy)];
    const { pager } = pagerAt({ slack: silent.url, ntfy: up.url }, { timeout: 200 });
    const both = [notifierOf('slack'), notifierOf('ntfy')];
    for (const step of ['urgent:start', 'urgent:acknowledge due']) {
      const result = await pager.sendFirst(both, { ...PAGE, step });
      expect(result.by).toBe('ntfy');
      expect(why(result.tried[0]!.sent)).toBe('no answer came within 0.2 s (3 attempts)');
    }
    expect([silent, up].map(({ seen }) => seen.length)).toEqual([3, 2]);
  });

  test('past those for other priorities, and those that do not know the action', async () => {
    const server = await serve(accepted);
    const { pager } = pagerAt({ pagerduty: server.url });
    const notifiers = [only('webhook', 'P1'), only('slack', 'P0'), only('pagerduty', 'P0', 'P1')];
    const result = await pager.sendFirst(notifiers, { ...PAGE, action: 'acknowledge' });
    expect(result).toEqual({ by: 'pagerduty', tried: [{ notifier: 'pagerduty', sent: { ok: true } }] });
  });

  test('and to each that gets a copy, whoever takes the page', async () => {
    const [down, up, chat, hook] = [
      await serve(answer(500)),
      await serve(YES.ntfy),
      await serve(YES.slack),
      await serve(answer(400)),
    ];
    const { pager } = pagerAt({ pagerduty: down.url, ntfy: up.url, slack: chat.url, webhook: hook.url });
    const result = await pager.sendFirst(
      [
        notifierOf('slack', { also: true }),
        notifierOf('pagerduty'),
        notifierOf('ntfy'),
        notifierOf('webhook', { also: true }),
      ],
      PAGE,
    );
    expect(result.by).toBe('ntfy');
    expect(result.tried.map(({ notifier, sent }) => `${notifier} ${sent.ok}`)).toEqual([
      'pagerduty false',
      'ntfy true',
      'slack true',
      'webhook false',
    ]);
    expect([down, up, chat, hook].map(({ seen }) => seen.length)).toEqual([3, 1, 1, 1]);
  });

  test('is taken by a copy where the line fails, or has nobody', async () => {
    const chat = await serve(YES.slack);
    const down = await serve(answer(400));
    const { pager } = pagerAt({ pagerduty: down.url, slack: chat.url });
    const copy = notifierOf('slack', { also: true });
    expect((await pager.sendFirst([only('pagerduty', 'P0'), copy], PAGE)).by).toBe('slack');
    expect((await pager.sendFirst([copy], PAGE)).by).toBe('slack');
  });

  test('to nobody, which is told', async () => {
    const { pager } = pagerAt({}, { env: {} });
    const result = await pager.sendFirst([only('pagerduty', 'P0'), only('slack', 'P0')], PAGE);
    expect(result.by).toBeNull();
    expect(result.tried.map(({ sent }) => why(sent))).toEqual([
      'the environment variable PAGERDUTY_KEY is not set',
      'the environment variable SLACK_WEBHOOK is not set',
    ]);
    expect(await pager.sendFirst([only('pagerduty', 'P1')], PAGE)).toEqual({ by: null, tried: [] });
  });

  test('even from one that breaks', async () => {
    const server = await serve(accepted);
    const failing = {
      sign: () => {
        throw new Error(SECRETS.HOOK_SECRET);
      },
    };
    const { pager } = pagerAt({ pagerduty: server.url }, failing);
    const result = await pager.sendFirst([notifierOf('webhook'), notifierOf('pagerduty')], PAGE);
    expect(result.by).toBe('pagerduty');
    expect(result.tried[0]?.sent).toEqual({ ok: false, why: 'the message could not be written' });
  });
});
