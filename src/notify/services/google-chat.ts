import { isAddress, readAddress } from '../address.ts';
import type { HttpRequest, NotifierKind, Page, Secrets } from '../message.ts';
import { addressInText, postJson } from '../request.ts';
import { blunt, cut, keyText, markup } from '../text.ts';
import { pageFieldsOf, headline, idempotencyKey, linksOf, pageTextOf, todoOf } from '../wording.ts';

/*
 * Incoming webhooks: developers.google.com/workspace/chat/quickstart/webhooks; the message: spaces.messages. 32,000 bytes, one a
 * second for each space. Texts of a card are a subset of HTML, the message's own text is markup with mentions: it is not used.
 * Nor are threads: a reply notifies only those who follow the thread.
 */

const LONGEST_TITLE = 200;
const LONGEST_FALLBACK = 1_000;
const LONGEST_LABEL = 100;
const LONGEST_TEXT = 800;
const LONGEST_TODO = 2_000;
const LONGEST_ID = 64;

/** A card for the space of the webhook. Google keeps no keys for webhooks, so a double may be seen; the key is the card's id. */
function requestOf(page: Page, secrets: Secrets): HttpRequest {
  const [title, todo, links] = [headline(page), todoOf(page), linksOf(page)];
  const widgets = [
    ...pageFieldsOf(page).map(({ label, value }) => ({
      decoratedText: {
        topLabel: cut(blunt(label), LONGEST_LABEL),
        text: markup(value, LONGEST_TEXT),
        wrapText: true,
      },
    })),
    ...(todo === '' ? [] : [{ textParagraph: { text: `<b>${markup(todo, LONGEST_TODO)}</b>` } }]),
    ...(links.length === 0
      ? []
      : [
          {
            buttonList: {
              buttons: links.map(({ url, label }) => ({
                text: cut(blunt(label), LONGEST_LABEL),
                onClick: { openLink: { url } },
              })),
            },
          },
        ]),
  ];
  return postJson(addressInText(secrets.url), {
    // What a notification on a phone shows.
    fallbackText: cut(blunt(`${title}\n${pageTextOf(page)}`), LONGEST_FALLBACK),
    cardsV2: [
      {
        cardId: keyText(idempotencyKey(page), LONGEST_ID, /[^\w-]/g),
        card: {
          header: { title: cut(blunt(title), LONGEST_TITLE) },
          // Google refuses a section without widgets.
          ...(widgets.length === 0 ? {} : { sections: [{ widgets }] }),
        },
      },
    ],
  });
}

/** Whether it is the address of a webhook: a space, with a key and a token. */
function isWebhook(value: string): boolean {
  const url = readAddress(value)?.url;
  const has = (name: string): boolean => (url?.searchParams.get(name) ?? '') !== '';
  return isAddress(value) && /^\/v1\/spaces\/[\w-]+\/messages$/.test(url?.pathname ?? '') && has('key') && has('token');
}

/** Google Chat, by an incoming webhook of a space. */
export const googleChat: NotifierKind = {
  title: 'Google Chat',
  form: 'a card with buttons',
  actions: ['trigger', 'resolve', 'announce', 'test'],
  secrets: {
    url: {
      required: true,
      holds: {
        en: 'the https address of a webhook, such as `https://chat.googleapis.com/v1/spaces/SPACE/messages?key=KEY&token=TOKEN`',
        fr: 'l’adresse en https d’un webhook, telle que `https://chat.googleapis.com/v1/spaces/ESPACE/messages?key=CLE&token=JETON`',
      },
      example: 'GOOGLE_CHAT_WEBHOOK',
      fits: isWebhook,
    },
  },
  regions: [],
  looks: /^https:\/\/chat\.googleapis\.com\//i,
  requestOf,
  isAccepted: (status, body) => status === 200 && /"name"\s*:\s*"spaces\//.test(body),
};
