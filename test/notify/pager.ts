import { expect } from 'vitest';
import type { Outside } from '../../src/notify/attempt.ts';
import { sendMail } from '../../src/notify/live.ts';
import { createPager } from '../../src/notify/send.ts';
import type { Sent } from '../../src/notify/sent.ts';
import { service } from './receivers.ts';
import { HTTP_KIND_NAMES, notifierOf, PAGE, SECRETS, sign, variablesOf, type HttpKindName } from './samples.ts';
import { serve, type Behaviour } from './server.ts';

type Urls = { readonly [K in HttpKindName]?: string };

/** Those whose address is not a secret, but the same for everybody. */
const HOSTS: Readonly<Record<string, readonly HttpKindName[]>> = {
  'https://events.pagerduty.com': ['pagerduty'],
  'https://api.opsgenie.com': ['opsgenie'],
  'https://api.atlassian.com': ['jsm'],
  'https://api.telegram.org': ['telegram'],
  'https://slack.com': ['slack-bot'],
  'https://api.twilio.com': ['twilio-sms', 'twilio-call'],
};

/** An address of a secret, at another server: its path and its login stay. */
function moved(address: string, server: string): string {
  const { pathname, search, username, password } = new URL(address);
  const login = username === '' ? '' : `${username}:${password}@`;
  return `${server.replace('://', `://${login}`)}${pathname}${search}`;
}

/** What is outside, but with the services at servers of the test, and the waits that were made, in milliseconds. */
export function outsideAt(urls: Urls, changes: Partial<Outside> = {}) {
  const waits: number[] = [];
  const env: Record<string, string> = { ...SECRETS };
  for (const [kind, server] of Object.entries(urls) as [HttpKindName, string][])
    for (const name of Object.values(variablesOf(kind)) as (keyof typeof SECRETS)[])
      if (/^https?:/.test(SECRETS[name])) env[name] = moved(SECRETS[name], server);
  const get: Outside['fetch'] = (url, init) => {
    const { origin } = new URL(url);
    const server = (HOSTS[origin] ?? []).map((kind) => urls[kind]).find((it) => it !== undefined);
    return fetch(server === undefined ? url : url.replace(origin, server), init);
  };
  const sleep = (ms: number): Promise<void> => {
    waits.push(ms);
    return Promise.resolve();
  };
  const outside: Outside = { fetch: get, mail: sendMail, sleep, env, sign, timeout: 5_000, ...changes };
  return { outside, waits, env };
}

/** A pager whose secrets point to servers of the test. */
export function pagerAt(urls: Urls, changes: Partial<Outside> = {}) {
  const { outside, waits, env } = outsideAt(urls, changes);
  return { pager: createPager(outside), waits, env };
}

export const why = (sent: Sent): string => (sent.ok ? 'ok' : sent.why);

/** What is in everybody's address of a service. */
const PUBLIC =
  /^(?:https|smtps|oncall|integrations|formatted_webhook|alert_events|services|workflows|triggers|manual|paths|invoke|api-version|webhooks|spaces|messages|hooks|token)$/;

/** Nothing that only the receiver may know: whole secrets, and their telling parts. */
export function expectNoSecret(value: unknown): void {
  const text = JSON.stringify(value);
  const parts = Object.values(SECRETS).flatMap((secret) => [secret, ...secret.split(/[/?&=:@]/)]);
  for (const part of parts) if (part.length >= 5 && !PUBLIC.test(part)) expect(text).not.toContain(part);
  expect(text).not.toMatch(/https?:\/\/|127\.0\.0\.1|<|Basic |Bearer |GenieKey /);
}

/** How each kind says that it has the page: the service itself, which takes only what it documents. */
export const YES = Object.fromEntries(HTTP_KIND_NAMES.map((kind) => [kind, service(kind)])) as unknown as Readonly<
  Record<HttpKindName, Behaviour>
>;

export async function pageThrough(
  kind: HttpKindName,
  behaviours: readonly Behaviour[],
  changes: Partial<Outside> = {},
  page = PAGE,
) {
  const server = await serve(...behaviours);
  const { pager, waits } = pagerAt({ [kind]: server.url }, changes);
  const sent = await pager.send(notifierOf(kind), page);
  expectNoSecret(sent);
  return { sent, waits, server };
}
