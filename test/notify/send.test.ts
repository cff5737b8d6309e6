import { describe, expect, test } from 'vitest';
import { KINDS, type KindName } from '../../src/notify/kinds.ts';
import { livePager } from '../../src/notify/live.ts';
import type { Notifier, Page } from '../../src/notify/message.ts';
import { createPager, type Fetch, type Outside, type Sent } from '../../src/notify/send.ts';
import { KIND_NAMES, notifierOf, PAGE, SECRETS, sign } from './samples.ts';
import {
  accepted,
  answer,
  babble,
  breakOff,
  hang,
  reset,
  serve,
  stall,
  type Behaviour,
  type Server,
} from './server.ts';

const SHORT = 25;

/** A pager whose secrets point to servers of the test, and the waits that it made, in milliseconds. */
function pagerAt(urls: { readonly [K in KindName]?: string }, changes: Partial<Outside> = {}) {
  const waits: number[] = [];
  const at = (name: keyof typeof SECRETS, url: string | undefined): string => {
    const { pathname, search, username, password } = new URL(SECRETS[name]);
    const login = username === '' ? '' : `${username}:${password}@`;
    return url === undefined ? SECRETS[name] : `${url.replace('://', `://${login}`)}${pathname}${search}`;
  };
  const env = {
    ...SECRETS,
    SLACK_WEBHOOK: at('SLACK_WEBHOOK', urls.slack),
    NTFY_URL: at('NTFY_URL', urls.ntfy),
    HOOK_URL: at('HOOK_URL', urls.webhook),
  };
  const get: Fetch = (url, init) => fetch(url.replace(/^https:\/\/events\.pagerduty\.com/, urls.pagerduty ?? ''), init);
  const sleep = (ms: number): Promise<void> => {
    waits.push(ms);
    return Promise.resolve();
  };
  return { pager: createPager({ fetch: get, sleep, env, sign, timeout: 5_000, ...changes }), waits, env };
}

const why = (sent: Sent): string => (sent.ok ? 'ok' : sent.why);

/** Nothing that only the receiver may know: whole secrets, and their telling parts. */
function expectNoSecret(value: unknown): void {
  const text = JSON.stringify(value);
  const parts = Object.values(SECRETS).flatMap((secret) => [secret, ...secret.split(/[/?&=:@]/)]);
  for (const part of parts) if (part.length >= 5) expect(text).not.toContain(part);
  expect(text).not.toMatch(/https?:|127\.0\.0\.1|<|Basic |Bearer /);
}

/** How each kind says that it has the page. */
const YES: Readonly<Record<KindName, Behaviour>> = {
  pagerduty: accepted,
  slack: answer(200, 'ok'),
  ntfy: answer(200, `{"id":"x1","time":1,"event":"message","topic":"swordfish","message":"${'x'.repeat(20_000)}"}`),
  webhook: answer(204),
};

async function pageThrough(
  kind: KindName,
  behaviours: readonly Behaviour[],
  changes: Partial<Outside> = {},
  page = PAGE,
) {
  const server = await serve(...behaviours);
  const { pager, waits } = pagerAt({ [kind]: server.url }, changes);
  const sent = await pager.send(notifierOf(kind), page);
  expectNoSecret(sent);
  return { sent, waits, server };
}

/** The key of each request against doubles. */
function keysOf(kind: KindName, { seen }: Server): unknown[] {
  return seen.map(({ headers, body }) => {
    const json = JSON.parse(body) as {
      dedup_key?: string;
      sequence_id?: string;
      blocks?: { block_id: string }[];
    };
    if (kind === 'webhook') return headers['idempotency-key'];
    return json.dedup_key ?? json.sequence_id ?? json.blocks?.[0]?.block_id;
  });
}

describe.each(KIND_NAMES)('%s', (kind) => {
  test('takes a page', async () => {
    const { sent, waits, server } = await pageThrough(kind, [YES[kind]]);
    expect(sent).toEqual({ ok: true });
    expect(waits).toEqual([]);
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]!.method).toBe('POST');
  });

  test('is asked again with the very same request', async () => {
    const { sent, waits, server } = await pageThrough(kind, [answer(500), reset, YES[kind]]);
    expect(sent).toEqual({ ok: true });
    expect(waits).toEqual([1_000, 2_000]);
    const keys = keysOf(kind, server);
    expect(keys).toHaveLength(3);
    expect(keys[0]).toMatch(/acme.shop.12/);
    expect(new Set(keys).size).toBe(1);
    expect(new Set(server.seen.map(({ body }) => body)).size).toBe(1);
    expect(new Set(server.seen.map(({ headers }) => headers['tocsin-signature'])).size).toBe(1);
  });

  test.each<readonly [string, Behaviour, string, number]>([
    ['a reset', reset, 'the connection broke off (3 attempts)', 3],
    ['another protocol', babble, 'what answered is no web server (3 attempts)', 3],
    ['a 500', answer(500), 'the answer was status 500 (3 attempts)', 3],
    [
      'a 503 in HTML',
      answer(503, '<html><h1>Busy</h1>', { 'Content-Type': 'text/html' }),
      'the answer was status 503 (3 attempts)',
      3,
    ],
    ['a 408', answer(408), 'the answer was status 408 (3 attempts)', 3],
    ['a 425', answer(425), 'the answer was status 425 (3 attempts)', 3],
    ['a 429', answer(429), 'the answer was status 429 (3 attempts)', 3],
    [
      'a huge 500',
      answer(500, 'x'.repeat(200_000)),
      `the answer was status 500, “${'x'.repeat(119)}…” (3 attempts)`,
      3,
    ],
    ['a 500 cut off', breakOff(500, 'no'), 'the answer was status 500, “no” (3 attempts)', 3],
    [
      'a 400',
      answer(400, '{"message":"Event object is invalid"}'),
      'the answer was status 400, “Event object is invalid”',
      1,
    ],
    ['a 400 cut off', breakOff(400, 'no'), 'the answer was status 400, “no”', 1],
    ['a 403', answer(403, 'action_prohibited'), 'the answer was status 403, “action_prohibited”', 1],
    [
      'a 404 in HTML',
      answer(404, '<html>gone</html>', { 'Content-Type': 'text/html' }),
      'the answer was status 404',
      1,
    ],
    ['a 413', answer(413), 'the answer was status 413', 1],
  ])('%s', async (_name, behaviour, expected, requests) => {
    const { sent, server, waits } = await pageThrough(kind, [behaviour]);
    expect(why(sent)).toBe(expected);
    expect(server.seen).toHaveLength(requests);
    expect(waits).toHaveLength(requests - 1);
  });

  test('a server that says nothing', async () => {
    const { sent, server } = await pageThrough(kind, [hang], { timeout: SHORT });
    expect(why(sent)).toBe('no answer came within 0.025 s (3 attempts)');
    expect(server.seen).toHaveLength(3);
  });

  test('nobody there', async () => {
    const server = await serve(YES[kind]);
    await server.close();
    const { pager, waits } = pagerAt({ [kind]: server.url });
    const sent = await pager.send(notifierOf(kind), PAGE);
    expect(sent).toEqual({ ok: false, why: 'the connection was refused (3 attempts)' });
    expect(waits).toEqual([1_000, 2_000]);
  });

  test.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (status) => {
    const elsewhere = await serve(YES[kind]);
    const { sent, server } = await pageThrough(kind, [answer(status, '', { Location: `${elsewhere.url}/x` })]);
    expect(why(sent)).toBe('the answer was a redirect, which is not followed');
    expect([server.seen.length, elsewhere.seen.length]).toEqual([1, 0]);
  });

  test('an answer that repeats what it was sent', async () => {
    for (const status of [400, 500]) {
      const echo: Behaviour = (response, { url = '', headers }, body) => {
        response.writeHead(status).end(JSON.stringify({ error: `${body} ${url} ${JSON.stringify(headers)}` }));
      };
      const plain: Behaviour = (response, { url = '', headers }) => {
        response.writeHead(status).end(`cannot take ${url} of ${headers.authorization ?? 'you'}`);
      };
      for (const behaviour of [echo, plain]) {
        const { sent } = await pageThrough(kind, [behaviour]);
        expect(sent.ok).toBe(false);
      }
    }
  });
});

describe('an answer that is no yes', () => {
  const HTML = answer(200, '<html>Log in</html>', { 'Content-Type': 'text/html' });
  test.each<readonly [KindName, string, Behaviour, string]>([
    ['pagerduty', 'a page to log in', HTML, 'the answer, status 200, was not one of PagerDuty'],
    ['pagerduty', 'a 202 cut off', breakOff(202, '{"sta'), 'ok'],
    ['slack', 'a page to log in', HTML, 'the answer, status 200, was not one of Slack'],
    ['slack', 'a huge one', answer(200, 'ok'.repeat(200_000)), 'the answer, status 200, was not one of Slack'],
    ['slack', 'a 200 cut off', breakOff(200, 'o'), 'the answer was cut off (3 attempts)'],
    ['ntfy', 'a page to log in', HTML, 'the answer, status 200, was not one of ntfy'],
    ['ntfy', 'a 200 cut off', breakOff(200, '{"id":"x"'), 'the answer was cut off (3 attempts)'],
    ['ntfy', 'a 200 cut off late', breakOff(200, '{"id":"x","event":"message",'), 'ok'],
    ['webhook', 'any words', HTML, 'ok'],
    ['webhook', 'a huge one', answer(200, 'x'.repeat(200_000)), 'ok'],
    ['webhook', 'a 200 cut off', breakOff(200, 'x'), 'ok'],
  ])('%s: %s', async (kind, _name, behaviour, expected) => {
    const { sent } = await pageThrough(kind, [behaviour]);
    expect(why(sent)).toBe(expected);
  });

  test('one that never ends', async () => {
    const { sent } = await pageThrough('slack', [stall(200, 'o')], { timeout: SHORT });
    expect(why(sent)).toBe('no answer came within 0.025 s (3 attempts)');
    const webhook = await pageThrough('webhook', [stall(200, 'o')], { timeout: 150 });
    expect(webhook.sent).toEqual({ ok: true });
  });
});

describe('Retry-After', () => {
  const soon = { Date: 'Fri, 20 Nov 2026 17:30:00 GMT', 'Retry-After': 'Fri, 20 Nov 2026 17:30:12 GMT' };
  test.each<readonly [string, Behaviour, readonly number[], string]>([
    ['seconds', answer(429, '', { 'Retry-After': '7' }), [7_000], 'ok'],
    ['none', answer(429, '', { 'Retry-After': '0' }), [0], 'ok'],
    ['the longest', answer(503, '', { 'Retry-After': '30' }), [30_000], 'ok'],
    ['too long', answer(429, '', { 'Retry-After': '31' }), [], 'the answer was status 429, to wait for 31 s'],
    ['a date', answer(429, '', soon), [12_000], 'ok'],
    ['nonsense', answer(429, '', { 'Retry-After': 'soon' }), [1_000], 'ok'],
    ['a negative one', answer(429, '', { 'Retry-After': '-5' }), [1_000], 'ok'],
  ])('%s', async (_name, behaviour, expected, result) => {
    const { sent, waits } = await pageThrough('pagerduty', [behaviour, accepted]);
    expect(waits).toEqual(expected);
    expect(why(sent)).toBe(result);
  });
});

describe('secrets', () => {
  test.each<readonly [KindName, Readonly<Record<string, string | undefined>>, string]>([
    ['pagerduty', { PAGERDUTY_KEY: undefined }, 'the environment variable PAGERDUTY_KEY is not set'],
    ['pagerduty', { PAGERDUTY_KEY: ' \n' }, 'the environment variable PAGERDUTY_KEY is not set'],
    ['pagerduty', { PAGERDUTY_KEY: 'two words' }, 'the environment variable PAGERDUTY_KEY does not hold a key'],
    [
      'slack',
      { SLACK_WEBHOOK: 'hooks.example.com/x' },
      'the environment variable SLACK_WEBHOOK does not hold the address that it should',
    ],
    [
      'ntfy',
      { NTFY_URL: 'https://ntfy.example.com/' },
      'the environment variable NTFY_URL does not hold the address that it should',
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

test('an action that a kind does not take is not sent', async () => {
  const { sent, server } = await pageThrough('slack', [YES.slack], {}, { ...PAGE, action: 'acknowledge' });
  expect([why(sent), server.seen.length]).toEqual(['it does not take messages of this kind', 0]);
});

test('failures are told in the language of the page', async () => {
  const { sent } = await pageThrough('slack', [answer(500)], {}, { ...PAGE, language: 'fr' });
  expect(why(sent)).toBe('la réponse était l’état 500 (3 tentatives)');
});

test.each([
  [{ cause: { code: 'ENOTFOUND' } }, 'there is no server of that name'],
  [{ cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } }, 'the certificate of the server is not trusted'],
  [{ cause: { code: 'CERT_HAS_EXPIRED' } }, 'the certificate of the server is not trusted'],
  [{ cause: { code: 'UND_ERR_CONNECT_TIMEOUT' } }, 'no answer came within 5 s'],
  [{ cause: { code: 'EHOSTUNREACH' } }, 'the server could not be reached'],
  [new TypeError(`Failed to parse URL from ${SECRETS.SLACK_WEBHOOK}`), 'the server could not be reached'],
  [null, 'the server could not be reached'],
])('%j', async (thrown, expected) => {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever is thrown
  const { pager } = pagerAt({}, { fetch: () => Promise.reject(thrown) });
  expect(await pager.send(notifierOf('slack'), PAGE)).toEqual({ ok: false, why: `${expected} (3 attempts)` });
});

describe('falling back', () => {
  const only = (kind: KindName, ...priorities: Page['priority'][]): Notifier => notifierOf(kind, { for: priorities });

  test('to the next, until one takes the page', async () => {
    const [down, up, idle] = [await serve(answer(500)), await serve(YES.ntfy), await serve(YES.webhook)];
    const { pager } = pagerAt({ slack: down.url, ntfy: up.url, webhook: idle.url });
    const result = await pager.sendFirst(
      ['slack', 'ntfy', 'webhook'].map((kind) => notifierOf(kind as KindName)),
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

  test('past those for other priorities, and those that do not know the action', async () => {
    const server = await serve(accepted);
    const { pager } = pagerAt({ pagerduty: server.url });
    const notifiers = [only('webhook', 'P1'), only('slack', 'P0'), only('pagerduty', 'P0', 'P1')];
    const result = await pager.sendFirst(notifiers, { ...PAGE, action: 'acknowledge' });
    expect(result).toEqual({ by: 'pagerduty', tried: [{ notifier: 'pagerduty', sent: { ok: true } }] });
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

test('every kind is tested', () => {
  expect(Object.keys(YES)).toEqual(Object.keys(KINDS));
});
