import { describe, expect, test } from 'vitest';
import type { Action, Page } from '../../src/notify/message.ts';
import { KIND_NAMES, PAGE, requestOf, SECRETS, sign } from './samples.ts';
import { bodyOf } from './request-samples.ts';

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
        summary: 'P0 acme/shop#12: Checkout is down',
        source: 'acme/shop#12',
        severity: 'critical',
        timestamp: '2026-11-20T17:30:00.000Z',
        custom_details: { Summary: 'P0 since 18:30. Nobody has taken it on.', Customers: 'all', System: 'checkout' },
      },
      client: 'Tocsin',
      client_url: 'https://github.com/acme/shop/issues/12',
      links: [
        { href: 'https://github.com/acme/shop/issues/12', text: 'Open the incident' },
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
      payload: { severity: 'critical', summary: 'Test page, as for P0 acme/shop#12: Checkout is down' },
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
      text: 'P0 acme/shop#12: Checkout is down\nP0 since 18:30. Nobody has taken it on.',
      blocks: [
        {
          type: 'header',
          block_id: 'acme/shop#12/urgent:start/trigger',
          text: plain('P0 acme/shop#12: Checkout is down'),
        },
        { type: 'section', text: plain('P0 since 18:30. Nobody has taken it on.') },
        { type: 'section', text: plain('Customers: all\nSystem: checkout') },
        {
          type: 'section',
          text: {
            type: 'mrkdwn',
            text: '<https://github.com/acme/shop/issues/12|Open the incident> · <https://docs.example.com/checkout?a=1&amp;b=2|Runbook>',
            verbatim: true,
          },
        },
      ],
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  test('blocks that would be empty are left out: Slack refuses them', () => {
    const { blocks } = bodyOf('slack', { ...PAGE, summary: ' ', details: [], url: null, runbook: null });
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
    expect(text).toMatch(/^<https:[^<>|]+\|Open the incident>(?: · <https:[^<>|]+\|Runbook>)?$/);
  });
});

describe('ntfy', () => {
  test('a message to the topic, published as JSON at the root', () => {
    const { url, headers } = requestOf('ntfy', PAGE);
    expect([url, headers.Authorization]).toEqual(['https://ntfy.example.com/', `Bearer ${SECRETS.NTFY_TOKEN}`]);
    expect(bodyOf('ntfy', PAGE)).toEqual({
      topic: 'swordfish',
      sequence_id: expect.stringMatching(/^acme-shop-12-urgent-start-trigger-[0-9a-f]{16}$/) as string,
      title: 'P0 acme/shop#12: Checkout is down',
      message: 'P0 since 18:30. Nobody has taken it on.\nCustomers: all\nSystem: checkout',
      priority: 5,
      tags: ['rotating_light', 'P0'],
      click: 'https://github.com/acme/shop/issues/12',
      actions: [{ action: 'view', label: 'Runbook', url: 'https://docs.example.com/checkout?a=1&b=2' }],
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
    expect(JSON.parse(body)).toEqual({
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
      headline: 'P0 acme/shop#12: Checkout is down',
      title: 'Checkout is down',
      summary: PAGE.summary,
      details: PAGE.details,
      url: PAGE.url,
      runbook: PAGE.runbook,
    });
  });
});

test('what may not be repeated is not', () => {
  const page = { ...PAGE, title: null };
  expect(bodyOf('pagerduty', page)).toMatchObject({ payload: { summary: 'P0 acme/shop#12: the incident says more' } });
  expect(bodyOf('webhook', page)).toMatchObject({ title: null });
});

test('the policy’s language is spoken', () => {
  const page: Page = { ...PAGE, language: 'fr', action: 'resolve' };
  expect(bodyOf('ntfy', page)).toMatchObject({ title: 'Résolu\u00a0: P0 acme/shop#12\u00a0: Checkout is down' });
});

test('only a service with a page of its own takes acknowledgements', async () => {
  const { KINDS } = await import('../../src/notify/kinds.ts');
  const actions: Action[] = ['trigger', 'acknowledge', 'resolve', 'test'];
  expect(KIND_NAMES.map((name) => [name, actions.filter((action) => !KINDS[name].actions.includes(action))])).toEqual([
    ['pagerduty', []],
    ['slack', ['acknowledge']],
    ['ntfy', ['acknowledge']],
    ['webhook', []],
  ]);
});
