import { describe, expect, test } from 'vitest';
import { HTTP_KIND_NAMES, KIND_NAMES, notifierOf, PAGE, SECRETS, type HttpKindName } from './samples.ts';
import { RECEIVERS } from './receivers.ts';
import { accepted, answer, babble, breakOff, hang, reset, serve, type Behaviour, type Server } from './server.ts';
import { pageThrough, YES, why, pagerAt } from './pager.ts';

/** For a server that never answers no time is too short. */
const SHORT = 20;

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

  test('a server that says nothing', { tags: 'slow' }, async () => {
    // How many of the attempts the server comes to see within that time is the machine's affair.
    const { sent, waits } = await pageThrough(kind, [hang], { timeout: SHORT });
    expect(why(sent)).toBe('no answer came within 0.02 s (3 attempts)');
    expect(waits).toEqual([1_000, 2_000]);
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

test('every kind is tested', () => {
  expect([...Object.keys(RECEIVERS), 'mail'].sort()).toEqual([...KIND_NAMES].sort());
});
