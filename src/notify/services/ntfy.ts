import { isAddress, isToken, readAddress } from '../address.ts';
import { codeOf, signatureOf } from '../code.ts';
import type { HttpRequest, Means, NotifierKind, Page, Secrets } from '../message.ts';
import { askService, postJson } from '../request.ts';
import { bytes, cut, keyText } from '../text.ts';
import { headline, idempotencyKey, linksOf, pageTextOf } from '../wording.ts';
import { pageWords } from '../words.ts';

/*
 * ntfy: docs.ntfy.sh/publish, as JSON. A message must have less than 4096 bytes, or it becomes an attachment, and the
 * whole JSON less than twice that. Quotes and line breaks count twice in JSON, so that the limits here are lower.
 */

const LONGEST_MESSAGE = 3_000;
const LONGEST_TITLE = 200;
const LONGEST_LINK = 500;
const LONGEST_LABEL = 100;
const LONGEST_ID = 64;

const URGENCY = { P0: 5, P1: 4, P2: 3, P3: 2 } as const;
/** Shown as emoji. */
const TAG = {
  trigger: 'rotating_light',
  acknowledge: 'eyes',
  resolve: 'white_check_mark',
  announce: 'loudspeaker',
  test: 'test_tube',
} as const;

interface Topic {
  /** Address of the server, with a slash at its end. */
  readonly root: string;
  readonly topic: string;
  readonly authorization: string | null;
}

/** The server and the topic of a topic's address; null if it is none. */
function splitTopic(text: string): Topic | null {
  const address = readAddress(text);
  const [, path = '', topic] = /^(.*\/)([-_A-Za-z0-9]{1,64})\/?$/.exec(address?.url.pathname ?? '') ?? [];
  if (!address || topic === undefined) return null;
  address.url.pathname = path;
  return { root: address.url.href, topic, authorization: address.authorization };
}

/** The topic of the secrets, with the header that opens it. */
function topicOf({
  url = '',
  token,
}: Secrets): Omit<Topic, 'authorization'> & { readonly headers: HttpRequest['headers'] } {
  const { root, topic, authorization } = splitTopic(url) ?? { root: '', topic: '', authorization: null };
  const header = token === undefined ? authorization : `Bearer ${token}`;
  return { root, topic, headers: header === null ? {} : { Authorization: header } };
}

/** The signature of the buttons: whoever does not read the topic has not got what it is made of. */
export function ntfySign({ url, token, answers }: Secrets, sign: Means['sign']): (text: string) => string {
  return signatureOf([url, token, answers], sign);
}

/** The topic to which buttons publish, and the address at which it is read; null where the policy names none. */
export function answerTopic({
  url = '',
  answers = '',
  token,
}: Secrets): (Topic & { readonly header: string | null }) | null {
  const topic = splitTopic(answers);
  // A token is for the server that it was made for.
  const bearer = token !== undefined && topic?.root === splitTopic(url)?.root ? `Bearer ${token}` : null;
  return topic && { ...topic, header: bearer ?? topic.authorization };
}

/** The button that acknowledges: it publishes to another topic, without any login, since it is shown to whoever reads this one. */
function acknowledging(page: Page, secrets: Secrets, sign: Means['sign']): readonly object[] {
  const topic = answerTopic(secrets);
  const body = topic && codeOf(page, ntfySign(secrets, sign));
  if (!topic || body === null) return [];
  const { acknowledge: label } = pageWords(page.language);
  return [{ action: 'http', label, url: `${topic.root}${topic.topic}`, method: 'POST', body, clear: true }];
}

/** A message to the topic. Servers since 2.16 show a double with the same sequence id as one message. */
function requestOf(page: Page, secrets: Secrets, { sign }: Means): HttpRequest {
  const { root, topic, headers } = topicOf(secrets);
  const links = linksOf(page, LONGEST_LINK);
  const [click] = links;
  // A message has three buttons at most, and the first is the one at hand.
  const actions = [
    ...acknowledging(page, secrets, sign),
    ...links.map(({ url, label }) => ({ action: 'view', label: cut(label, LONGEST_LABEL), url })),
  ];
  return postJson(
    root,
    {
      topic,
      sequence_id: keyText(idempotencyKey(page), LONGEST_ID, /[^-_A-Za-z0-9]/g),
      title: cut(headline(page), LONGEST_TITLE, bytes),
      message: cut(pageTextOf(page), LONGEST_MESSAGE, bytes),
      // What is over wakes nobody.
      priority: page.action === 'resolve' ? Math.min(3, URGENCY[page.priority]) : URGENCY[page.priority],
      // Those outside have no use for what is urgent inside.
      tags: [TAG[page.action], ...(page.action === 'announce' ? [] : [page.priority])],
      ...(click === undefined ? {} : { click: click.url }),
      ...(actions.length === 0 ? {} : { actions }),
    },
    headers,
  );
}

/** ntfy, the public server or one's own. */
export const ntfy: NotifierKind = {
  title: 'ntfy',
  form: 'a push message with buttons',
  actions: ['trigger', 'resolve', 'announce', 'test'],
  secrets: {
    url: {
      required: true,
      holds: {
        en: 'the https address of a topic, such as `https://ntfy.example.com/TOPIC`',
        fr: 'l’adresse en https d’un sujet, telle que `https://ntfy.example.com/SUJET`',
      },
      example: 'NTFY_URL',
      fits: (value) => isAddress(value) && splitTopic(value) !== null,
    },
    token: {
      required: false,
      holds: { en: 'an access token', fr: 'de jeton d’accès' },
      example: 'NTFY_TOKEN',
      fits: isToken,
    },
    answers: {
      required: false,
      forAnswers: true,
      holds: {
        en: 'the https address of a second topic, to which the button publishes that acknowledges',
        fr: 'l’adresse en https d’un second sujet, où publie le bouton de prise en charge',
      },
      example: 'NTFY_ANSWERS',
      fits: (value) => isAddress(value) && splitTopic(value) !== null,
    },
  },
  answers: 'secret',
  regions: [],
  looks: /^https:\/\/ntfy\.sh\/|^tk_[a-z0-9]{29}$/i,
  requestOf,
  // It answers with the message, which may be longer than what is read of it.
  isAccepted: (status, body) => status === 200 && /^\s*\{/.test(body) && /"event"\s*:\s*"message"/.test(body),
  probe: {
    // The server looks at the token of every request, so that a wrong one is refused here as well.
    requestOf: (secrets) => {
      const { root, headers } = topicOf(secrets);
      return askService(`${root}v1/health`, headers);
    },
    isAccepted: (status, body) => status === 200 && /"healthy"\s*:\s*true/.test(body),
    proves: {
      en: 'The ntfy server is well and takes the login, if there is one. Who reads the topic, it does not say.',
      fr: 'Le serveur ntfy va bien et accepte l’identification, s’il y en a une. Qui lit le sujet, il ne le dit pas.',
    },
  },
};
