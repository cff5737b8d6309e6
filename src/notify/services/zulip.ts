import { basic, isAddress, isToken } from '../address.ts';
import { chatText } from '../chat-text.ts';
import type { HttpRequest, NotifierKind, Page, Secrets } from '../message.ts';
import { addressInText, askService, postForm } from '../request.ts';
import { cut, flat } from '../text.ts';
import { pagePlaceOf } from '../wording.ts';

/*
 * zulip.com/api/send-message. Its webhook in Slack's shape is not used: it takes plain text for Markdown, in which `@**all**` calls
 * everybody. A topic has 60 characters, a message 10,000.
 */

const LONGEST_TOPIC = 60;

const headersOf = ({ account = '', key = '' }: Secrets): HttpRequest['headers'] => ({
  Authorization: basic(account, key),
});
const apiOf = ({ url }: Secrets): string => `${addressInText(url).replace(/\/?(?:\?.*)?$/, '')}/api/v1`;

/** A message in the channel, in a topic of the incident's own. Zulip keeps no keys, so a double may be seen. */
function requestOf(page: Page, secrets: Secrets): HttpRequest {
  const message = {
    type: 'stream',
    to: secrets.channel ?? '',
    topic: cut(pagePlaceOf(page), LONGEST_TOPIC),
    content: chatText(page),
  };
  return postForm(`${apiOf(secrets)}/messages`, message, headersOf(secrets));
}

const isSuccess = (status: number, body: string): boolean =>
  status === 200 && /^\s*\{/.test(body) && /"result"\s*:\s*"success"/.test(body);

/** Zulip, by a bot. */
export const zulip: NotifierKind = {
  title: 'Zulip',
  form: 'a message in a topic of the incident',
  actions: ['trigger', 'resolve', 'announce', 'test'],
  secrets: {
    url: {
      required: true,
      holds: {
        en: 'the https address of an organization, such as `https://example.zulipchat.com`',
        fr: 'l’adresse en https d’une organisation, telle que `https://example.zulipchat.com`',
      },
      example: 'ZULIP_URL',
      fits: isAddress,
    },
    account: {
      required: true,
      holds: { en: 'the email address of a bot', fr: 'l’adresse e-mail d’un bot' },
      example: 'ZULIP_BOT',
      fits: (value) => /^[^\s@:]+@[^\s@:]+$/.test(value),
    },
    key: {
      required: true,
      holds: { en: 'the API key of the bot', fr: 'la clé d’API du bot' },
      example: 'ZULIP_KEY',
      fits: isToken,
    },
    channel: {
      required: true,
      holds: { en: 'the name of a channel', fr: 'le nom d’un canal' },
      example: 'ZULIP_CHANNEL',
      fits: (value) => value.length <= 60 && flat(value) === value,
    },
  },
  regions: [],
  looks: /^https:\/\/[\w-]+\.zulipchat\.com\b/i,
  requestOf,
  isAccepted: isSuccess,
  probe: {
    requestOf: (secrets) => askService(`${apiOf(secrets)}/users/me`, headersOf(secrets)),
    isAccepted: isSuccess,
    proves: {
      en: 'Zulip knows the bot. Whether it may write in the channel shows only when it does.',
      fr: 'Zulip connaît le bot. S’il peut écrire dans le canal, cela ne se voit que lorsqu’il le fait.',
    },
  },
};
