import { describe, expect, test } from 'vitest';
import type { Outside } from '../../src/notify/attempt.ts';
import type { Page } from '../../src/notify/message.ts';
import { probeWith } from '../../src/notify/probe.ts';
import type { SMTPServerOptions } from 'smtp-server';
import { mailServer, refusal } from './mail-server.ts';
import { expectNoSecret, outsideAt, pagerAt, why } from './pager.ts';
import { notifierOf, PAGE, SECRETS } from './samples.ts';
import { babble, hang, serve } from './server.ts';

const MAIL = notifierOf('mail');
const urlOf = (port: number, scheme = 'smtp'): string => `${scheme}://mailuser:m%40ilpass@127.0.0.1:${port}`;
const withUrl = (SMTP_URL: string, changes: Partial<Outside> = {}): Partial<Outside> => ({
  env: { ...SECRETS, SMTP_URL },
  ...changes,
});

/** Sends one page by mail to a server of the test. */
async function mailed(options: SMTPServerOptions = {}, page: Page = PAGE, scheme = 'smtp') {
  const server = await mailServer({ secure: scheme === 'smtps', ...options });
  const { pager, waits } = pagerAt({}, withUrl(urlOf(server.port, scheme)));
  const sent = await pager.send(MAIL, page);
  expectNoSecret(sent);
  return { sent, waits, ...server };
}

describe('a mail', () => {
  test.each(['smtp', 'smtps'])('arrives by %s, encrypted, with what a page says', { tags: 'slow' }, async (scheme) => {
    const { sent, taken } = await mailed({}, PAGE, scheme);
    expect(sent).toEqual({ ok: true });
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({
      from: SECRETS.MAIL_FROM,
      to: ['grace@acme.example.com', 'noah@acme.example.com'],
      user: 'mailuser',
      isEncrypted: true,
      text: [
        'all access lost · all in EU · checkout, eu-west-1',
        'Acknowledge: by 18:45 (Paris, 17:45 UTC)',
        'P0: acknowledge this incident. Write /ack, or assign yourself.',
        'Open acme/shop#12:\nhttps://github.com/acme/shop/issues/12',
        'Runbook:\nhttps://docs.example.com/checkout?a=1&b=2',
      ].join('\n\n'),
    });
    expect(taken[0]!.headers).toMatchObject({
      subject: 'P0: Checkout is down',
      to: 'grace@acme.example.com, noah@acme.example.com',
      'auto-submitted': 'auto-generated',
      importance: 'High',
      date: 'Fri, 20 Nov 2026 17:30:00 +0000',
    });
  });

  test(
    'is the same on every attempt, and of one conversation with others of the incident',
    { tags: 'slow' },
    async () => {
      let count = 0;
      const { sent, taken, waits } = await mailed({
        onMailFrom: (_address, _session, done) => {
          done(++count === 1 ? refusal(451, 'Try again later') : null);
        },
      });
      expect([sent, waits]).toEqual([{ ok: true }, [1_000]]);
      const other = await mailed({}, { ...PAGE, action: 'resolve' });
      const headers = [taken[0]!.headers, other.taken[0]!.headers];
      expect(headers[0]!['message-id']).toMatch(/^<acme-shop-12-urgent-start-trigger-[0-9a-f]{16}@tocsin\.invalid>$/);
      expect(headers[0]!['message-id']).not.toBe(headers[1]!['message-id']);
      expect(headers[0]!.references).toBe(headers[1]!.references);
      expect(headers[1]!.importance).toBeUndefined();
    },
  );

  test('keeps foreign text out of its headers', { tags: 'slow' }, async () => {
    const { taken } = await mailed({}, { ...PAGE, title: 'é\r\nBcc: eve@example.com\r\n\r\nhello' });
    expect(taken[0]!.headers.subject).toBe('P0: é Bcc: eve@\u2060example.com hello');
    expect(taken[0]!.headers.bcc).toBeUndefined();
    expect(taken[0]!.to).toHaveLength(2);
  });
});

describe('a mail that does not arrive:', () => {
  test.each<readonly [string, SMTPServerOptions, string, number]>([
    [
      'a wrong password',
      {
        onAuth: (_auth, _session, done) => {
          done(refusal(535, 'Authentication credentials invalid for mailuser m@ilpass'));
        },
      },
      'the answer was status 535, “Authentication credentials invalid for … …”',
      1,
    ],
    [
      'a sender that is not allowed',
      {
        onMailFrom: (_address, _session, done) => {
          done(refusal(553, `Sender ${SECRETS.MAIL_FROM} rejected`));
        },
      },
      'the answer was status 553, “Sender … rejected”',
      1,
    ],
    [
      'no recipient that is known',
      {
        onRcptTo: (_address, _session, done) => {
          done(refusal(550, 'No such user here'));
        },
      },
      'the answer was status 550, “No such user here”',
      1,
    ],
    [
      'a server that is busy',
      {
        onMailFrom: (_address, _session, done) => {
          done(refusal(421, 'Too busy'));
        },
      },
      'the answer was status 421, “Too busy” (3 attempts)',
      3,
    ],
    [
      'a text that is refused',
      {
        onData: (stream, _session, done) => {
          stream.resume();
          stream.on('end', () => {
            done(refusal(554, 'Looks like spam'));
          });
        },
      },
      'the answer was status 554, “Looks like spam”',
      1,
    ],
  ])('%s', { tags: 'slow' }, async (_name, options, expected, attempts) => {
    const { sent, connections, taken } = await mailed(options);
    expect(why(sent)).toBe(expected);
    expect(connections()).toBe(attempts);
    expect(taken).toEqual([]);
  });

  test('a server that says nothing', { tags: 'slow' }, async () => {
    const server = await serve(hang);
    const { pager } = pagerAt({}, withUrl(server.url.replace('http', 'smtp'), { timeout: 20 }));
    expect(why(await pager.send(MAIL, PAGE))).toBe('no answer came within 0.02 s (3 attempts)');
  });

  test('a server of the web', { tags: 'slow' }, async () => {
    const server = await serve(babble);
    const { pager } = pagerAt({}, withUrl(server.url.replace('http', 'smtp'), { timeout: 100 }));
    expect(why(await pager.send(MAIL, PAGE))).toMatch(
      /^(?:what answered speaks another protocol|no answer came within)/,
    );
  });

  test('nobody there', { tags: 'slow' }, async () => {
    const server = await serve(hang);
    await server.close();
    const { pager } = pagerAt({}, withUrl(server.url.replace('http', 'smtp')));
    expect(why(await pager.send(MAIL, PAGE))).toBe('the connection was refused (3 attempts)');
  });

  test('no TLS where there must be one', { tags: 'slow' }, async () => {
    const { port } = await mailServer({ disabledCommands: ['STARTTLS'] });
    const { outside } = outsideAt({});
    // The same machine by another name stands for any other: what is not local needs TLS.
    const mail: Outside['mail'] = (parcel, timeout) =>
      outside.mail(
        { ...parcel, server: { ...parcel.server, host: '127.0.0.1', port, isSecure: false, isLocal: false } },
        timeout,
      );
    const { pager } = pagerAt({}, { mail });
    expect(why(await pager.send(MAIL, PAGE))).toBe('the server offers no encryption');
  });

  test.each(['smtp', 'smtps'])('a certificate that nobody vouches for, by %s', { tags: 'slow' }, async (scheme) => {
    const { port, taken } = await mailServer({ secure: scheme === 'smtps' });
    const { outside } = outsideAt({});
    const isSecure = scheme === 'smtps';
    const mail: Outside['mail'] = (parcel, timeout) =>
      outside.mail(
        { ...parcel, server: { ...parcel.server, host: '127.0.0.1', port, isSecure, isLocal: false } },
        timeout,
      );
    const { pager } = pagerAt({}, { mail });
    expect(why(await pager.send(MAIL, PAGE))).toBe('the certificate of the server is not trusted (3 attempts)');
    expect(taken).toEqual([]);
  });

  test.each([
    ['SMTP_URL', 'smtp.example.com:587'],
    ['SMTP_URL', 'https://smtp.example.com'],
    ['MAIL_FROM', 'Tocsin <tocsin@example.com>'],
    ['MAIL_TO', 'grace@example.com; noah@example.com'],
    ['MAIL_TO', 'grace@example.com\r\nBcc: eve@example.com'],
  ])('%s is %j', async (name, value) => {
    const { pager } = pagerAt({}, { env: { ...SECRETS, [name]: value } });
    const sent = await pager.send(MAIL, PAGE);
    expect(why(sent)).toMatch(new RegExp(`^the environment variable ${name} does not hold `));
    expect(why(sent)).not.toContain(value);
  });
});

describe('the handshake of a mail server', () => {
  test('logs in, and sends nothing', { tags: 'slow' }, async () => {
    const { port, taken, connections } = await mailServer();
    const { outside } = outsideAt({}, withUrl(urlOf(port)));
    const { ok, isAsked, text } = await probeWith(outside, MAIL, 'en');
    expect([ok, isAsked, text]).toEqual([true, true, expect.stringContaining('takes the login')]);
    expect([connections(), taken]).toEqual([1, []]);
  });

  test('says that the login is wrong', { tags: 'slow' }, async () => {
    const { port } = await mailServer();
    const { outside } = outsideAt({}, withUrl(urlOf(port).replace('m%40ilpass', 'swordfish')));
    expect(await probeWith(outside, MAIL, 'en')).toEqual({
      ok: false,
      isAsked: true,
      text: 'No page would arrive: the answer was status 535, “Authentication credentials invalid”.',
    });
  });
});
