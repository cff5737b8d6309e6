import { isToken } from '../address.ts';
import type { HttpRequest, Means, NotifierKind, Page, Secrets } from '../message.ts';
import { postJson } from '../request.ts';
import { pageWords } from '../words.ts';
import { slackMessage } from './slack.ts';

/* Web API: docs.slack.dev/reference/methods. It refuses with status 200 and `{"ok":false,"error":…}`. */

const API = 'https://slack.com/api';

/** Calls a method as the bot. */
const call = (method: string, { token = '' }: Secrets, body: object): HttpRequest =>
  postJson(`${API}/${method}`, body, { Authorization: `Bearer ${token}` });

/** The reactions to a message of the bot, all of each (docs.slack.dev/reference/methods/reactions.get). */
export function reactionsOf({ token = '' }: Secrets, ref: string): HttpRequest | null {
  const [channel, timestamp] = ref.split(':');
  if (channel === undefined || timestamp === undefined) return null;
  const query = new URLSearchParams({ channel, timestamp, full: 'true' });
  return {
    method: 'GET',
    url: `${API}/reactions.get?${query}`,
    headers: { 'User-Agent': 'tocsin', Authorization: `Bearer ${token}` },
  };
}

function requestOf(page: Page, secrets: Secrets, { answers }: Means): HttpRequest {
  const more = answers && page.action === 'trigger' && page.number !== null ? pageWords(page.language).react : '';
  return call('chat.postMessage', secrets, { channel: secrets.channel ?? '', ...slackMessage(page, more) });
}

const isOk = (status: number, body: string): boolean => status === 200 && /^\s*\{\s*"ok"\s*:\s*true\b/.test(body);

/** Slack, by a bot: unlike a webhook it can see who reacts to its messages. */
export const slackBot: NotifierKind = {
  title: 'Slack (bot)',
  form: 'a message in blocks, of a bot',
  actions: ['trigger', 'resolve', 'announce', 'test'],
  secrets: {
    token: {
      required: true,
      holds: { en: 'the token of a bot, which begins with `xoxb-`', fr: 'de jeton de bot, qui commence par `xoxb-`' },
      example: 'SLACK_TOKEN',
      fits: (value) => /^xoxb-/.test(value) && isToken(value),
    },
    channel: {
      required: true,
      holds: {
        en: 'the id of a channel, such as `C0123456789`',
        fr: 'd’identifiant de canal, tel que `C0123456789`',
      },
      example: 'SLACK_CHANNEL',
      fits: (value) => /^[A-Z0-9]{8,20}$/.test(value),
    },
  },
  regions: [],
  answers: 'flag',
  looks: /^xox[a-z]-/,
  requestOf,
  isAccepted: isOk,
  refOf: (body) => {
    const [, channel] = /"channel"\s*:\s*"([A-Z0-9]{1,20})"/.exec(body) ?? [];
    const [, ts] = /"ts"\s*:\s*"(\d{1,12}\.\d{1,9})"/.exec(body) ?? [];
    return channel === undefined || ts === undefined ? null : `${channel}:${ts}`;
  },
  probe: {
    requestOf: (secrets) => call('auth.test', secrets, {}),
    isAccepted: isOk,
    proves: {
      en: 'Slack knows the bot. Whether it is in the channel shows only when it posts there.',
      fr: 'Slack connaît le bot. Qu’il soit dans le canal, cela ne se voit que lorsqu’il y publie.',
    },
  },
};
