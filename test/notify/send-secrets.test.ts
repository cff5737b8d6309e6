import { describe, expect, test } from 'vitest';
import { livePager } from '../../src/notify/live.ts';
import { HTTP_KIND_NAMES, notifierOf, PAGE, SECRETS, sign, variablesOf, type HttpKindName } from './samples.ts';
import { answer, serve } from './server.ts';
import { pagerAt, YES, pageThrough, why } from './pager.ts';
import type { Outside } from '../../src/notify/attempt.ts';

describe('secrets', () => {
  test.each<readonly [HttpKindName, Readonly<Record<string, string | undefined>>, string]>([
    ['pagerduty', { PAGERDUTY_KEY: undefined }, 'the environment variable PAGERDUTY_KEY is not set'],
    ['pagerduty', { PAGERDUTY_KEY: ' \n' }, 'the environment variable PAGERDUTY_KEY is not set'],
    [
      'pagerduty',
      { PAGERDUTY_KEY: 'two words' },
      'the environment variable PAGERDUTY_KEY does not hold the integration key of a service (Events API v2)',
    ],
    [
      'slack',
      { SLACK_WEBHOOK: 'hooks.example.com/x' },
      'the environment variable SLACK_WEBHOOK does not hold the https address of an incoming webhook',
    ],
    [
      'ntfy',
      { NTFY_URL: 'https://ntfy.example.com/' },
      'the environment variable NTFY_URL does not hold the https address of a topic, such as `https://ntfy.example.com/TOPIC`',
    ],
    ['ntfy', { NTFY_TOKEN: '' }, 'the environment variable NTFY_TOKEN is not set'],
    ['ntfy', { NTFY_TOKEN: 'a\r\nX-Evil: 1' }, 'the environment variable NTFY_TOKEN does not hold an access token'],
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

  test.each(HTTP_KIND_NAMES)('of %s reach their receiver', async (kind) => {
    const server = await serve(YES[kind]);
    const { pager } = pagerAt({ [kind]: server.url });
    expect(await pager.send(notifierOf(kind), PAGE)).toEqual({ ok: true });
    const seen = JSON.stringify(server.seen);
    const own = new Set(Object.values(variablesOf(kind)));
    for (const [name, value] of Object.entries(SECRETS)) if (!own.has(name)) expect(seen).not.toContain(value);
    expect(seen).not.toContain(SECRETS.HOOK_SECRET);
  });

  test.each(HTTP_KIND_NAMES)('of %s go out over TLS only, but to this machine', async (kind) => {
    // A page goes out without the topic for answers.
    const addresses = (Object.values(variablesOf(kind)) as (keyof typeof SECRETS)[]).filter(
      (name) => /^https:/.test(SECRETS[name]) && name !== 'NTFY_ANSWERS',
    );
    const asked: string[] = [];
    const spy: Outside['fetch'] = (url) => {
      asked.push(url);
      return Promise.reject(new Error(url));
    };
    for (const name of addresses) {
      const env = { ...SECRETS, [name]: SECRETS[name].replace(/^https/, 'http') };
      const { pager } = pagerAt({}, { env, fetch: spy });
      const sent = await pager.send(notifierOf(kind), PAGE);
      expect(why(sent)).toMatch(new RegExp(`^the environment variable ${name} does not hold the https address `));
    }
    expect(asked).toEqual([]);
    if (addresses.length === 0) {
      await pagerAt({}, { fetch: spy }).pager.send(notifierOf(kind), PAGE);
      expect(asked).not.toEqual([]);
      for (const url of asked) expect(url).toMatch(/^https:/);
    }
  });

  test.each<readonly [HttpKindName, string, string]>([
    ['discord', 'DISCORD_WEBHOOK', 'https://discord.com/channels/1/2'],
    ['discord', 'DISCORD_WEBHOOK', `${SECRETS.DISCORD_WEBHOOK}/slack`],
    ['google-chat', 'GOOGLE_CHAT_WEBHOOK', 'https://chat.googleapis.com/v1/spaces/AAAA/messages?key=K'],
    ['mattermost', 'MATTERMOST_WEBHOOK', 'https://mattermost.example.com/acme/channels/town-square'],
    ['incident-io', 'INCIDENT_IO_URL', 'https://api.incident.io/v2/incidents'],
    ['grafana-irm', 'GRAFANA_IRM_URL', 'https://acme.grafana.net/a/grafana-irm-app'],
    ['telegram', 'TELEGRAM_TOKEN', 'AAtelegram'],
    ['telegram', 'TELEGRAM_CHAT', 'the war room'],
    ['zulip', 'ZULIP_BOT', 'tocsin-bot'],
    ['twilio-sms', 'TWILIO_ACCOUNT', 'SK0123456789abcdef0123456789abcdef'],
    ['twilio-sms', 'ON_CALL_PHONE', '06 12 34 56 78'],
    ['twilio-call', 'TWILIO_FROM', 'MG0123456789abcdef0123456789abcdef'],
  ])('%s: %s of another form is said to be no such thing', async (kind, name, value) => {
    const { pager } = pagerAt({}, { env: { ...SECRETS, [name]: value } });
    const sent = await pager.send(notifierOf(kind), PAGE);
    expect(why(sent)).toMatch(new RegExp(`^the environment variable ${name} does not hold `));
    expect(why(sent)).not.toContain(value);
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
