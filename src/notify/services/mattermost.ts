import { isAddressOf } from '../address.ts';
import type { HttpRequest, NotifierKind, Page, Secrets } from '../message.ts';
import { addressInText, askService, postJson } from '../request.ts';
import { chatText } from '../chat-text.ts';

/*
 * Incoming webhooks: docs.mattermost.com/developers/integrate/webhooks/incoming. Slack's shape, but no blocks, and its text is
 * Markdown, in which `@all` calls everybody. A post has 16,383 characters.
 */

/** A post in the channel of the webhook. Mattermost keeps no keys, so a double may be seen. */
function requestOf(page: Page, secrets: Secrets): HttpRequest {
  return postJson(addressInText(secrets.url), { text: chatText(page) });
}

/** Mattermost, by an incoming webhook. */
export const mattermost: NotifierKind = {
  title: 'Mattermost',
  form: 'a post',
  actions: ['trigger', 'resolve', 'announce', 'test'],
  secrets: {
    url: {
      required: true,
      holds: {
        en: 'the https address of an incoming webhook, such as `https://mattermost.example.com/hooks/ID`',
        fr: 'l’adresse en https d’un webhook entrant, telle que `https://mattermost.example.com/hooks/ID`',
      },
      example: 'MATTERMOST_WEBHOOK',
      fits: isAddressOf(/\/hooks\/\w+\/?$/),
    },
  },
  regions: [],
  looks: /^https?:\/\/[^/]+(?:\/[\w-]+)?\/hooks\/[a-z0-9]{26}\/?$/i,
  requestOf,
  isAccepted: (status, body) => status === 200 && body.trim() === 'ok',
  probe: {
    requestOf: (secrets) =>
      askService(addressInText(secrets.url).replace(/\/hooks\/\w+\/?(?:\?.*)?$/, '/api/v4/system/ping')),
    isAccepted: (status, body) => status === 200 && /"status"\s*:\s*"OK"/i.test(body),
    proves: {
      en: 'The Mattermost server is well. Whether it knows the webhook shows only when something is posted.',
      fr: 'Le serveur Mattermost va bien. S’il connaît le webhook, il ne le montre qu’à la publication.',
    },
  },
};
