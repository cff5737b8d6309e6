import { faultOf, isRepeated, readStart } from '../answer.ts';
import { TIMEOUT_MS, type Outside } from '../attempt.ts';
import { meansOf, notifierKind } from '../kinds.ts';
import type { HttpRequest, Notifier, Page } from '../message.ts';
import { hiddenIn, readSecrets, whyOf } from '../secrets.ts';
import { pageWords } from '../words.ts';
import { Deaf, type Answer, type Answers, type Hear, type OpenPage } from './answer.ts';
import { hearNtfy } from './ntfy.ts';
import { hearPagerDuty } from './pagerduty.ts';
import { hearSlack } from './slack.ts';
import { hearTelegram } from './telegram.ts';

/** How answers are heard, by the type of the notifier. To add one, add a file and a line, and `answers` to its kind. */
export const HEARERS: Readonly<Record<string, Hear>> = {
  pagerduty: hearPagerDuty,
  ntfy: hearNtfy,
  telegram: hearTelegram,
  'slack-bot': hearSlack,
};

/** What was heard, or why nothing was: the end of a sentence, plain, without any secret. `isLasting`: until somebody mends it. */
export type Heard =
  (Answers & { readonly ok: true }) | { readonly ok: false; readonly why: string; readonly isLasting: boolean };

/** The most that is read of an answer, in bytes. */
const MOST = 2_000_000;
const ATTEMPTS = 2;
const PAUSE_MS = 2_000;
/** However many questions it takes: who is to be paged does not wait longer for what others have answered. In milliseconds. */
const LONGEST_MS = 20_000;

/** Asks a notifier's service who has answered. Does not throw, and wakes nobody. */
export async function hearFrom(
  outside: Outside,
  notifier: Notifier,
  open: readonly OpenPage[],
  { place, language }: { readonly place: string; readonly language: Page['language'] },
): Promise<Heard> {
  const { env, sign, timeout } = outside;
  const kind = notifierKind(notifier);
  const { why: words } = pageWords(language);
  const hear = HEARERS[notifier.type];
  const read = readSecrets(notifier, kind, env, language);
  if ('why' in read) return { ok: false, why: read.why, isLasting: true };
  const { secrets } = read;
  const name = notifier.secrets.answers;
  if (name !== undefined && secrets.answers === undefined) {
    const isMissing = (env[name] ?? '').trim() === '';
    const why = isMissing ? words.missing(name) : words.unfit(name, kind.secrets.answers?.holds[language] ?? '');
    return { ok: false, why, isLasting: true };
  }
  if (!hear) return { ok: true, answers: [] };
  const deaf = (thrown: unknown): Extract<Heard, { ok: false }> => {
    if (!(thrown instanceof Deaf)) return { ok: false, why: words.strange(kind.title), isLasting: false };
    const { fault, parcel } = thrown;
    const hidden = hiddenIn(parcel, secrets);
    const isLasting =
      fault.what === 'foreign' || (fault.what === 'status' && !isRepeated(fault.status) && fault.status !== 409);
    return { ok: false, why: whyOf({ ok: false, fault, attempts: 1 }, { kind, language, hidden, timeout }), isLasting };
  };
  try {
    const end = AbortSignal.timeout(LONGEST_MS);
    const ask = (request: HttpRequest): Promise<unknown> => persist(outside, request, end);
    const heard = await hear(open, { ask, secrets, means: meansOf(notifier, sign), place });
    // The button of a page from before a level of support handed it on is still there to be pressed.
    const isOpen = ({ number, page }: Answer): boolean => open.some((it) => it.number === number && page >= it.since);
    return { ok: true, ...heard, answers: heard.answers.filter(isOpen) };
  } catch (thrown) {
    return deaf(thrown);
  }
}

/** Asks once more where that can help. A question changes nothing, so that it may be asked twice. */
async function persist(outside: Outside, request: HttpRequest, end: AbortSignal): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask(outside, request, end);
    } catch (thrown) {
      // Telegram answers with 409 to one of two who ask at the same time: a run, and the watch.
      const mayPass =
        thrown instanceof Deaf &&
        thrown.fault.what === 'status' &&
        (isRepeated(thrown.fault.status) || thrown.fault.status === 409);
      if (!mayPass || attempt === ATTEMPTS) throw thrown;
      await outside.sleep(PAUSE_MS);
    }
  }
}

/** The answer to a question: JSON, or a list where there is one value a line. Throws a `Deaf`. */
async function ask(outside: Outside, { url, ...request }: HttpRequest, end: AbortSignal): Promise<unknown> {
  const parcel = { url, ...request };
  const signal = AbortSignal.any([AbortSignal.timeout(outside.timeout ?? TIMEOUT_MS), end]);
  const answered = await outside.fetch(url, { ...request, redirect: 'manual', signal }).catch((thrown: unknown) => {
    throw new Deaf(faultOf(thrown), parcel);
  });
  const { text, broken } = await readStart(answered.body, MOST);
  const { status } = answered;
  if (broken) throw new Deaf(broken, parcel);
  if (status >= 300 && status < 400) throw new Deaf({ what: 'redirect' }, parcel);
  if (status !== 200) throw new Deaf({ what: 'status', status, wait: null, text }, parcel);
  const data = jsonOf(text);
  const isRefusal = typeof data === 'object' && data !== null && 'ok' in data && data.ok === false;
  if (data === undefined || isRefusal) throw new Deaf({ what: 'foreign', status, text }, parcel);
  return data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    try {
      return lines.map((line) => JSON.parse(line) as unknown);
    } catch {
      return undefined;
    }
  }
}
