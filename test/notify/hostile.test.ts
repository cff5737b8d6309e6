import { describe, expect, test } from 'vitest';
import type { Action, HttpRequest, Page } from '../../src/notify/message.ts';
import type { Mail } from '../../src/notify/mail.ts';
import { KINDS } from '../../src/notify/kinds.ts';
import { RECEIVERS } from './receivers.ts';
import { bodyOf, formOf, requestOf } from './request-samples.ts';
import { HOSTILE, HTTP_KIND_NAMES, PAGE, parcelOf, type HttpKindName } from './samples.ts';

/** A request as its receiver sees it. */
function seenOf({ method, url, headers, body = '' }: HttpRequest) {
  const { pathname, search } = new URL(url);
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { method, path: pathname + search, headers: lower, body };
}

const hostile = (text: string): Page => ({
  ...PAGE,
  title: text,
  summary: text,
  details: [{ label: text, value: text }],
  until: { label: text, value: text },
  step: text.slice(0, 2_000),
  runbook: text.slice(0, 2_000),
});

describe.each(HTTP_KIND_NAMES)('%s takes', (kind) => {
  const actions: readonly Action[] = KINDS[kind].actions;

  test.each(HOSTILE)('%s', (_name, text) => {
    for (const action of actions) {
      const request = requestOf(kind, { ...hostile(text), action });
      expect(RECEIVERS[kind].wrong(seenOf(request))).toBeNull();
      expect(request.body!.isWellFormed()).toBe(true);
      // JSON has its own way to write half a character.
      expect(request.body).not.toMatch(/\\ud[89a-f]/i);
      expect(JSON.stringify(Object.values(request.headers))).not.toMatch(/[^\u0020-\u007e]|\\n/);
    }
  });

  test('a page of every priority and action, also in French and with nothing to say', () => {
    for (const language of ['en', 'fr'] as const)
      for (const priority of ['P0', 'P1', 'P2', 'P3'] as const)
        for (const action of actions) {
          const page: Page = { ...PAGE, action, priority, language };
          const bare: Page = { ...page, title: null, details: [], until: null, url: null, runbook: null, number: null };
          for (const it of [page, bare]) expect(RECEIVERS[kind].wrong(seenOf(requestOf(kind, it)))).toBeNull();
        }
  });
});

describe('a receiver is picky:', () => {
  test.each<readonly [HttpKindName, (request: HttpRequest) => HttpRequest]>([
    ['telegram', (it) => ({ ...it, body: it.body!.replace('</code>', '') })],
    ['telegram', (it) => ({ ...it, body: it.body!.replace('<code>P0: ', 'P0: <code>') })],
    ['slack', (it) => ({ ...it, body: it.body!.replace('Checkout', '<!channel>') })],
    ['discord', (it) => ({ ...it, body: it.body!.replace('"parse":[]', '"parse":["everyone"]') })],
    ['mattermost', (it) => ({ ...it, body: it.body!.replace('`all access lost', '@all`') })],
    ['zulip', (it) => ({ ...it, headers: {} })],
    ['teams', (it) => ({ ...it, body: it.body!.replace('"TextRun"', '"TextBlock"') })],
    ['google-chat', (it) => ({ ...it, body: it.body!.replace('all in EU', '<i>all</i>') })],
    ['opsgenie', (it) => ({ ...it, url: it.url.replace('/v2/', '/v1/') })],
    ['twilio-call', (it) => ({ ...it, body: it.body!.replace('%3C%2FSay', '%3C%2FSayy') })],
    ['twilio-sms', (it) => ({ ...it, method: 'GET' })],
    ['incident-io', (it) => ({ ...it, body: it.body!.replace('"firing"', '"open"') })],
    ['grafana-irm', (it) => ({ ...it, body: it.body!.replace('"state"', '"status"') })],
  ])('%s', (kind, spoil) => {
    expect(RECEIVERS[kind].wrong(seenOf(spoil(requestOf(kind, PAGE))))).not.toBeNull();
  });
});

describe('%s in a mail', () => {
  test.each(HOSTILE)('%s', (_name, text) => {
    const { message } = parcelOf('mail', hostile(text)) as Mail;
    expect(message!.subject).not.toMatch(/[\r\n\u0000]/); // eslint-disable-line no-control-regex
    expect(message!.subject.length).toBeLessThanOrEqual(200);
    expect(message!.text.length).toBeLessThanOrEqual(12_500);
    expect(message!.text.replace(/^https:\S+$/gm, '')).not.toMatch(/:\/\/|@\w/);
    expect(message!.messageId).toMatch(/^<[\w.-]{1,100}@tocsin\.invalid>$/);
    expect(message!.to).toHaveLength(2);
  });
});

test('what others wrote is no mention, and no address that could be tapped', () => {
  const page = hostile('@channel look at https://evil.example.com and www.evil.example.com');
  for (const kind of HTTP_KIND_NAMES.filter((it) => it !== 'webhook')) {
    const { body = '' } = requestOf(kind, { ...page, step: PAGE.step, runbook: null });
    const text = decodeURIComponent(body).replaceAll('+', ' ');
    expect(text).not.toMatch(/@channel|:\/\/evil|www\.evil/);
    expect(text).toMatch(/@\u2060channel look at/);
  }
});

test('names of machines stay as they are, to be copied', () => {
  const details = [{ label: 'System', value: 'db1.eu-west-1.example.com' }];
  for (const kind of HTTP_KIND_NAMES) {
    const { body = '' } = requestOf(kind, { ...PAGE, details });
    expect(decodeURIComponent(body)).toContain('db1.eu-west-1.example.com');
  }
});

test('a long text is cut, and the link stays', () => {
  const long = hostile('x'.repeat(50_000));
  expect(formOf('twilio-sms', { ...long, runbook: null }).Body).toMatch(
    /^P0: x{500,}\.\.\.\nhttps:\/\/github\.com\/acme\/shop\/issues\/12$/,
  );
  expect(bodyOf('telegram', long).text).toContain(
    '<a href="https://github.com/acme/shop/issues/12">Open acme/shop#12</a>',
  );
});
