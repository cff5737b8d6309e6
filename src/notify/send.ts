import { pageWords } from './words.ts';
import { notifierKind, routesFor } from './kinds.ts';
import type { HttpRequest, NotifierKind, Means, Notifier, Page, SecretRole, Secrets } from './message.ts';
import { isAddress } from './address.ts';
import { remarkOf } from './remark.ts';
import { faultOf, isRepeated, readStart, waitAsked, type Answer, type Fault } from './answer.ts';

/** What became of a page at one notifier; `why` is plain text for people, the end of a sentence, without any secret. */
export type Sent = { readonly ok: true } | { readonly ok: false; readonly why: string };

/** Who was tried, in order. `by` is the name of the first notifier that took the page; null if none did. */
export interface Attempted {
  readonly by: string | null;
  readonly tried: readonly { readonly notifier: string; readonly sent: Sent }[];
}

/** Sends pages. Neither function throws. */
export interface Pager {
  /** One page through one notifier, at least once if it is ok: a lost answer may make it twice, with the same key. */
  send(notifier: Notifier, page: Page): Promise<Sent>;
  /**
   * One page through the first notifier that takes it, of those for its priority, in their order; and through each that gets a copy
   * of every page, at the same time.
   */
  sendFirst(notifiers: readonly Notifier[], page: Page): Promise<Attempted>;
  /** Tells whoever watches Tocsin that it is alive, at the address that an environment variable holds. */
  beat(variable: string, language: Page['language']): Promise<Sent>;
}

/** The part of `fetch` that is used. */
export type Fetch = (
  url: string,
  init: Omit<HttpRequest, 'url' | 'method' | 'body'> & {
    readonly method: 'GET' | 'POST';
    readonly body?: string;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<Answer>;

export interface Outside {
  readonly fetch: Fetch;
  /** Waits so many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  /** The environment of the step, where the secrets are. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly sign: Means['sign'];
  /** How long one attempt may take, in milliseconds; 10 seconds if left out. */
  readonly timeout?: number;
}

const ATTEMPTS = 3;
const PAUSE_MS = 1_000;
/** The longest wait that a receiver can ask for; for more than that the next notifier is the faster help. */
const LONGEST_WAIT_MS = 30_000;

type Tried = { readonly ok: true } | { readonly ok: false; readonly again: boolean; readonly fault: Fault };

/** Everything that sending needs from outside, put together. */
export function createPager(outside: Outside): Pager {
  const { sleep, env, sign, timeout = 10_000 } = outside;
  /** Notifiers that did not answer in time, with what was said of it: whoever waits for a page does not wait for them again. */
  const silent = new Map<string, Sent>();

  async function attempt(kind: NotifierKind, { url, ...request }: HttpRequest): Promise<Tried> {
    let answer: Answer;
    try {
      // A redirect would carry the secret to where nobody meant it to go.
      answer = await outside.fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
    } catch (thrown) {
      return { ok: false, again: true, fault: faultOf(thrown) };
    }
    const { status, headers } = answer;
    const { text, broken } = await readStart(answer.body);
    if (kind.isAccepted(status, text)) return { ok: true };
    const wait = waitAsked(headers);
    if (isRepeated(status)) return { ok: false, again: true, fault: { what: 'status', status, wait, text } };
    if (status < 200 || status >= 400)
      return { ok: false, again: false, fault: { what: 'status', status, wait, text } };
    if (status >= 300) return { ok: false, again: false, fault: { what: 'redirect' } };
    return { ok: false, again: broken !== null, fault: broken ?? { what: 'foreign', status } };
  }

  async function persist(notifier: Notifier, page: Page): Promise<Sent> {
    const kind = notifierKind(notifier);
    const words = pageWords(page.language).why;
    if (!kind.actions.includes(page.action)) return { ok: false, why: words.silent };
    const read = readSecrets(notifier, kind, env, words);
    if ('why' in read) return { ok: false, why: read.why };
    const request = kind.requestOf(page, read.secrets, { region: notifier.region, sign });
    const hidden = [...Object.values(read.secrets), request.headers.Authorization ?? ''];
    for (let count = 1; ; count++) {
      const tried = await attempt(kind, request);
      if (tried.ok) return tried;
      const wait = ('wait' in tried.fault ? tried.fault.wait : null) ?? count * PAUSE_MS;
      if (!tried.again || count === ATTEMPTS || wait > LONGEST_WAIT_MS) {
        const attempts = count > 1 ? words.attempts(count) : '';
        const sent: Sent = { ok: false, why: `${describe(tried.fault, kind, words, { hidden, timeout })}${attempts}` };
        if (tried.fault.what === 'timeout') silent.set(notifier.name, sent);
        return sent;
      }
      await sleep(wait);
    }
  }

  async function send(notifier: Notifier, page: Page): Promise<Sent> {
    const before = silent.get(notifier.name);
    if (before) return before;
    try {
      return await persist(notifier, page);
    } catch {
      // Whatever it is, somebody must still be woken by the next notifier.
      return { ok: false, why: pageWords(page.language).why.failed };
    }
  }

  /** A beat that is lost is made up for by the next one, so it is tried only as often as a page and no answer is read. */
  async function beat(variable: string, language: Page['language']): Promise<Sent> {
    const words = pageWords(language).why;
    const url = (env[variable] ?? '').trim();
    if (url === '') return { ok: false, why: words.missing(variable) };
    if (!isAddress(url)) return { ok: false, why: words.unfit(variable, words.what.url) };
    for (let count = 1; ; count++) {
      const end = count === ATTEMPTS;
      try {
        const init = { method: 'GET', headers: {}, redirect: 'manual', signal: AbortSignal.timeout(timeout) } as const;
        const { status } = await outside.fetch(url, init);
        if (status >= 200 && status < 300) return { ok: true };
        if (end || !isRepeated(status)) return { ok: false, why: words.status(status) };
      } catch (thrown) {
        const fault = faultOf(thrown);
        const why = fault.what === 'timeout' ? words.timeout(timeout / 1000) : words.unreachable;
        if (end) return { ok: false, why };
      }
      await sleep(count * PAUSE_MS);
    }
  }

  return {
    send,
    beat,
    async sendFirst(notifiers, page) {
      const { line, copies } = routesFor(notifiers, page);
      const copying = Promise.all(
        copies.map(async (notifier) => ({ notifier: notifier.name, sent: await send(notifier, page) })),
      );
      const tried: { notifier: string; sent: Sent }[] = [];
      for (const notifier of line) {
        const sent = await send(notifier, page);
        tried.push({ notifier: notifier.name, sent });
        if (sent.ok) break;
      }
      tried.push(...(await copying));
      return { by: tried.find(({ sent }) => sent.ok)?.notifier ?? null, tried };
    },
  };
}

type Words = ReturnType<typeof pageWords>['why'];

/** The values of a notifier's secrets, or why they cannot be used. A copied secret often ends in a line break. */
function readSecrets(
  { secrets: names }: Notifier,
  kind: NotifierKind,
  env: Outside['env'],
  words: Words,
): { readonly secrets: Secrets } | { readonly why: string } {
  const given = (Object.entries(names) as [SecretRole, string][]).map(
    ([role, name]) => [role, name, (env[name] ?? '').trim()] as const,
  );
  const missing = given.filter(([, , value]) => value === '').map(([, name]) => name);
  if (missing.length > 0) return { why: words.missing(missing.join(', ')) };
  const unfit = given.find(([role, , value]) => kind.secrets[role]?.fits(value) === false);
  if (unfit) return { why: words.unfit(unfit[1], words.what[unfit[0]]) };
  return { secrets: Object.fromEntries(given.map(([role, , value]) => [role, value])) };
}

/** What a try of a page hides from people, and how long it waited, in milliseconds. */
interface Try {
  readonly hidden: readonly string[];
  readonly timeout: number;
}

/** A fault in words. */
function describe(fault: Fault, kind: NotifierKind, words: Words, { hidden, timeout }: Try): string {
  if (fault.what === 'foreign') return words.foreign(fault.status, kind.title);
  if (fault.what === 'timeout') return words.timeout(timeout / 1000);
  if (fault.what !== 'status') return words[fault.what];
  const wait = fault.wait !== null && fault.wait > LONGEST_WAIT_MS ? words.wait(Math.ceil(fault.wait / 1000)) : '';
  const remark = remarkOf(fault.text, hidden);
  return words.status(fault.status) + wait + (remark === null ? '' : words.said(remark));
}
