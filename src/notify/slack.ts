import { pageWords } from './words.ts';
import { isAddress, linkOf, readAddress } from './address.ts';
import type { HttpRequest, NotifierKind, Page, Secrets } from './message.ts';
import { cut, keyText } from './text.ts';
import { idempotencyKey, detailsOf, headline, JSON_HEADERS, summaryOf } from './wording.ts';

/* Incoming webhooks: docs.slack.dev/messaging/sending-messages-using-incoming-webhooks. Limits: Block Kit. */

const LONGEST_HEADER = 150;
const LONGEST_SECTION = 3_000;
const LONGEST_ID = 255;

/** Slack reads commands and mentions between < and >, and entities after &. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text cut so that it fits escaped. A mention without brackets gets a joiner, in case a workspace reads those. */
function safe(text: string, most: number): string {
  return escape(cut(text.replace(/@(?=[\p{L}\p{N}_])/gu, '@\u2060'), most, (piece) => escape(piece).length));
}

/** Plain text knows no markup, no mentions and no emoji by name. */
function plain(text: string, most: number): object {
  return { type: 'plain_text', text: safe(text, most), emoji: false };
}

/** Links of ours; an address has nothing left in it that could end the link. */
function links(page: Page): string {
  const words = pageWords(page.language);
  return [
    { url: linkOf(page.url, 1_000), label: words.open },
    { url: linkOf(page.runbook, 1_000), label: words.runbook },
  ]
    .flatMap(({ url, label }) =>
      url === null ? [] : [`<${escape(url.replace(/[<>|]/g, encodeURIComponent))}|${label}>`],
    )
    .join(' · ');
}

/**
 * A message to the channel of the webhook. Slack keeps no keys, so a double may be seen; the key is the id of the first
 * block, by which a double can be told.
 */
function requestOf(page: Page, secrets: Secrets): HttpRequest {
  const section = (text: object): object => ({ type: 'section', text });
  const [title, summary, facts, where] = [headline(page), summaryOf(page), detailsOf(page), links(page)];
  const blocks = [
    {
      type: 'header',
      block_id: keyText(idempotencyKey(page), LONGEST_ID, /[^\x21-\x7e]/g),
      text: plain(title, LONGEST_HEADER),
    },
    // Slack refuses a section without text.
    ...(summary === '' ? [] : [section(plain(summary, LONGEST_SECTION))]),
    ...(facts === '' ? [] : [section(plain(facts, LONGEST_SECTION))]),
    ...(where === '' ? [] : [section({ type: 'mrkdwn', text: where, verbatim: true })]),
  ];
  return {
    method: 'POST',
    url: readAddress(secrets.url ?? '')?.url.href ?? '',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      text: safe(`${title}\n${summary}`.trim(), LONGEST_SECTION),
      blocks,
      unfurl_links: false,
      unfurl_media: false,
    }),
  };
}

/** Slack, by an incoming webhook. */
export const slack: NotifierKind = {
  title: 'Slack',
  actions: ['trigger', 'resolve', 'test'],
  secrets: { url: { required: true, help: 'the address of an incoming webhook', fits: isAddress } },
  regions: [],
  requestOf,
  isAccepted: (status, body) => status === 200 && body.trim() === 'ok',
};
