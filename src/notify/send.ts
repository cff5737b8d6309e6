import { probeWith, type Probed } from './probe.ts';
import { pageWords } from './words.ts';
import { meansOf, notifierKind, routesFor } from './kinds.ts';
import type { Notifier, Page } from './message.ts';
import { isAddress } from './address.ts';
import { deliver, TIMEOUT_MS, type Outside } from './attempt.ts';
import { createCrowd } from './crowd.ts';
import { hiddenIn, readSecrets, secretWhyOf } from './secrets.ts';
import type { Sent } from './sent.ts';
import type { OpenPage } from './answers/answer.ts';
import type { Heard, Hearing } from './answers/hear.ts';

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
   * of every page, at the same time. Of very many, one page stands for the rest.
   */
  sendFirst(notifiers: readonly Notifier[], page: Page): Promise<Attempted>;
  /** Tells whoever watches Tocsin that it is alive, at the address that an environment variable holds. */
  beat(variable: string, language: Page['language']): Promise<Sent>;
  /** Asks a notifier's service who has answered the pages of these incidents. */
  hear(notifier: Notifier, open: readonly OpenPage[], where: Hearing): Promise<Heard>;
  /** Asks a notifier's service, without waking anybody, whether a page would arrive. */
  probe(notifier: Notifier, language: Page['language']): Promise<Probed>;
}

/** Everything that sending needs from outside, put together. */
export function createPager(outside: Outside): Pager {
  const { env, sign, timeout } = outside;
  /** Notifiers that did not answer in time, with what was said of it: whoever waits for a page does not wait for them again. */
  const silent = new Map<string, Sent>();

  async function persist(notifier: Notifier, page: Page): Promise<Sent> {
    const kind = notifierKind(notifier);
    const { language } = page;
    if (!kind.actions.includes(page.action)) return { ok: false, why: pageWords(language).why.silent };
    const read = readSecrets(notifier, kind, env, language);
    if ('why' in read) return { ok: false, why: read.why };
    const parcel = kind.requestOf(page, read.secrets, meansOf(notifier, sign));
    const delivered = await deliver(outside, parcel, kind.isAccepted);
    if (delivered.ok) {
      const ref = notifier.answers ? (kind.refOf?.(delivered.text) ?? null) : null;
      return ref === null ? { ok: true } : { ok: true, ref };
    }
    const hidden = hiddenIn(parcel, read.secrets);
    const sent: Sent = { ok: false, why: secretWhyOf(delivered, { kind, language, hidden, timeout }) };
    if (delivered.fault.what === 'timeout') silent.set(notifier.name, sent);
    return sent;
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
    const { why: words } = pageWords(language);
    const url = (env[variable] ?? '').trim();
    if (url === '') return { ok: false, why: words.missing(variable) };
    if (!isAddress(url)) return { ok: false, why: words.unfit(variable, words.address) };
    const isFine = (status: number): boolean => status >= 200 && status < 300;
    const delivered = await deliver(outside, { method: 'GET', url, headers: {} }, isFine);
    if (delivered.ok) return { ok: true };
    const { fault } = delivered;
    if (fault.what === 'timeout') return { ok: false, why: words.timeout((timeout ?? TIMEOUT_MS) / 1000) };
    if (fault.what === 'status') return { ok: false, why: words.status(fault.status) };
    return { ok: false, why: fault.what === 'redirect' ? words.redirect : words.unreachable };
  }

  const sendEach = createCrowd(send);

  return {
    probe: (notifier, language) => probeWith(outside, notifier, language),
    // Most policies ask for no answers, and no run of theirs loads this.
    hear: async (...given) => (await import('./answers/hear.ts')).hearFrom(outside, ...given),
    send,
    beat,
    async sendFirst(notifiers, page) {
      const { line, copies } = routesFor(notifiers, page);
      const copying = Promise.all(
        copies.map(async (notifier) => ({ notifier: notifier.name, sent: await sendEach(notifier, page) })),
      );
      const tried: { notifier: string; sent: Sent }[] = [];
      for (const notifier of line) {
        const sent = await sendEach(notifier, page);
        tried.push({ notifier: notifier.name, sent });
        if (sent.ok) break;
      }
      tried.push(...(await copying));
      return { by: tried.find(({ sent }) => sent.ok)?.notifier ?? null, tried };
    },
  };
}
