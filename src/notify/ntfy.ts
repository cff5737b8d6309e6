import { pageWords } from './words.ts';
import { isAddress, isToken, linkOf, readAddress } from './address.ts';
import type { HttpRequest, NotifierKind, Page, Secrets } from './message.ts';
import { bytes, cut, keyText } from './text.ts';
import { idempotencyKey, detailsOf, headline, JSON_HEADERS, summaryOf } from './wording.ts';

/*
 * ntfy: docs.ntfy.sh/publish, as JSON. A message must have less than 4096 bytes, or it becomes an attachment, and the
 * whole JSON less than twice that. Quotes and line breaks count twice in JSON, so that the limits here are lower.
 */

const LONGEST_MESSAGE = 3_000;
const LONGEST_TITLE = 200;
const LONGEST_LINK = 500;
const LONGEST_ID = 64;

const URGENCY = { P0: 5, P1: 4, P2: 3, P3: 2 } as const;
/** Shown as emoji. */
const TAG = { trigger: 'rotating_light', acknowledge: 'eyes', resolve: 'white_check_mark', test: 'test_tube' } as const;

/** The server and the topic of a topic's address; null if it is none. */
function splitTopic(text: string): { root: string; topic: string; authorization: string | null } | null {
  const address = readAddress(text);
  const [, path = '', topic] = /^(.*\/)([-_A-Za-z0-9]{1,64})\/?$/.exec(address?.url.pathname ?? '') ?? [];
  if (!address || topic === undefined) return null;
  address.url.pathname = path;
  return { root: address.url.href, topic, authorization: address.authorization };
}

/** A message to the topic. Servers since 2.16 show a double with the same sequence id as one message. */
function requestOf(page: Page, secrets: Secrets): HttpRequest {
  const { root, topic, authorization } = splitTopic(secrets.url ?? '') ?? { root: '', topic: '', authorization: null };
  const click = linkOf(page.url, LONGEST_LINK);
  const runbook = linkOf(page.runbook, LONGEST_LINK);
  const header = secrets.token === undefined ? authorization : `Bearer ${secrets.token}`;
  return {
    method: 'POST',
    url: root,
    headers: { ...JSON_HEADERS, ...(header === null ? {} : { Authorization: header }) },
    body: JSON.stringify({
      topic,
      sequence_id: keyText(idempotencyKey(page), LONGEST_ID, /[^-_A-Za-z0-9]/g),
      title: cut(headline(page), LONGEST_TITLE, bytes),
      message: cut(`${summaryOf(page)}\n${detailsOf(page)}`.trim(), LONGEST_MESSAGE, bytes),
      // What is over wakes nobody.
      priority: page.action === 'resolve' ? Math.min(3, URGENCY[page.priority]) : URGENCY[page.priority],
      tags: [TAG[page.action], page.priority],
      ...(click === null ? {} : { click }),
      ...(runbook === null
        ? {}
        : { actions: [{ action: 'view', label: pageWords(page.language).runbook, url: runbook }] }),
    }),
  };
}

/** ntfy, the public server or one's own. */
export const ntfy: NotifierKind = {
  title: 'ntfy',
  actions: ['trigger', 'resolve', 'test'],
  secrets: {
    url: {
      required: true,
      help: 'the address of a topic, such as `https://ntfy.example.com/TOPIC`',
      fits: (value) => isAddress(value) && splitTopic(value) !== null,
    },
    token: { required: false, help: 'an access token', fits: isToken },
  },
  regions: [],
  requestOf,
  // It answers with the message, which may be longer than what is read of it.
  isAccepted: (status, body) => status === 200 && /^\s*\{/.test(body) && /"event"\s*:\s*"message"/.test(body),
};
