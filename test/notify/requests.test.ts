import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/notify/kinds.ts';
import type { Action, Page } from '../../src/notify/message.ts';
import { KIND_NAMES, PAGE, SECRETS, sign } from './samples.ts';
import { bodyOf, formOf, requestOf } from './request-samples.ts';

/** All but the title, in the order in which it is read. */
const TEXT = [
  'all access lost · all in EU · checkout, eu-west-1',
  'Acknowledge: by 18:45 (Paris, 17:45 UTC)',
  'P0: acknowledge this incident. Write /ack, or assign yourself.',
].join('\n');

describe('PagerDuty', () => {
  test('a trigger opens one alert for the incident', () => {
    const { url, method, headers } = requestOf('pagerduty', PAGE, 'us');
    expect([method, url, headers['Content-Type']]).toEqual([
      'POST',
      'https://events.pagerduty.com/v2/enqueue',
      'application/json; charset=utf-8',
    ]);
    expect(bodyOf('pagerduty', PAGE)).toEqual({
      routing_key: SECRETS.PAGERDUTY_KEY,
      event_action: 'trigger',
      dedup_key: 'acme/shop#12',
      payload: {
        summary: 'P0: Checkout is down',
        source: 'acme/shop#12',
        severity: 'critical',
        timestamp: '2026-11-20T17:30:00.000Z',
        custom_details: {
          'Type of impact': 'all access lost',
          'Scope of the impact': 'all in EU',
          'System and host': 'checkout, eu-west-1',
          Acknowledge: 'by 18:45 (Paris, 17:45 UTC)',
          'To do': 'P0: acknowledge this incident. Write /ack, or assign yourself.',
        },
      },
      client: 'Tocsin',
      client_url: 'https://github.com/acme/shop/issues/12',
      links: [
        { href: 'https://github.com/acme/shop/issues/12', text: 'Open acme/shop#12' },
        { href: 'https://docs.example.com/checkout?a=1&b=2', text: 'Runbook' },
      ],
    });
  });

  test('in Europe it goes to Europe', () => {
    expect(requestOf('pagerduty', PAGE, 'eu').url).toBe('https://events.eu.pagerduty.com/v2/enqueue');
  });

  test.each(['acknowledge', 'resolve'] as const)('%s says no more than it must', (action) => {
    expect(bodyOf('pagerduty', { ...PAGE, action })).toEqual({
      routing_key: SECRETS.PAGERDUTY_KEY,
      event_action: action,
      dedup_key: 'acme/shop#12',
    });
  });

  test('a test wakes like a trigger, and never joins the alert of the incident', () => {
    expect(bodyOf('pagerduty', { ...PAGE, action: 'test' })).toMatchObject({
      event_action: 'trigger',
      dedup_key: 'test:acme/shop#12/urgent:start/test',
      payload: { severity: 'critical', summary: 'Test page, as for P0: Checkout is down' },
    });
  });

  test.each([
    ['P0', 'critical'],
    ['P1', 'error'],
    ['P2', 'warning'],
    ['P3', 'info'],
  ] as const)('%s is %s', (priority, severity) => {
    expect(bodyOf('pagerduty', { ...PAGE, priority })).toMatchObject({ payload: { severity } });
  });

  test('long keys stay different', () => {
    const keys = ['a', 'b'].map((end) => bodyOf('pagerduty', { ...PAGE, key: 'x'.repeat(300) + end }).dedup_key);
    expect(keys.map((key) => String(key).length)).toEqual([255, 255]);
    expect(keys[0]).not.toBe(keys[1]);
  });
});

describe('Slack', () => {
  test('a message in blocks', () => {
    expect(requestOf('slack', PAGE).url).toBe(SECRETS.SLACK_WEBHOOK);
    const plain = (text: string): object => ({ type: 'plain_text', text, emoji: false });
    expect(bodyOf('slack', PAGE)).toEqual({
      text: `P0: Checkout is down\n${TEXT}`,
      blocks: [
        {
          type: 'header',
          block_id: 'acme/shop#12/urgent:start/trigger',
          text: plain('P0: Checkout is down'),
        },
        {
          type: 'section',
          fields: [
            plain('Type of impact\nall access lost'),
            plain('Scope of the impact\nall in EU'),
            plain('System and host\ncheckout, eu-west-1'),
            plain('Acknowledge\nby 18:45 (Paris, 17:45 UTC)'),
          ],
        },
        { type: 'section', text: plain('P0: acknowledge this incident. Write /ack, or assign yourself.') },
        {
          type: 'section',
          text: {
            type: 'mrkdwn',
            text: '<https://github.com/acme/shop/issues/12|Open acme/shop#12> · <https://docs.example.com/checkout?a=1&amp;b=2|Runbook>',
            verbatim: true,
          },
        },
      ],
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  test('blocks that would be empty are left out: Slack refuses them', () => {
    const { blocks } = bodyOf('slack', { ...PAGE, summary: ' ', details: [], until: null, url: null, runbook: null });
    expect(blocks).toHaveLength(1);
  });

  test.each([
    'https://docs.example.com/a|b>c<!channel>',
    'javascript:alert(1)',
    'docs/checkout.md',
    'https://docs.example.com/ <!here>',
    `https://docs.example.com/${'x'.repeat(2_000)}`,
  ])('%s cannot break out of the link', (runbook) => {
    const { text } = (bodyOf('slack', { ...PAGE, runbook }).blocks as { text: { text: string } }[]).at(-1)!.text;
    expect(text).toMatch(/^<https:[^<>|]+\|Open acme\/shop#12>(?: · <https:[^<>|]+\|Runbook>)?$/);
  });
});

describe('ntfy', () => {
  test('a message to the topic, published as JSON at the root', () => {
    const { url, headers } = requestOf('ntfy', PAGE);
    expect([url, headers.Authorization]).toEqual(['https://ntfy.example.com/', `Bearer ${SECRETS.NTFY_TOKEN}`]);
    expect(bodyOf('ntfy', PAGE)).toEqual({
      topic: 'swordfish',
      sequence_id: expect.stringMatching(/^acme-shop-12-urgent-start-trigger-[0-9a-f]{16}$/) as string,
      title: 'P0: Checkout is down',
      message: TEXT,
      priority: 5,
      tags: ['rotating_light', 'P0'],
      click: 'https://github.com/acme/shop/issues/12',
      actions: [
        { action: 'view', label: 'Open acme/shop#12', url: 'https://github.com/acme/shop/issues/12' },
        { action: 'view', label: 'Runbook', url: 'https://docs.example.com/checkout?a=1&b=2' },
      ],
    });
  });

  test.each([
    ['trigger', 'P1', 4, 'rotating_light'],
    ['trigger', 'P3', 2, 'rotating_light'],
    ['resolve', 'P0', 3, 'white_check_mark'],
    ['test', 'P0', 5, 'test_tube'],
  ] as const)('%s of %s has priority %i', (action, priority, urgency, tag) => {
    expect(bodyOf('ntfy', { ...PAGE, action, priority })).toMatchObject({ priority: urgency, tags: [tag, priority] });
  });

  test('pages that differ have sequence ids that differ', () => {
    const pages: Page[] = [PAGE, { ...PAGE, key: 'acme-shop#12' }, { ...PAGE, step: 'urgent-start' }];
    expect(new Set(pages.map((page) => bodyOf('ntfy', page).sequence_id)).size).toBe(3);
  });
});

describe('webhook', () => {
  test('a signed body', () => {
    const { url, headers, body } = requestOf('webhook', PAGE);
    expect(url).toBe('https://hooks.example.com/in/zyxwvuts?code=98765');
    expect(headers).toEqual({
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'tocsin',
      'Idempotency-Key': 'acme/shop#12/urgent:start/trigger',
      'Tocsin-Version': '1',
      'Tocsin-Signature': `t=1795195800,v1=${sign(SECRETS.HOOK_SECRET, `1795195800.${body}`)}`,
      Authorization: `Basic ${btoa('user:pa55word')}`,
    });
    expect(JSON.parse(body!)).toEqual({
      version: 1,
      id: 'acme/shop#12/urgent:start/trigger',
      action: 'trigger',
      key: 'acme/shop#12',
      step: 'urgent:start',
      at: '2026-11-20T17:30:00.000Z',
      language: 'en',
      repository: 'acme/shop',
      number: 12,
      priority: 'P0',
      headline: 'P0: Checkout is down',
      title: 'Checkout is down',
      details: PAGE.details,
      until: PAGE.until,
      summary: PAGE.summary,
      url: PAGE.url,
      runbook: PAGE.runbook,
    });
  });
});

describe('chats in Markdown', () => {
  const LINKS = '(https://github.com/acme/shop/issues/12)';

  test.each(['mattermost', 'zulip'] as const)('%s: a line each, and what others wrote as code', (kind) => {
    const text = kind === 'zulip' ? formOf(kind, PAGE).content : bodyOf(kind, PAGE).text;
    expect(text).toBe(
      [
        '**`P0: Checkout is down`**',
        ...TEXT.split('\n').map((line, at) => (at === 2 ? `**\`${line}\`**` : `\`${line}\``)),
        `[\`Open acme/shop#12\`]${LINKS} · [\`Runbook\`](https://docs.example.com/checkout?a=1&b=2)`,
      ].join('\n\n'),
    );
  });

  test('Zulip has a topic for each incident, whatever its title becomes', () => {
    const { url, headers } = requestOf('zulip', PAGE);
    expect(url).toBe('https://zulip.example.com/api/v1/messages');
    expect(headers.Authorization).toBe(`Basic ${btoa(`${SECRETS.ZULIP_BOT}:${SECRETS.ZULIP_KEY}`)}`);
    expect(formOf('zulip', { ...PAGE, title: 'x' })).toMatchObject({
      type: 'stream',
      to: 'war-room',
      topic: 'acme/shop#12',
    });
  });

  test('Discord has it in an embed, and calls nobody', () => {
    expect(requestOf('discord', PAGE).url).toBe(`${SECRETS.DISCORD_WEBHOOK}?wait=true`);
    expect(bodyOf('discord', PAGE)).toEqual({
      content: '`P0: Checkout is down`',
      allowed_mentions: { parse: [] },
      embeds: [
        {
          color: 0xd1242f,
          description: `\`P0: acknowledge this incident. Write /ack, or assign yourself.\`\n[Open acme/shop#12]${LINKS} · [Runbook](https://docs.example.com/checkout?a=1&b=2)`,
          fields: [
            { name: '`Type of impact`', value: '`all access lost`', inline: true },
            { name: '`Scope of the impact`', value: '`all in EU`', inline: true },
            { name: '`System and host`', value: '`checkout, eu-west-1`', inline: true },
            { name: '`Acknowledge`', value: '`by 18:45 (Paris, 17:45 UTC)`', inline: true },
          ],
        },
      ],
    });
  });

  test('an address cannot end its link', () => {
    const { text } = bodyOf('mattermost', { ...PAGE, runbook: 'https://docs.example.com/a_(b)?c=<d>' });
    expect(text).toContain('](https://docs.example.com/a_%28b%29?c=%3Cd%3E)');
  });
});

test('Telegram has code and links, and is silent about what is over', () => {
  expect(requestOf('telegram', PAGE).url).toBe(`https://api.telegram.org/bot${SECRETS.TELEGRAM_TOKEN}/sendMessage`);
  expect(bodyOf('telegram', { ...PAGE, title: 'a < b & c' })).toEqual({
    chat_id: SECRETS.TELEGRAM_CHAT,
    text: [
      '<code>P0: a &lt; b &amp; c</code>',
      ...TEXT.split('\n').map((line) => `<code>${line}</code>`),
      '<a href="https://github.com/acme/shop/issues/12">Open acme/shop#12</a> · <a href="https://docs.example.com/checkout?a=1&amp;b=2">Runbook</a>',
    ].join('\n'),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    disable_notification: false,
  });
  expect(bodyOf('telegram', { ...PAGE, action: 'resolve' }).disable_notification).toBe(true);
});

test('Teams has an Adaptive Card of texts without Markdown, and buttons', () => {
  const [attachment] = bodyOf('teams', PAGE).attachments as { content: { body: unknown[]; actions: unknown[] } }[];
  const run = (...runs: object[]): object => ({
    type: 'RichTextBlock',
    inlines: runs.map((it) => ({ type: 'TextRun', ...it })),
  });
  expect(attachment!.content.body).toEqual([
    run({ text: 'P0: Checkout is down', weight: 'bolder', size: 'large', color: 'attention' }),
    run({ text: 'Type of impact: ', weight: 'bolder' }, { text: 'all access lost' }),
    run({ text: 'Scope of the impact: ', weight: 'bolder' }, { text: 'all in EU' }),
    run({ text: 'System and host: ', weight: 'bolder' }, { text: 'checkout, eu-west-1' }),
    run({ text: 'Acknowledge: ', weight: 'bolder' }, { text: 'by 18:45 (Paris, 17:45 UTC)' }),
    run({ text: 'P0: acknowledge this incident. Write /ack, or assign yourself.', weight: 'bolder' }),
  ]);
  expect(attachment!.content.actions).toEqual([
    { type: 'Action.OpenUrl', title: 'Open acme/shop#12', url: PAGE.url },
    { type: 'Action.OpenUrl', title: 'Runbook', url: PAGE.runbook },
  ]);
});

test('Google Chat has a card, with the same as text for the lock screen', () => {
  const body = bodyOf('google-chat', { ...PAGE, title: 'a < b' });
  expect(body.fallbackText).toBe(`P0: a ‹ b\n${TEXT}`);
  expect(body.cardsV2).toMatchObject([
    {
      card: {
        header: { title: 'P0: a ‹ b' },
        sections: [
          {
            widgets: [
              { decoratedText: { topLabel: 'Type of impact', text: 'all access lost' } },
              { decoratedText: { topLabel: 'Scope of the impact', text: 'all in EU' } },
              { decoratedText: { topLabel: 'System and host', text: 'checkout, eu-west-1' } },
              { decoratedText: { topLabel: 'Acknowledge', text: 'by 18:45 (Paris, 17:45 UTC)' } },
              { textParagraph: { text: '<b>P0: acknowledge this incident. Write /ack, or assign yourself.</b>' } },
              { buttonList: { buttons: [{ text: 'Open acme/shop#12' }, { text: 'Runbook' }] } },
            ],
          },
        ],
      },
    },
  ]);
});

describe('Opsgenie', () => {
  test('an alert of the incident is opened, acknowledged and closed by its alias', () => {
    const opened = requestOf('opsgenie', PAGE, 'us');
    expect(opened.url).toBe('https://api.opsgenie.com/v2/alerts');
    expect(opened.headers.Authorization).toBe(`GenieKey ${SECRETS.OPSGENIE_KEY}`);
    const { alias, ...alert } = bodyOf('opsgenie', PAGE);
    expect(alert).toEqual({
      message: 'P0: Checkout is down',
      description: `${TEXT}\n${PAGE.url}\n${PAGE.runbook}`,
      details: {
        'Type of impact': 'all access lost',
        'Scope of the impact': 'all in EU',
        'System and host': 'checkout, eu-west-1',
        Acknowledge: 'by 18:45 (Paris, 17:45 UTC)',
        'Open acme/shop#12': PAGE.url,
        Runbook: PAGE.runbook,
      },
      entity: 'acme/shop#12',
      source: 'Tocsin',
      priority: 'P1',
      tags: ['tocsin', 'P0'],
    });
    const urls = (['acknowledge', 'resolve'] as const).map((action) => requestOf('opsgenie', { ...PAGE, action }).url);
    expect(urls).toEqual([
      `https://api.opsgenie.com/v2/alerts/${String(alias)}/acknowledge?identifierType=alias`,
      `https://api.opsgenie.com/v2/alerts/${String(alias)}/close?identifierType=alias`,
    ]);
  });

  test('in Europe it goes to Europe; a test is an alert of its own', () => {
    expect(requestOf('opsgenie', PAGE, 'eu').url).toBe('https://api.eu.opsgenie.com/v2/alerts');
    expect(bodyOf('opsgenie', { ...PAGE, action: 'test' }).alias).not.toBe(bodyOf('opsgenie', PAGE).alias);
  });

  test('Jira Service Management takes the same, at its own address', () => {
    const { url, body } = requestOf('jsm', PAGE);
    expect(url).toBe('https://api.atlassian.com/jsm/ops/integration/v2/alerts');
    expect(body).toBe(requestOf('opsgenie', PAGE).body);
  });
});

test.each([
  ['trigger', 'alerting', 'firing'],
  ['test', 'alerting', 'firing'],
  ['resolve', 'ok', 'resolved'],
] as const)('%s at Grafana IRM is %s, and at incident.io %s', (action, grafana, incident) => {
  const page = { ...PAGE, action };
  expect(bodyOf('grafana-irm', page)).toMatchObject({
    state: grafana,
    link_to_upstream_details: PAGE.url,
    message: TEXT,
  });
  expect(bodyOf('incident-io', page)).toMatchObject({
    status: incident,
    source_url: PAGE.url,
    description: TEXT,
    metadata: { priority: 'P0', issue: 'acme/shop#12', fields: { 'Type of impact': 'all access lost' } },
  });
  const key = action === 'test' ? 'test:acme/shop#12/urgent:start/test' : 'acme/shop#12';
  expect([bodyOf('grafana-irm', page).alert_uid, bodyOf('incident-io', page).deduplication_key]).toEqual([key, key]);
});

describe('Twilio', () => {
  test('a text message that is cheap to send, with the link at its end', () => {
    const page: Page = { ...PAGE, title: 'L’API «\u00a0payer\u00a0» est en panne…', language: 'fr' };
    expect(formOf('twilio-sms', page)).toEqual({
      To: SECRETS.ON_CALL_PHONE,
      From: SECRETS.TWILIO_FROM,
      Body: [
        'P0 : L\'API " payer " est en panne...',
        ...TEXT.replaceAll(' · ', ', ').replace('Acknowledge: ', 'Acknowledge : ').split('\n'),
        PAGE.url,
      ].join('\n'),
    });
  });

  test('a messaging service in the place of a number', () => {
    const from = `MG${'0'.repeat(32)}`;
    const secrets = { account: SECRETS.TWILIO_ACCOUNT, token: 'x', from, to: SECRETS.ON_CALL_PHONE };
    const { body } = KINDS['twilio-sms'].requestOf(PAGE, secrets, { region: null, sign }) as { body: string };
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({ MessagingServiceSid: from });
    expect(body).not.toContain('From=');
  });

  test('a call that says it twice, in its language', () => {
    const said =
      'P0: 1 &lt; 2. all access lost · all in EU · checkout, eu-west-1. Acknowledge: by 18:45 (Paris, 17:45 UTC).';
    const { Twiml } = formOf('twilio-call', { ...PAGE, title: '1 < 2' });
    expect(Twiml!.split(said)).toHaveLength(3);
    expect(Twiml).toContain('<Say language="en-US">');
    expect(formOf('twilio-call', { ...PAGE, language: 'fr' }).Twiml).toContain('<Say language="fr-FR">');
  });
});

test('what may not be repeated is not', () => {
  const page = { ...PAGE, title: null };
  expect(bodyOf('pagerduty', page)).toMatchObject({
    payload: { summary: 'P0: incident acme/shop#12, details in the issue' },
  });
  expect(bodyOf('webhook', page)).toMatchObject({ title: null });
});

test('the policy’s language is spoken', () => {
  const page: Page = { ...PAGE, language: 'fr', action: 'resolve' };
  expect(bodyOf('ntfy', page)).toMatchObject({ title: 'Résolu (P0)\u00a0: Checkout is down' });
});

test('only a service with a page of its own takes acknowledgements, and nobody is called about what is over', () => {
  const without = (action: Action): string[] =>
    KIND_NAMES.filter((name) => !(KINDS[name].actions as Action[]).includes(action));
  expect(KIND_NAMES.filter((name) => !without('acknowledge').includes(name))).toEqual([
    'pagerduty',
    'opsgenie',
    'jsm',
    'webhook',
  ]);
  expect(without('resolve')).toEqual(['twilio-call']);
  expect([...without('trigger'), ...without('test')]).toEqual([]);
});
