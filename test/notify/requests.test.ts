import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/notify/kinds.ts';
import type { Action, Page } from '../../src/notify/message.ts';
import { KIND_NAMES, PAGE, SECRETS, sign, TEXT } from './samples.ts';
import { bodyOf, requestOf } from './request-samples.ts';

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
        {
          action: 'http',
          label: 'Acknowledge',
          url: 'https://ntfy.example.com/answers-of-swordfish',
          method: 'POST',
          body: expect.stringMatching(/^ack 12 1795195800 [0-9a-f]{32}$/) as string,
          clear: true,
        },
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
      'ce-specversion': '1.0',
      'ce-type': 'io.github.tocsin.incident.paged',
      'ce-source': '/acme/shop',
      'ce-id': 'acme/shop#12/urgent:start/trigger',
      'ce-time': '2026-11-20T17:30:00.000Z',
      'ce-subject': '12',
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
