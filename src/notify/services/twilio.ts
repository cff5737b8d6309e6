import { basic, isToken } from '../address.ts';
import type { HttpRequest, NotifierKind, Page, Probe, SecretKind, Secrets } from '../message.ts';
import { askService, postForm } from '../request.ts';
import { cut, markup } from '../text.ts';
import { headline, linksOf, pageTextOf } from '../wording.ts';

/*
 * Twilio: twilio.com/docs/messaging/api/message-resource and twilio.com/docs/voice/api/call-resource. A form, with the account and
 * its token as name and password. It answers 201. It keeps no keys, so that a lost answer may make two messages or calls.
 */

const API = 'https://api.twilio.com/2010-04-01/Accounts';

/** Twilio takes 1,600 characters; each 153 of them are a message to be paid for. */
const LONGEST_SMS = 600;
/** Of the link at the end, which is never cut. */
const LONGEST_LINK = 200;
/** Of TwiML 4,000 characters are allowed, and nobody listens that long. */
const LONGEST_SPEECH = 1_500;

const VOICE = { en: 'en-US', fr: 'fr-FR' } as const;

const accountOf = ({ account = '' }: Secrets): string => `${API}/${account}`;
const headersOf = ({ account = '', token = '' }: Secrets): HttpRequest['headers'] => ({
  Authorization: basic(account, token),
});

/** Signs that would make every 67 characters a message of their own, by those that look alike. */
function cheap(text: string): string {
  return text
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/\u00a0/g, ' ')
    .replaceAll(' · ', ', ')
    .replaceAll('…', '...');
}

/** A message to a phone: what to do, and the link at its end. */
function smsOf(page: Page, secrets: Secrets): HttpRequest {
  const { from = '', to = '' } = secrets;
  const [link] = linksOf(page, LONGEST_LINK);
  const text = cut(`${headline(page)}\n${pageTextOf(page)}`.trim(), LONGEST_SMS);
  const fields = {
    To: to,
    ...(/^MG[0-9a-f]{32}$/i.test(from) ? { MessagingServiceSid: from } : { From: from }),
    Body: cheap(link === undefined ? text : `${text}\n${link.url}`),
  };
  return postForm(`${accountOf(secrets)}/Messages.json`, fields, headersOf(secrets));
}

/** A call that says the page twice. An address cannot be said. */
function callOf(page: Page, secrets: Secrets): HttpRequest {
  const { from = '', to = '' } = secrets;
  const speech = markup(
    [headline(page), ...pageTextOf(page).split('\n')].map((line) => `${line}.`).join(' '),
    LONGEST_SPEECH,
  );
  const say = `<Say language="${VOICE[page.language]}">${speech}</Say>`;
  const fields = { To: to, From: from, Twiml: `<Response>${say}<Pause length="1"/>${say}</Response>` };
  return postForm(`${accountOf(secrets)}/Calls.json`, fields, headersOf(secrets));
}

const isNumber = (value: string): boolean => /^\+[1-9]\d{5,14}$/.test(value);

const secret = (example: string, fits: SecretKind['fits'], holds: SecretKind['holds']): SecretKind => ({
  required: true,
  example,
  fits,
  holds,
});

const account = secret('TWILIO_ACCOUNT', (value) => /^AC[0-9a-f]{32}$/i.test(value), {
  en: 'the SID of an account, which begins with `AC`',
  fr: 'le SID d’un compte, qui commence par `AC`',
});
const token = secret('TWILIO_TOKEN', isToken, { en: 'the auth token of the account', fr: 'l’auth token du compte' });
const to = secret('ON_CALL_PHONE', isNumber, {
  en: 'the number of a phone, such as `+15005550006`',
  fr: 'le numéro d’un téléphone, tel que `+15005550006`',
});
const number = {
  en: 'a number of the account, such as `+15005550006`',
  fr: 'un numéro du compte, tel que `+15005550006`',
};
const service = {
  en: `${number.en}, or the SID of a messaging service, which begins with \`MG\``,
  fr: `${number.fr}, ou le SID d’un service de messagerie, qui commence par \`MG\``,
};

const shared = {
  regions: [],
  looks: /^(?:https:\/\/api\.(?:[\w-]+\.){0,2}twilio\.com\/|(?:AC|SK)[0-9a-f]{32}$)/i,
  isAccepted: (status: number) => status === 201,
  probe: {
    requestOf: (secrets) => askService(`${accountOf(secrets)}.json`, headersOf(secrets)),
    isAccepted: (status, body) => status === 200 && /"status"\s*:\s*"active"/.test(body),
    proves: {
      en: 'Twilio knows the account, and it is active. Whether the numbers are right shows only when one is used.',
      fr: 'Twilio connaît le compte, et il est actif. Si les numéros sont bons, cela ne se voit qu’à l’usage.',
    },
  } satisfies Probe,
} as const;

/** A text message to a phone, by Twilio. */
export const twilioSms: NotifierKind = {
  title: 'SMS by Twilio',
  form: 'a text message',
  actions: ['trigger', 'resolve', 'announce', 'test'],
  secrets: {
    account,
    token,
    from: secret('TWILIO_FROM', (value) => isNumber(value) || /^MG[0-9a-f]{32}$/i.test(value), service),
    to,
  },
  requestOf: smsOf,
  ...shared,
};

/** A call to a phone, by Twilio. What is over calls nobody. */
export const twilioCall: NotifierKind = {
  title: 'a call by Twilio',
  form: 'a spoken message',
  actions: ['trigger', 'test'],
  secrets: { account, token, from: secret('TWILIO_FROM', isNumber, number), to },
  requestOf: callOf,
  ...shared,
};
