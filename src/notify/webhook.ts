import { isAddress, linkOf, readAddress } from './address.ts';
import type { HttpRequest, NotifierKind, Means, Page, Secrets } from './message.ts';
import { cut, flat, keyText, lines } from './text.ts';
import { idempotencyKey, headline, JSON_HEADERS, summaryOf } from './wording.ts';

/** Grows when receivers must read the body in another way. */
const VERSION = 1;

const LONGEST_ID = 255;
const LONGEST_TEXT = 4_000;
const MOST_DETAILS = 30;

/**
 * A signed message to any receiver. `Tocsin-Signature: t=SECONDS,v1=HEX`, where HEX is the HMAC-SHA256 of
 * `SECONDS.BODY`; `Idempotency-Key` is the same on every attempt, and so are all the rest.
 */
function requestOf(page: Page, secrets: Secrets, { sign }: Means): HttpRequest {
  const address = readAddress(secrets.url ?? '');
  const id = keyText(idempotencyKey(page), LONGEST_ID, /[^\x21-\x7e]/g);
  const body = JSON.stringify({
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
    summary: cut(summaryOf(page), LONGEST_TEXT),
    details: page.details
      .slice(0, MOST_DETAILS)
      .map(({ label, value }) => ({ label: cut(flat(label), 200), value: cut(lines(value), LONGEST_TEXT) })),
    url: linkOf(page.url),
    runbook: linkOf(page.runbook),
  });
  const seconds = Math.floor(page.at / 1000);
  return {
    method: 'POST',
    url: address?.url.href ?? '',
    headers: {
      ...JSON_HEADERS,
      'Idempotency-Key': id,
      'Tocsin-Version': String(VERSION),
      'Tocsin-Signature': `t=${seconds},v1=${sign(secrets.secret ?? '', `${seconds}.${body}`)}`,
      ...(address?.authorization ? { Authorization: address.authorization } : {}),
    },
    body,
  };
}

/** A plain webhook: JSON, signed. */
export const webhook: NotifierKind = {
  title: 'webhook',
  actions: ['trigger', 'acknowledge', 'resolve', 'test'],
  secrets: {
    url: { required: true, help: 'the address that takes the messages', fits: isAddress },
    secret: { required: true, help: 'the secret that signs them', fits: (value) => value !== '' },
  },
  regions: [],
  requestOf,
  isAccepted: (status) => status >= 200 && status < 300,
};
