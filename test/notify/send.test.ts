import { describe, expect, test } from 'vitest';
import { HTTP_KIND_NAMES, KIND_NAMES, notifierOf, PAGE, SECRETS, type HttpKindName } from './samples.ts';
import { RECEIVERS } from './receivers.ts';
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
import { pageThrough, YES, why, pagerAt } from './pager.ts';

const SHORT = 75;

/** Services that know no double from the first. */
const KEYLESS: readonly HttpKindName[] = [
  'teams',
  'discord',
  'mattermost',
  'zulip',
  'telegram',
  'twilio-sms',
  'twilio-call',
];

/** The key of each request against doubles. */
function keysOf(kind: HttpKindName, { seen }: Server): unknown[] {
  return seen.map(({ headers, body }) => {
    if (kind === 'webhook') return headers['idempotency-key'];
    const [, key] =
      /"(?:dedup_key|deduplication_key|sequence_id|block_id|alias|alert_uid|cardId)":"([^"]+)"/.exec(body) ?? [];
    return key ?? (KEYLESS.includes(kind) ? 'acme.shop.12' : undefined);
  });
}

describe.each(HTTP_KIND_NAMES)('%s', (kind) => {
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
    ['another protocol', babble, 'what answered speaks another protocol (3 attempts)', 3],
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
    expect(why(sent)).toBe('no answer came within 0.075 s (3 attempts)');
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
  test.each<readonly [HttpKindName, string, Behaviour, string]>([
    ['pagerduty', 'a page to log in', HTML, 'the answer, status 200, was not one of PagerDuty'],
    ['pagerduty', 'a 202 cut off', breakOff(202, '{"sta'), 'ok'],
    ['slack', 'a page to log in', HTML, 'the answer, status 200, was not one of Slack'],
    ['slack', 'a huge one', answer(200, 'ok'.repeat(200_000)), 'the answer, status 200, was not one of Slack'],
    ['slack', 'a 200 cut off', breakOff(200, 'o'), 'the answer was cut off (3 attempts)'],
    ...(
      [
        ['opsgenie', 'Opsgenie'],
        ['jsm', 'Jira Service Management'],
        ['grafana-irm', 'Grafana IRM'],
        ['incident-io', 'incident.io'],
        ['teams', 'Microsoft Teams'],
        ['discord', 'Discord'],
        ['google-chat', 'Google Chat'],
        ['mattermost', 'Mattermost'],
        ['zulip', 'Zulip'],
        ['telegram', 'Telegram'],
        ['twilio-sms', 'SMS by Twilio'],
        ['twilio-call', 'a call by Twilio'],
      ] as const
    ).map(
      ([kind, title]) => [kind, 'a page to log in', HTML, `the answer, status 200, was not one of ${title}`] as const,
    ),
    ['discord', 'a 204 of a proxy', answer(204), 'the answer, status 204, was not one of Discord'],
    ['google-chat', 'an empty object', answer(200, '{}'), 'the answer, status 200, was not one of Google Chat'],
    [
      'telegram',
      'a no with status 200',
      answer(200, '{"ok":false,"error_code":400}'),
      'the answer, status 200, was not one of Telegram',
    ],
    [
      'telegram',
      'a yes within a no',
      answer(200, '{"ok":false,"x":{"ok":true}}'),
      'the answer, status 200, was not one of Telegram',
    ],
    [
      'slack',
      'a no with status 200',
      answer(200, '{"ok":false,"error":"no_service"}'),
      'the answer, status 200, was not one of Slack',
    ],
    [
      'zulip',
      'a no with status 200',
      answer(200, '{"result":"error","msg":"no"}'),
      'the answer, status 200, was not one of Zulip',
    ],
    ['twilio-sms', 'a 200', answer(200, '{"sid":"SM1"}'), 'the answer, status 200, was not one of SMS by Twilio'],
    ['teams', 'a 202 cut off', breakOff(202, 'x'), 'ok'],
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
    expect(why(sent)).toBe('no answer came within 0.075 s (3 attempts)');
    const webhook = await pageThrough('webhook', [stall(200, 'o')], { timeout: 300 });
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
    ['seconds in the body', answer(429, '{"ok":false,"parameters":{"retry_after":5}}'), [5_000], 'ok'],
    [
      'parts of a second in the body',
      answer(429, '{"message":"You are being rate limited.","retry_after":0.65}'),
      [650],
      'ok',
    ],
    ['a negative one', answer(429, '', { 'Retry-After': '-5' }), [1_000], 'ok'],
  ])('%s', async (_name, behaviour, expected, result) => {
    const { sent, waits } = await pageThrough('pagerduty', [behaviour, accepted]);
    expect(waits).toEqual(expected);
    expect(why(sent)).toBe(result);
  });
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

describe('what a service says of a refusal', () => {
  test.each<readonly [HttpKindName, number, string, string]>([
    [
      'telegram',
      400,
      '{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}',
      'Bad Request: chat not found',
    ],
    [
      'google-chat',
      404,
      '{"error":{"code":404,"message":"Space not found.","status":"NOT_FOUND"}}',
      'Space not found.',
    ],
    [
      'teams',
      400,
      '{"error":{"code":"DirectApiAuthorizationRequired","message":"The request is not authorized."}}',
      'The request is not authorized.',
    ],
    ['zulip', 400, '{"result":"error","msg":"Invalid API key","code":"INVALID_API_KEY"}', 'Invalid API key'],
    ['discord', 404, '{"message": "Unknown Webhook", "code": 10015}', 'Unknown Webhook'],
    ['opsgenie', 422, '{"message":"Key format is not valid!","took":0.001}', 'Key format is not valid'],
    [
      'twilio-sms',
      400,
      `{"code":21211,"message":"Invalid 'To' Phone Number: ${SECRETS.ON_CALL_PHONE}"}`,
      "Invalid 'To' Phone Number: …",
    ],
    ['mattermost', 404, '{"id":"x","message":"Invalid webhook.","status_code":404}', 'Invalid webhook.'],
  ])('%s %i', async (kind, status, body, remark) => {
    const { sent } = await pageThrough(kind, [answer(status, body)]);
    expect(why(sent)).toBe(`the answer was status ${status}, “${remark}”`);
  });
});

test('every kind is tested', () => {
  expect([...Object.keys(RECEIVERS), 'mail'].sort()).toEqual([...KIND_NAMES].sort());
});
