import { describe, expect, test } from 'vitest';
import { type KindName } from '../../src/notify/kinds.ts';
import { livePager } from '../../src/notify/live.ts';
import { KIND_NAMES, notifierOf, PAGE, SECRETS, sign } from './samples.ts';
import { answer, serve } from './server.ts';
import { pagerAt, YES, pageThrough } from './pager.ts';

describe('secrets', () => {
  test.each<readonly [KindName, Readonly<Record<string, string | undefined>>, string]>([
    ['pagerduty', { PAGERDUTY_KEY: undefined }, 'the environment variable PAGERDUTY_KEY is not set'],
    ['pagerduty', { PAGERDUTY_KEY: ' \n' }, 'the environment variable PAGERDUTY_KEY is not set'],
    ['pagerduty', { PAGERDUTY_KEY: 'two words' }, 'the environment variable PAGERDUTY_KEY does not hold a key'],
    [
      'slack',
      { SLACK_WEBHOOK: 'hooks.example.com/x' },
      'the environment variable SLACK_WEBHOOK does not hold an address of https that is right for it',
    ],
    [
      'ntfy',
      { NTFY_URL: 'https://ntfy.example.com/' },
      'the environment variable NTFY_URL does not hold an address of https that is right for it',
    ],
    ['ntfy', { NTFY_TOKEN: '' }, 'the environment variable NTFY_TOKEN is not set'],
    ['ntfy', { NTFY_TOKEN: 'a\r\nX-Evil: 1' }, 'the environment variable NTFY_TOKEN does not hold a token'],
    ['webhook', { HOOK_URL: undefined, HOOK_SECRET: '' }, 'the environment variable HOOK_URL, HOOK_SECRET is not set'],
  ])('%s with %j', async (kind, changes, expected) => {
    const asked: string[] = [];
    const { pager } = pagerAt(
      {},
      {
        env: { ...SECRETS, ...changes },
        fetch: (url) => {
          asked.push(url);
          return Promise.reject(new Error(url));
        },
      },
    );
    expect(await pager.send(notifierOf(kind), PAGE)).toEqual({ ok: false, why: expected });
    expect(asked).toEqual([]);
  });

  test('blanks around them are no part of them', async () => {
    const server = await serve(answer(200, 'ok'));
    const { pager } = pagerAt({}, { env: { SLACK_WEBHOOK: ` ${server.url}/services/x\n` } });
    expect(await pager.send(notifierOf('slack'), PAGE)).toEqual({ ok: true });
    expect(server.seen[0]?.path).toBe('/services/x');
  });

  test('reach their receiver, and nobody else', async () => {
    const servers = await Promise.all(KIND_NAMES.map(async (kind) => [kind, await serve(YES[kind])] as const));
    const { pager } = pagerAt(Object.fromEntries(servers.map(([kind, { url }]) => [kind, url])));
    for (const kind of KIND_NAMES) expect(await pager.send(notifierOf(kind), PAGE)).toEqual({ ok: true });
    const [pagerduty, slack, ntfy, webhook] = servers.map(([, { seen }]) => seen[0]!);
    expect(pagerduty?.path).toBe('/v2/enqueue');
    expect(slack?.path).toBe(new URL(SECRETS.SLACK_WEBHOOK).pathname);
    expect([ntfy?.path, ntfy?.headers.authorization]).toEqual(['/', `Bearer ${SECRETS.NTFY_TOKEN}`]);
    expect([webhook?.path, webhook?.headers.authorization]).toEqual([
      '/in/zyxwvuts?code=98765',
      `Basic ${btoa('user:pa55word')}`,
    ]);
    expect(JSON.stringify([slack, ntfy, webhook])).not.toContain(SECRETS.PAGERDUTY_KEY);
    expect(JSON.stringify(servers.map(([, { seen }]) => seen))).not.toContain(SECRETS.HOOK_SECRET);
  });
});

test('a receiver can check the signature', async () => {
  const { server } = await pageThrough('webhook', [answer(500), answer(200)]);
  for (const { headers, body } of server.seen) {
    const [, seconds, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['tocsin-signature'])) ?? [];
    expect(Number(seconds) * 1000).toBe(PAGE.at);
    expect(hex).toBe(sign(SECRETS.HOOK_SECRET, `${seconds}.${body}`));
    expect(hex).not.toBe(sign(SECRETS.HOOK_SECRET, `${seconds}.${body} `));
  }
});

test('the real network, timers and signature do the same', async () => {
  const server = await serve(answer(503, '', { 'Retry-After': '0' }), answer(200));
  const pager = livePager({ HOOK_URL: server.url, HOOK_SECRET: SECRETS.HOOK_SECRET });
  expect(await pager.send(notifierOf('webhook'), PAGE)).toEqual({ ok: true });
  const [first, second] = server.seen;
  expect(second?.headers['tocsin-signature']).toBe(
    `t=${PAGE.at / 1000},v1=${sign(SECRETS.HOOK_SECRET, `${PAGE.at / 1000}.${first?.body ?? ''}`)}`,
  );
});
