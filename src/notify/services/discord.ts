import { isAddressOf } from '../address.ts';
import type { HttpRequest, NotifierKind, Page, Secrets } from '../message.ts';
import { addressInText, askService, postJson } from '../request.ts';
import { code, linkTarget } from '../text.ts';
import { pageFieldsOf, headline, linksOf, todoOf } from '../wording.ts';

/*
 * Execute Webhook: discord.com/developers/docs/resources/webhook. Content 2,000 characters; of an embed the description 4,096, 25
 * fields with names of 256 and values of 1,024, all texts of the embeds together 6,000.
 */

const LONGEST_CONTENT = 1_000;
const LONGEST_TODO = 1_000;
const LONGEST_NAME = 100;
const LONGEST_VALUE = 300;
const MOST_FIELDS = 10;

const RED = 0xd1242f;
const COLOUR = { P0: RED, P1: 0xbc4c00, P2: 0x9a6700, P3: 0x0969da } as const;
const GREEN = 0x1a7f37;

/**
 * A message to the channel of the webhook. What others wrote is code, where Discord reads nothing, and `allowed_mentions` lets nobody
 * be called. Discord keeps no keys for webhooks, so a double may be seen. `wait` has it answer once the message is there.
 */
function requestOf(page: Page, secrets: Secrets): HttpRequest {
  const url = new URL(addressInText(secrets.url));
  url.searchParams.set('wait', 'true');
  const links = linksOf(page).map(
    ({ url, label }) => `[${label.replace(/[^\p{L}\p{N}/#.' -]/gu, '\\$&')}](${linkTarget(url)})`,
  );
  return postJson(url.href, {
    content: code(headline(page), LONGEST_CONTENT),
    allowed_mentions: { parse: [] },
    embeds: [
      {
        color: page.action === 'resolve' ? GREEN : COLOUR[page.priority],
        description: [code(todoOf(page), LONGEST_TODO), links.join(' · ')].filter((line) => line !== '').join('\n'),
        fields: pageFieldsOf(page)
          .slice(-MOST_FIELDS)
          .map(({ label, value }) => ({
            name: code(label, LONGEST_NAME),
            value: code(value, LONGEST_VALUE),
            inline: true,
          })),
      },
    ],
  });
}

/** Discord, by a webhook of a channel. */
export const discord: NotifierKind = {
  title: 'Discord',
  form: 'a message with an embed',
  actions: ['trigger', 'resolve', 'announce', 'test'],
  secrets: {
    url: {
      required: true,
      holds: {
        en: 'the https address of a webhook, such as `https://discord.com/api/webhooks/ID/TOKEN`',
        fr: 'l’adresse en https d’un webhook, telle que `https://discord.com/api/webhooks/ID/JETON`',
      },
      example: 'DISCORD_WEBHOOK',
      fits: isAddressOf(/^\/api\/(?:v\d+\/)?webhooks\/\d+\/[\w-]+\/?$/),
    },
  },
  regions: [],
  looks: /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\//i,
  requestOf,
  isAccepted: (status, body) => status === 200 && /^\s*\{/.test(body) && /"id"\s*:\s*"\d+"/.test(body),
  probe: {
    requestOf: (secrets) => askService(addressInText(secrets.url)),
    isAccepted: (status, body) => status === 200 && /"channel_id"\s*:\s*"\d+"/.test(body),
    proves: {
      en: 'Discord knows the webhook and its channel.',
      fr: 'Discord connaît le webhook et son salon.',
    },
  },
};
