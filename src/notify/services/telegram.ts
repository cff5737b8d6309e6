import { codeOf, signatureOf } from '../code.ts';
import type { HttpRequest, Means, NotifierKind, Page, Secrets } from '../message.ts';
import { postJson } from '../request.ts';
import { escapeMarkup, markup } from '../text.ts';
import { pageFactsOf, headline, linksOf, todoOf, untilOf } from '../wording.ts';
import { pageWords } from '../words.ts';

/*
 * Bot API: core.telegram.org/bots/api. A message has 4,096 characters after its markup is read. Telegram makes links of mentions,
 * commands, addresses and numbers wherever they stand, but not in code. It answers `{"ok":false,…}` to what it refuses, with the
 * status in it, and says there how long to wait.
 */

const API = 'https://api.telegram.org';

const LONGEST_TITLE = 500;
const LONGEST_LINE = 1_000;

/** Calls a method of the bot. */
export const call = (method: string, { token = '' }: Secrets, body: object): HttpRequest =>
  postJson(`${API}/bot${token}/${method}`, body);

/**
 * A message to the chat, silent where something is over. Links are in its text and not on buttons: a button with an address that
 * Telegram does not like is refused, and the page with it. Telegram keeps no keys, so a double may be seen.
 */
function requestOf(page: Page, secrets: Secrets, { sign, answers }: Means): HttpRequest {
  const code = answers ? codeOf(page, telegramSign(secrets, sign)) : null;
  const inCode = (text: string, most: number): string => (text === '' ? '' : `<code>${markup(text, most)}</code>`);
  const lines = [
    inCode(headline(page), LONGEST_TITLE),
    ...[pageFactsOf(page), untilOf(page), todoOf(page)].map((line) => inCode(line, LONGEST_LINE)),
    linksOf(page)
      .map(({ url, label }) => `<a href="${escapeMarkup(url)}">${markup(label, 200)}</a>`)
      .join(' · '),
  ];
  return call('sendMessage', secrets, {
    chat_id: secrets.chat ?? '',
    text: lines.filter((line) => line !== '').join('\n'),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    disable_notification: page.action === 'resolve',
    ...(code === null
      ? {}
      : {
          reply_markup: {
            inline_keyboard: [[{ text: pageWords(page.language).acknowledge, callback_data: code }]],
          },
        }),
  });
}

/** The signature of the buttons: apps may send a bot whatever they like. */
export function telegramSign({ token, chat }: Secrets, sign: Means['sign']): (text: string) => string {
  // One bot may speak in several chats, not all of them trusted.
  return signatureOf([token, chat], sign);
}

const isOk = (status: number, body: string): boolean => status === 200 && /^\s*\{\s*"ok"\s*:\s*true\b/.test(body);

/** Telegram, by a bot. */
export const telegram: NotifierKind = {
  title: 'Telegram',
  form: 'a message of a bot',
  actions: ['trigger', 'resolve', 'announce', 'test'],
  secrets: {
    token: {
      required: true,
      holds: { en: 'the token of a bot, such as `123456:ABC…`', fr: 'le jeton d’un bot, tel que `123456:ABC…`' },
      example: 'TELEGRAM_TOKEN',
      fits: (value) => /^\d+:[\w-]{20,}$/.test(value),
    },
    chat: {
      required: true,
      holds: {
        en: 'the number of a chat, or the `@name` of a channel',
        fr: 'le numéro d’une conversation, ou le `@nom` d’un canal',
      },
      example: 'TELEGRAM_CHAT',
      fits: (value) => /^(?:-?\d{1,20}|@\w{4,64})$/.test(value),
    },
  },
  regions: [],
  answers: 'flag',
  looks: /^(?:https:\/\/api\.telegram\.org\/bot|\d{6,}:[\w-]{30,}$)/i,
  requestOf,
  isAccepted: isOk,
  probe: {
    requestOf: (secrets) => call('getChat', secrets, { chat_id: secrets.chat ?? '' }),
    isAccepted: isOk,
    proves: {
      en: 'Telegram knows the bot, and the bot knows the chat.',
      fr: 'Telegram connaît le bot, et le bot connaît la conversation.',
    },
  },
};
