import { describe, expect, test } from 'vitest';
import { livePager } from '../../src/notify/live.ts';
import { KINDS } from '../../src/notify/kinds.ts';
import type { NotifierKind } from '../../src/notify/message.ts';
import { probeWith } from '../../src/notify/probe.ts';
import { expectNoSecret, outsideAt } from './pager.ts';
import { HTTP_KIND_NAMES, notifierOf, SECRETS, variablesOf, type HttpKindName } from './samples.ts';
import { answer, hang, reset, serve, type Behaviour } from './server.ts';

/** What each service says to its handshake when all is well, and what it must have been asked. */
const WELL: Readonly<
  Partial<Record<HttpKindName, { readonly asked: string; readonly says: readonly [number, string] }>>
> = {
  slack: { asked: `POST ${new URL(SECRETS.SLACK_WEBHOOK).pathname}`, says: [400, 'no_text'] },
  'slack-bot': {
    asked: 'POST /api/auth.test',
    says: [200, '{"ok":true,"url":"https://acme.slack.com/","bot_id":"B1"}'],
  },
  discord: {
    asked: `GET ${new URL(SECRETS.DISCORD_WEBHOOK).pathname}`,
    says: [200, '{"id":"123456789012345678","type":1,"channel_id":"42","token":"dIsCoRdToKeN_abc-123"}'],
  },
  mattermost: { asked: 'GET /api/v4/system/ping', says: [200, '{"AndroidLatestVersion":"","status":"OK"}'] },
  zulip: { asked: 'GET /api/v1/users/me', says: [200, '{"result":"success","msg":"","is_bot":true}'] },
  telegram: {
    asked: `POST /bot${SECRETS.TELEGRAM_TOKEN}/getChat`,
    says: [200, '{"ok":true,"result":{"id":-1009876543210,"title":"War room"}}'],
  },
  ntfy: { asked: 'GET /v1/health', says: [200, '{"healthy":true}'] },
  opsgenie: { asked: 'GET /v2/alerts?limit=1', says: [200, '{"data":[],"paging":{},"took":0.01}'] },
  'twilio-sms': {
    asked: `GET /2010-04-01/Accounts/${SECRETS.TWILIO_ACCOUNT}.json`,
    says: [200, '{"status": "active"}'],
  },
  'twilio-call': {
    asked: `GET /2010-04-01/Accounts/${SECRETS.TWILIO_ACCOUNT}.json`,
    says: [200, '{"status": "active"}'],
  },
};
const WITH = Object.keys(WELL) as HttpKindName[];
const WITHOUT = HTTP_KIND_NAMES.filter((kind) => !WITH.includes(kind));

async function probed(kind: HttpKindName, behaviour: Behaviour, timeout = 5_000) {
  const server = await serve(behaviour);
  const { outside } = outsideAt({ [kind]: server.url }, { timeout });
  const result = await probeWith(outside, notifierOf(kind), 'en');
  expectNoSecret(result);
  return { result, server };
}

test('every kind has a handshake, or none is known of its service', () => {
  const kinds: readonly (readonly [string, NotifierKind])[] = Object.entries(KINDS);
  expect(
    kinds
      .filter(([, kind]) => kind.probe)
      .map(([name]) => name)
      .sort(),
  ).toEqual([...WITH, 'mail'].sort());
});

describe.each(WITH)('%s', (kind) => {
  const { asked, says } = WELL[kind]!;

  test('says in words what is proven, and sends nothing', async () => {
    const { result, server } = await probed(kind, answer(...says));
    expect(result).toEqual({ ok: true, isAsked: true, text: KINDS[kind as keyof typeof KINDS].probe!.proves.en });
    expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([asked]);
    expect(server.seen[0]!.body).not.toMatch(/P0|Checkout|trigger/);
  });

  test.each<readonly [string, Behaviour, string]>([
    ['a refusal', answer(401, '{"message":"Unauthorized"}'), 'the answer was status 401, “Unauthorized”'],
    ['a 404', answer(404), 'the answer was status 404'],
    ['a 500', answer(500), 'the answer was status 500 (3 attempts)'],
    [
      'a redirect',
      answer(302, '', { Location: 'https://example.com/' }),
      'the answer was a redirect, which is not followed',
    ],
    ['a reset', reset, 'the connection broke off (3 attempts)'],
  ])('%s is a failure', async (_name, behaviour, why) => {
    const { result } = await probed(kind, behaviour);
    expect(result).toEqual({ ok: false, isAsked: true, text: `No page would arrive: ${why}.` });
  });

  test('a page to log in is a failure', async () => {
    const { result } = await probed(kind, answer(200, '<html>Log in</html>', { 'Content-Type': 'text/html' }));
    expect(result.text).toMatch(/^No page would arrive: the answer, status 200, was not one of /);
  });

  test('a secret that is missing is a failure, and nobody is asked', async () => {
    const server = await serve(answer(...says));
    const { outside } = outsideAt({ [kind]: server.url });
    const [name = ''] = Object.values(variablesOf(kind));
    const result = await probeWith({ ...outside, env: { ...outside.env, [name]: '' } }, notifierOf(kind), 'fr');
    const text = `Aucun appel n’arriverait\u00a0: la variable d’environnement ${name} n’est pas définie.`;
    expect(result).toEqual({ ok: false, isAsked: false, text });
    expect(server.seen).toEqual([]);
  });
});

test.each<readonly [HttpKindName, number, string, string]>([
  ['slack', 404, 'no_service', 'the answer was status 404, “no_service”'],
  ['slack', 200, 'ok', 'the answer, status 200, was not one of Slack'],
  [
    'telegram',
    400,
    '{"ok":false,"description":"Bad Request: chat not found"}',
    'the answer was status 400, “Bad Request: chat not found”',
  ],
  ['telegram', 200, '{"ok":false}', 'the answer, status 200, was not one of Telegram'],
  ['twilio-sms', 200, '{"status": "suspended"}', 'the answer, status 200, was not one of SMS by Twilio'],
  ['ntfy', 200, '{"healthy":false}', 'the answer, status 200, was not one of ntfy'],
  ['opsgenie', 422, '{"message":"Key format is not valid!"}', 'the answer was status 422, “Key format is not valid”'],
])('%s: %i %s', async (kind, status, body, why) => {
  const { result } = await probed(kind, answer(status, body));
  expect(result).toEqual({ ok: false, isAsked: true, text: `No page would arrive: ${why}.` });
});

test('a service that says nothing', { tags: 'slow' }, async () => {
  const { result } = await probed('telegram', hang, 50);
  expect(result.text).toBe('No page would arrive: no answer came within 0.05 s (3 attempts).');
});

describe.each(WITHOUT)('%s has none', (kind) => {
  test('which is said, with what there is instead; nothing is sent', async () => {
    const { result, server } = await probed(kind, answer(200));
    expect(result).toEqual({
      ok: true,
      isAsked: false,
      text: `The secrets are there. Whether a page arrives, ${KINDS[kind].title} tells only when one is sent: \`npx . page --test --notifier '${kind}'\`.`,
    });
    expect(server.seen).toEqual([]);
  });
});

test('over the real network', async () => {
  const server = await serve(answer(200, '{"healthy":true}'));
  const notifier = notifierOf('ntfy', { secrets: { url: 'NTFY_URL' } });
  expect(await livePager({ NTFY_URL: `${server.url}/topic` }).probe(notifier, 'en')).toMatchObject({
    ok: true,
    isAsked: true,
  });
  expect((await livePager({}).probe(notifier, 'fr')).text).toContain('NTFY_URL n’est pas définie');
});
