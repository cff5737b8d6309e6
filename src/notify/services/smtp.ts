import { decoded } from '../address.ts';
import type { Mail } from '../mail.ts';
import type { NotifierKind, Page, Secrets } from '../message.ts';
import { cut, keyText } from '../text.ts';
import { headline, idempotencyKey, linksOf, pageTextOf } from '../wording.ts';
import { isLoopback } from '../../model/address.ts';

/*
 * Mail by SMTP, for those who are not on GitHub. A login never goes out unencrypted: `smtps:` speaks TLS from the start, `smtp:` must
 * be offered it, but on this machine.
 */

const PORT = { 'smtps:': 465, 'smtp:': 587 } as const;

const LONGEST_SUBJECT = 200;
const LONGEST_TEXT = 10_000;
const LONGEST_ID = 100;
const MOST_PEOPLE = 20;

/** The server in an address such as `smtps://USER:PASSWORD@smtp.example.com`; null if it is none. */
function readServer(text: string): Mail['server'] | null {
  if (!/^smtps?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password } = new URL(text);
  if (hostname === '') return null;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? PORT[protocol as keyof typeof PORT] : Number(port),
    isSecure: protocol === 'smtps:',
    isLocal: isLoopback(hostname),
    login: username === '' ? null : { user: decoded(username), pass: decoded(password) },
  };
}

/** The addresses in a list with commas; null if one is none. */
function readPeople(text: string): readonly string[] | null {
  const people = text.split(',').map((it) => it.trim());
  const isFine = people.length <= MOST_PEOPLE && people.every((it) => /^[^\s@<>()[\]\\,;:"]+@[\w.-]+$/.test(it));
  return isFine ? people : null;
}

const NOWHERE: Mail['server'] = { host: '', port: 0, isSecure: true, isLocal: false, login: null };

const serverOf = ({ url = '' }: Secrets): Mail['server'] => readServer(url) ?? NOWHERE;

/** A mail to all people of the notifier. Mail programs show those of one incident together, and one that comes twice once. */
function mailOf(page: Page, secrets: Secrets): Mail {
  const named = (key: string): string => `<${keyText(key, LONGEST_ID, /[^\w.-]/g)}@tocsin.invalid>`;
  const links = linksOf(page, 2_000).map(({ url, label }) => `${label}:\n${url}`);
  return {
    server: serverOf(secrets),
    message: {
      from: secrets.from ?? '',
      to: readPeople(secrets.to ?? '') ?? [],
      subject: cut(headline(page), LONGEST_SUBJECT),
      text: [cut(pageTextOf(page).replaceAll('\n', '\n\n'), LONGEST_TEXT), ...links]
        .filter((it) => it !== '')
        .join('\n\n'),
      // No vacation notice answers it.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      messageId: named(idempotencyKey(page)),
      references: named(page.key),
      at: page.at,
      isUrgent: ['trigger', 'test'].includes(page.action) && (page.priority === 'P0' || page.priority === 'P1'),
    },
  };
}

/** Mail, by an SMTP server. */
export const smtp: NotifierKind = {
  title: 'mail',
  form: 'a mail in plain text',
  actions: ['trigger', 'resolve', 'announce', 'test'],
  secrets: {
    url: {
      required: true,
      holds: {
        en: 'the address of a mail server, such as `smtps://USER:PASSWORD@smtp.example.com`',
        fr: 'l’adresse d’un serveur de messagerie, telle que `smtps://COMPTE:MOT-DE-PASSE@smtp.example.com`',
      },
      example: 'SMTP_URL',
      fits: (value) => readServer(value) !== null,
    },
    from: {
      required: true,
      holds: { en: 'the email address of the sender', fr: 'l’adresse e-mail de l’expéditeur' },
      example: 'MAIL_FROM',
      fits: (value) => readPeople(value)?.length === 1,
    },
    to: {
      required: true,
      holds: {
        en: 'email addresses with commas between them, at most 20',
        fr: 'd’adresses e-mail séparées par des virgules, 20 au plus',
      },
      example: 'MAIL_TO',
      fits: (value) => readPeople(value) !== null,
    },
  },
  regions: [],
  looks: /^smtps?:\/\//i,
  requestOf: mailOf,
  isAccepted: (code) => code === 250,
  probe: {
    requestOf: (secrets) => ({ server: serverOf(secrets), message: null }),
    isAccepted: (code) => code === 250,
    proves: {
      en: 'The mail server answers, encrypted, and takes the login. Whether it takes the addresses shows only when it sends.',
      fr: 'Le serveur de messagerie répond, chiffré, et accepte l’identification. S’il accepte les adresses, cela ne se voit qu’à l’envoi.',
    },
  },
};
