import { expect } from 'vitest';
import { type KindName } from '../../src/notify/kinds.ts';
import { createPager, type Fetch, type Outside, type Sent } from '../../src/notify/send.ts';
import { notifierOf, PAGE, SECRETS, sign } from './samples.ts';
import { accepted, answer, serve, type Behaviour } from './server.ts';

/** A pager whose secrets point to servers of the test, and the waits that it made, in milliseconds. */
export function pagerAt(urls: { readonly [K in KindName]?: string }, changes: Partial<Outside> = {}) {
  const waits: number[] = [];
  const at = (name: keyof typeof SECRETS, url: string | undefined): string => {
    const { pathname, search, username, password } = new URL(SECRETS[name]);
    const login = username === '' ? '' : `${username}:${password}@`;
    return url === undefined ? SECRETS[name] : `${url.replace('://', `://${login}`)}${pathname}${search}`;
  };
  const env = {
    ...SECRETS,
    SLACK_WEBHOOK: at('SLACK_WEBHOOK', urls.slack),
    NTFY_URL: at('NTFY_URL', urls.ntfy),
    HOOK_URL: at('HOOK_URL', urls.webhook),
  };
  const get: Fetch = (url, init) => fetch(url.replace(/^https:\/\/events\.pagerduty\.com/, urls.pagerduty ?? ''), init);
  const sleep = (ms: number): Promise<void> => {
    waits.push(ms);
    return Promise.resolve();
  };
  return { pager: createPager({ fetch: get, sleep, env, sign, timeout: 5_000, ...changes }), waits, env };
}

export const why = (sent: Sent): string => (sent.ok ? 'ok' : sent.why);

/** Nothing that only the receiver may know: whole secrets, and their telling parts. */
export function expectNoSecret(value: unknown): void {
  const text = JSON.stringify(value);
  const parts = Object.values(SECRETS).flatMap((secret) => [secret, ...secret.split(/[/?&=:@]/)]);
  for (const part of parts) if (part.length >= 5) expect(text).not.toContain(part);
  expect(text).not.toMatch(/https?:|127\.0\.0\.1|<|Basic |Bearer /);
}

/** How each kind says that it has the page. */
export const YES: Readonly<Record<KindName, Behaviour>> = {
  pagerduty: accepted,
  slack: answer(200, 'ok'),
  ntfy: answer(200, `{"id":"x1","time":1,"event":"message","topic":"swordfish","message":"${'x'.repeat(20_000)}"}`),
  webhook: answer(204),
};

export async function pageThrough(
  kind: KindName,
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
