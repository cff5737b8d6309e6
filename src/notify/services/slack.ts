import { isAddress } from '../address.ts';
import type { HttpRequest, NotifierKind, Page, Secrets } from '../message.ts';
import { addressInText, postJson } from '../request.ts';
import { cut, keyText } from '../text.ts';
import { pageFieldsOf, headline, idempotencyKey, linksOf, pageTextOf, todoOf } from '../wording.ts';

/* Incoming webhooks: docs.slack.dev/messaging/sending-messages-using-incoming-webhooks. Limits: Block Kit. */

const LONGEST_HEADER = 150;
const LONGEST_SECTION = 3_000;
/** Of a field 2,000 characters are allowed, and ten of them. */
const LONGEST_FIELD = 600;
const MOST_FIELDS = 10;
const LONGEST_ID = 255;

/** Slack reads commands and mentions between < and >, and entities after &. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text cut so that it fits escaped. */
function safe(text: string, most: number): string {
  return escape(cut(text, most, (piece) => escape(piece).length));
}

/** Plain text knows no markup, no mentions and no emoji by name. */
function plain(text: string, most: number): object {
  return { type: 'plain_text', text: safe(text, most), emoji: false };
}

/** Links of ours; an address has nothing left in it that could end the link. */
function links(page: Page): string {
  return linksOf(page)
    .map(({ url, label }) => `<${escape(url.replace(/[<>|]/g, encodeURIComponent))}|${safe(label, 200)}>`)
    .join(' · ');
}

/** A message to the channel of the webhook. */
function requestOf(page: Page, secrets: Secrets): HttpRequest {
  return postJson(addressInText(secrets.url), slackMessage(page));
}

/**
 * What Slack shows of a page; `more` is what only this channel is told. Slack keeps no keys, so a double may be seen; the key is the id
 * of the first block, by which a double can be told.
 */
export function slackMessage(page: Page, more = ''): object {
  const section = (text: object): object => ({ type: 'section', text });
  const [title, fields, todo, where] = [headline(page), pageFieldsOf(page), todoOf(page), links(page)];
  const blocks = [
    {
      type: 'header',
      block_id: keyText(idempotencyKey(page), LONGEST_ID, /[^\x21-\x7e]/g),
      text: plain(title, LONGEST_HEADER),
    },
    // Slack refuses a section without text.
    ...(fields.length === 0
      ? []
      : [
          {
            type: 'section',
            fields: fields
              .slice(-MOST_FIELDS)
              .map(({ label, value }) => plain(`${cut(label, 100)}\n${value}`, LONGEST_FIELD)),
          },
        ]),
    ...(todo === '' ? [] : [section(plain(todo, LONGEST_SECTION))]),
    ...(more === '' ? [] : [section(plain(more, LONGEST_SECTION))]),
    ...(where === '' ? [] : [section({ type: 'mrkdwn', text: where, verbatim: true })]),
  ];
  return {
    // What a notification shows.
    text: safe(`${title}\n${pageTextOf(page)}`.trim(), LONGEST_SECTION),
    blocks,
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** Slack, by an incoming webhook. */
export const slack: NotifierKind = {
  title: 'Slack',
  form: 'a message in blocks',
  actions: ['trigger', 'resolve', 'announce', 'test'],
  secrets: {
    url: {
      required: true,
      holds: { en: 'the https address of an incoming webhook', fr: 'l’adresse en https d’un webhook entrant' },
      example: 'SLACK_WEBHOOK',
      fits: isAddress,
    },
  },
  regions: [],
  looks: /^https:\/\/hooks\.slack(?:-gov)?\.com\//i,
  requestOf,
  isAccepted: (status, body) => status === 200 && body.trim() === 'ok',
  probe: {
    // A message without text is refused by a webhook that is there, and shown to nobody.
    requestOf: (secrets) => postJson(addressInText(secrets.url), { text: '' }),
    isAccepted: (status, body) => status === 400 && /^(?:no_text|missing_text)\b/.test(body.trim()),
    proves: {
      en: 'Slack knows the webhook: it refused an empty message for being empty.',
      fr: 'Slack connaît le webhook : il a refusé un message vide parce qu’il est vide.',
    },
  },
};
