import { isAddress, linkOf, readAddress } from '../address.ts';
import type { HttpRequest, NotifierKind, Means, Page, Secrets } from '../message.ts';
import { postJson } from '../request.ts';
import { cut, flat, keyText, lines } from '../text.ts';
import { headline, idempotencyKey } from '../wording.ts';

/** Grows when receivers must read the body in another way. */
const VERSION = 1;

const LONGEST_ID = 255;
const LONGEST_TEXT = 4_000;
const MOST_DETAILS = 30;

const detail = ({ label, value }: Page['details'][number]): Page['details'][number] => ({
  label: cut(flat(label), 200),
  value: cut(lines(value), LONGEST_TEXT),
});

/**
 * A signed message to any receiver. `Tocsin-Signature: t=SECONDS,v1=HEX`, where HEX is the HMAC-SHA256 of
 * `SECONDS.BODY`; `Idempotency-Key` is the same on every attempt, and so are all the rest. But for the headline its texts are as
 * they were written: whoever shows them makes them safe.
 */
function requestOf(page: Page, secrets: Secrets, { sign }: Means): HttpRequest {
  const address = readAddress(secrets.url ?? '');
  const id = keyText(idempotencyKey(page), LONGEST_ID, /[^\x21-\x7e]/g);
  const request = postJson(address?.url.href ?? '', {
    version: VERSION,
    id,
    action: page.action,
    key: page.key.toWellFormed(),
    step: page.step.toWellFormed(),
    at: new Date(page.at).toISOString(),
    language: page.language,
    repository: page.repository.toWellFormed(),
    number: page.number,
    priority: page.priority,
    headline: cut(headline(page), LONGEST_TEXT),
    title: page.title === null ? null : cut(flat(page.title), LONGEST_TEXT),
    details: page.details.slice(0, MOST_DETAILS).map(detail),
    until: page.until === null ? null : detail(page.until),
    summary: cut(flat(page.summary), LONGEST_TEXT),
    url: linkOf(page.url),
    runbook: linkOf(page.runbook),
  });
  const seconds = Math.floor(page.at / 1000);
  return {
    ...request,
    headers: {
      ...request.headers,
      'Idempotency-Key': id,
      'Tocsin-Version': String(VERSION),
      ...cloudEvent(page, id),
      'Tocsin-Signature': `t=${seconds},v1=${sign(secrets.secret ?? '', `${seconds}.${request.body ?? ''}`)}`,
      ...(address?.authorization ? { Authorization: address.authorization } : {}),
    },
  };
}

/** What a message is called as an event. */
const TYPES: Readonly<Record<Page['action'], string>> = {
  trigger: 'io.github.tocsin.incident.paged',
  acknowledge: 'io.github.tocsin.incident.acknowledged',
  resolve: 'io.github.tocsin.incident.resolved',
  announce: 'io.github.tocsin.incident.announced',
  test: 'io.github.tocsin.tested',
};

/**
 * The message as a CloudEvent 1.0 in the binary mode of HTTP, in which the body is the data, whose attributes are headers
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md): receivers of events need nothing else.
 */
function cloudEvent({ action, repository, number, at }: Page, id: string): Readonly<Record<string, string>> {
  const source = `/${repository.toWellFormed().split('/').map(encodeURIComponent).join('/')}`;
  return {
    'ce-specversion': '1.0',
    'ce-type': TYPES[action],
    'ce-source': source,
    'ce-id': id,
    'ce-time': new Date(at).toISOString(),
    ...(number !== null && { 'ce-subject': String(number) }),
  };
}

/** A plain webhook: JSON, signed. */
export const webhook: NotifierKind = {
  title: 'webhook',
  form: 'signed JSON',
  actions: ['trigger', 'acknowledge', 'resolve', 'announce', 'test'],
  keepsAlerts: true,
  secrets: {
    url: {
      required: true,
      holds: {
        en: 'the https address that takes the messages',
        fr: 'l’adresse en https qui reçoit les messages',
      },
      example: 'HOOK_URL',
      fits: isAddress,
    },
    secret: {
      required: true,
      holds: { en: 'the secret that signs them', fr: 'le secret qui les signe' },
      example: 'HOOK_SECRET',
      fits: (value) => value !== '',
    },
  },
  regions: [],
  looks: null,
  requestOf,
  isAccepted: (status) => status >= 200 && status < 300,
};
