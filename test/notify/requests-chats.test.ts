import { describe, expect, test } from 'vitest';
import { bodyOf, formOf, requestOf } from './request-samples.ts';
import { PAGE, SECRETS, TEXT } from './samples.ts';

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
