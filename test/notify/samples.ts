import { createHmac } from 'node:crypto';
import type { KindName } from '../../src/notify/kinds.ts';
import { KINDS } from '../../src/notify/kinds.ts';
import type { HttpRequest, Means, Notifier, Page, Secrets } from '../../src/notify/message.ts';

export const PAGE: Page = {
  action: 'trigger',
  key: 'acme/shop#12',
  step: 'urgent:start',
  repository: 'acme/shop',
  number: 12,
  priority: 'P0',
  title: 'Checkout is down',
  summary: 'P0 since 18:30. Nobody has taken it on.',
  details: [
    { label: 'Customers', value: 'all' },
    { label: 'System', value: 'checkout' },
  ],
  url: 'https://github.com/acme/shop/issues/12',
  runbook: 'https://docs.example.com/checkout?a=1&b=2',
  at: Date.UTC(2026, 10, 20, 17, 30),
  language: 'en',
};

/** Nothing of these may ever be seen outside a request. */
export const SECRETS = {
  PAGERDUTY_KEY: '0123456789abcdef0123456789abcdef',
  SLACK_WEBHOOK: 'https://hooks.slack.example.com/services/T00AAAA/B00BBBB/qWeRtYuIoPaSdFgHjKlZxCvB',
  NTFY_URL: 'https://ntfy.example.com/swordfish',
  NTFY_TOKEN: 'tk_aaaa1111BBBB2222cccc3333DDDD4',
  HOOK_URL: 'https://user:pa55word@hooks.example.com/in/zyxwvuts?code=98765',
  HOOK_SECRET: 'correct horse battery staple',
} as const;

const ROLES: Readonly<Record<KindName, Notifier['secrets']>> = {
  pagerduty: { key: 'PAGERDUTY_KEY' },
  slack: { url: 'SLACK_WEBHOOK' },
  ntfy: { url: 'NTFY_URL', token: 'NTFY_TOKEN' },
  webhook: { url: 'HOOK_URL', secret: 'HOOK_SECRET' },
};

export const KIND_NAMES = Object.keys(KINDS) as KindName[];

export function notifierOf(type: KindName, changes: Partial<Notifier> = {}): Notifier {
  const region = type === 'pagerduty' ? 'us' : null;
  return { name: type, type, secrets: ROLES[type], for: ['P0', 'P1', 'P2', 'P3'], region, ...changes };
}

export const sign: Means['sign'] = (secret, text) => createHmac('sha256', secret).update(text).digest('hex');

/** The request of a kind, with the secrets above. */
export function requestOf(type: KindName, page: Page, region: Means['region'] = null): HttpRequest {
  const names = Object.entries(ROLES[type]) as [keyof Secrets, keyof typeof SECRETS][];
  const secrets = Object.fromEntries(names.map(([role, name]) => [role, SECRETS[name]]));
  return KINDS[type].requestOf(page, secrets, { region, sign });
}

/** Titles and texts that have been the end of some bot. */
export const HOSTILE: readonly (readonly [string, string])[] = [
  ['a mention of everybody', '<!channel> <!here> <!everyone> @channel @here <@U012AB3CD> <!subteam^S1|ops>'],
  ['a link in Slack’s markup', '<https://evil.example.com|open the incident>'],
  ['an escaped mention', '&lt;!channel&gt; &amp;lt;!here&amp;gt;'],
  ['Slack markup', '*bold* _it_ ~gone~ `code` ```block``` :skull: >quote'],
  ['HTML', '</b><script>alert(1)</script><img src=x onerror=y>'],
  ['JSON', '"}],"routing_key":"x","a":[{"'],
  ['line breaks', 'one\r\ntwo\rthree\nfour\u2028five\u2029six\u0085seven'],
  ['a header', 'x\r\nX-Evil: 1\r\n\r\nbody'],
  ['control characters', '\u0000\u0007\u001b[31m\u202eevil\u202c\u0090'],
  ['half an emoji', '\ud83d half \ude00'],
  ['emoji', '😀👨‍👩‍👧‍👦🇫🇷'.repeat(400)],
  ['accents in heaps', `e${'\u0301'.repeat(9_000)}`],
  ['ampersands', '&'.repeat(9_000)],
  ['quotes and backslashes', '"\\'.repeat(9_000)],
  ['wide characters', '障害'.repeat(9_000)],
  ['a right-to-left text', 'مرحبا שלום'],
  ['nothing', ''],
  ['blanks', ' \n\t '],
  ['a million letters', 'x'.repeat(1_000_000)],
];
