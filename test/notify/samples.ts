import { createHmac } from 'node:crypto';
import type { KindName } from '../../src/notify/kinds.ts';
import { KINDS } from '../../src/notify/kinds.ts';
import type { Means, Notifier, NotifierKind, Page, Parcel, Secrets } from '../../src/notify/message.ts';

export const PAGE: Page = {
  action: 'trigger',
  key: 'acme/shop#12',
  step: 'urgent:start',
  repository: 'acme/shop',
  number: 12,
  priority: 'P0',
  title: 'Checkout is down',
  details: [
    { label: 'Type of impact', value: 'all access lost' },
    { label: 'Scope of the impact', value: 'all in EU' },
    { label: 'System and host', value: 'checkout, eu-west-1' },
  ],
  until: { label: 'Acknowledge', value: 'by 18:45 (Paris, 17:45 UTC)' },
  summary: 'P0: acknowledge this incident. Write /ack, or assign yourself.',
  url: 'https://github.com/acme/shop/issues/12',
  runbook: 'https://docs.example.com/checkout?a=1&b=2',
  at: Date.UTC(2026, 10, 20, 17, 30),
  language: 'en',
};

/** All that it says but for the title, in the order in which it is read. */
export const TEXT = [
  'all access lost · all in EU · checkout, eu-west-1',
  'Acknowledge: by 18:45 (Paris, 17:45 UTC)',
  'P0: acknowledge this incident. Write /ack, or assign yourself.',
].join('\n');

/** Nothing of these may ever be seen outside a request. Each has the name that its kind gives as an example. */
export const SECRETS = {
  PAGERDUTY_KEY: '0123456789abcdef0123456789abcdef',
  PAGERDUTY_API_KEY: 'u+aPiReAdOnLyKeY01',
  OPSGENIE_KEY: '1b2c3d4e-5f60-7182-93a4-b5c6d7e8f901',
  JSM_KEY: '9f8e7d6c-5b4a-3928-1706-f5e4d3c2b1a0',
  GRAFANA_IRM_URL: 'https://oncall.example.com/oncall/integrations/v1/formatted_webhook/gRaFaNaToKeN123456/',
  INCIDENT_IO_URL: 'https://api.incident.example.com/v2/alert_events/http/01GW2G3V0S59R238FAHPDS1R66',
  INCIDENT_IO_TOKEN: 'incidentiotoken0987654321',
  SLACK_WEBHOOK: 'https://hooks.slack.example.com/services/T00AAAA/B00BBBB/qWeRtYuIoPaSdFgHjKlZxCvB',
  SLACK_TOKEN: 'xoxb-112233445566-aAbBcCdDeEfFgGhH',
  SLACK_CHANNEL: 'C0AB1CD2EF3',
  TEAMS_WEBHOOK:
    'https://prod-07.westeurope.logic.example.com:443/workflows/a1b2c3d4e5/triggers/manual/paths/invoke?api-version=2016-06-01&sig=TeAmSsIgNaTuRe42',
  DISCORD_WEBHOOK: 'https://discord.example.com/api/webhooks/123456789012345678/dIsCoRdToKeN_abc-123',
  GOOGLE_CHAT_WEBHOOK: 'https://chat.example.com/v1/spaces/AAAAspace/messages?key=GoOgLeKeY123&token=GoOgLeToKeN456',
  MATTERMOST_WEBHOOK: 'https://mattermost.example.com/hooks/mmhook7890abcdefghijklmnop',
  ZULIP_URL: 'https://zulip.example.com',
  ZULIP_BOT: 'tocsin-bot@zulip.example.com',
  ZULIP_KEY: 'zulipkeyABCDEF0123456789',
  ZULIP_CHANNEL: 'war-room',
  TELEGRAM_TOKEN: '123456789:AAtelegramTOKENabcdefghijklmnopqrs',
  TELEGRAM_CHAT: '-1009876543210',
  NTFY_URL: 'https://ntfy.example.com/swordfish',
  NTFY_TOKEN: 'tk_aaaa1111BBBB2222cccc3333DDDD4',
  NTFY_ANSWERS: 'https://ntfy.example.com/answers-of-swordfish',
  SMTP_URL: 'smtps://mailuser:m%40ilpass@smtp.example.com',
  MAIL_FROM: 'tocsin@acme.example.com',
  MAIL_TO: 'grace@acme.example.com, noah@acme.example.com',
  TWILIO_ACCOUNT: 'AC5e6f70819203a4b5c6d7e8f9010a1b2c',
  TWILIO_TOKEN: 'fedcba9876543210fedcba9876543210',
  TWILIO_FROM: '+15005550006',
  ON_CALL_PHONE: '+33612345678',
  HOOK_URL: 'https://user:pa55word@hooks.example.com/in/zyxwvuts?code=98765',
  HOOK_SECRET: 'correct horse battery staple',
} as const;

export const KIND_NAMES = Object.keys(KINDS) as KindName[];

/** Those that are spoken to over HTTP. */
export type HttpKindName = Exclude<KindName, 'mail'>;
export const HTTP_KIND_NAMES = KIND_NAMES.filter((name): name is HttpKindName => name !== 'mail');

/** The variables of a kind by role. */
export function variablesOf(type: KindName): Readonly<Record<string, string>> {
  const kind: NotifierKind = KINDS[type];
  return Object.fromEntries(Object.entries(kind.secrets).map(([role, { example }]) => [role, example]));
}

export function notifierOf(type: KindName, changes: Partial<Notifier> = {}): Notifier {
  const kind: NotifierKind = KINDS[type];
  const region = kind.regions.length > 0 ? 'us' : null;
  return { name: type, type, secrets: variablesOf(type), for: ['P0', 'P1', 'P2', 'P3'], region, ...changes };
}

export const sign: Means['sign'] = (secret, text) => createHmac('sha256', secret).update(text).digest('hex');

/** The values of a kind's secrets. */
export function secretsOf(type: KindName): Secrets {
  const names = Object.entries(variablesOf(type)) as [string, keyof typeof SECRETS][];
  return Object.fromEntries(names.map(([role, name]) => [role, SECRETS[name]]));
}

/** What a kind sends, with the secrets above. */
export function parcelOf(type: KindName, page: Page, region: Means['region'] = null): Parcel {
  return KINDS[type].requestOf(page, secretsOf(type), { region, sign });
}

/** Titles and texts that have been the end of some bot. */
export const HOSTILE: readonly (readonly [string, string])[] = [
  [
    'a mention of everybody',
    '<!channel> <!here> <!everyone> @channel @here @everyone @all <@U012AB3CD> <!subteam^S1|ops>',
  ],
  [
    'mentions of other chats',
    '<users/all> <at>Grace</at> @**all** @*team* <@&123> <#456> #**channel** /start @grace_bot',
  ],
  ['a link in Slack’s markup', '<https://evil.example.com|open the incident>'],
  ['a link in Markdown', '[open the incident](https://evil.example.com) ![x](https://evil.example.com/x.png)'],
  ['an escaped mention', '&lt;!channel&gt; &amp;lt;!here&amp;gt;'],
  ['markup', '*bold* _it_ ~gone~ `code` ```block``` :skull: >quote # title | a | b |'],
  ['backticks', '`` ` ``` @all `'],
  ['HTML', '</b></code></a><script>alert(1)</script><img src=x onerror=y>'],
  ['TwiML', '</Say><Dial>+15005550009</Dial><Say>'],
  ['a template', '{{DATE(2026-11-20T00:00:00Z)}} ${payload} {{ payload }} @{triggerBody()}'],
  ['JSON', '"}],"routing_key":"x","a":[{"'],
  ['a form', 'x&To=%2B15005550009&From=y'],
  ['line breaks', 'one\r\ntwo\rthree\nfour\u2028five\u2029six\u0085seven'],
  ['a header', 'x\r\nBcc: eve@example.com\r\n\r\nbody'],
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
