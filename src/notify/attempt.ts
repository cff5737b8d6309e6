import { faultOf, isRepeated, readStart, waitAsked, type Answer, type Fault } from './answer.ts';
import type { Mail, MailAnswer } from './mail.ts';
import type { HttpRequest, Means, NotifierKind, Parcel } from './message.ts';

/** The part of `fetch` that is used. */
export type Fetch = (
  url: string,
  init: Omit<HttpRequest, 'url'> & { readonly redirect: 'manual'; readonly signal: AbortSignal },
) => Promise<Answer>;

export interface Outside {
  readonly fetch: Fetch;
  /** Sends a mail, within so many milliseconds. What the server said is the answer; without one it throws. */
  readonly mail: (mail: Mail, timeout: number) => Promise<MailAnswer>;
  /** Waits so many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  /** The environment of the step, where the secrets are. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly sign: Means['sign'];
  /** How long one attempt may take, in milliseconds; 10 seconds if left out. */
  readonly timeout?: number;
}

export const TIMEOUT_MS = 10_000;

const ATTEMPTS = 3;
const PAUSE_MS = 1_000;
/** The longest wait that a receiver can ask for; for more than that the next notifier is the faster help. */
export const LONGEST_WAIT_MS = 30_000;

type Tried =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly again: boolean; readonly fault: Fault };

/** What became of a parcel after so many attempts. */
export type Delivered =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: Fault; readonly attempts: number };

/** Brings a parcel to its receiver, in several attempts if that can help: at least once if it is ok, since answers get lost. */
export async function deliver(
  outside: Outside,
  parcel: Parcel,
  isAccepted: NotifierKind['isAccepted'],
): Promise<Delivered> {
  for (let count = 1; ; count++) {
    const tried = await ('server' in parcel ? mailed : asked)(outside, parcel as HttpRequest & Mail, isAccepted);
    if (tried.ok) return tried;
    const wait = ('wait' in tried.fault ? tried.fault.wait : null) ?? count * PAUSE_MS;
    if (!tried.again || count === ATTEMPTS || wait > LONGEST_WAIT_MS)
      return { ok: false, fault: tried.fault, attempts: count };
    await outside.sleep(wait);
  }
}

async function asked(
  outside: Outside,
  { url, ...request }: HttpRequest,
  isAccepted: NotifierKind['isAccepted'],
): Promise<Tried> {
  let answer: Answer;
  try {
    // A redirect would carry the secret to where nobody meant it to go.
    const signal = AbortSignal.timeout(outside.timeout ?? TIMEOUT_MS);
    answer = await outside.fetch(url, { ...request, redirect: 'manual', signal });
  } catch (thrown) {
    return { ok: false, again: true, fault: faultOf(thrown) };
  }
  const { status, headers } = answer;
  const { text, broken } = await readStart(answer.body);
  if (isAccepted(status, text)) return { ok: true, text };
  const fault: Fault = { what: 'status', status, wait: waitAsked(headers, text), text };
  if (isRepeated(status)) return { ok: false, again: true, fault };
  if (status < 200 || status >= 400) return { ok: false, again: false, fault };
  if (status >= 300) return { ok: false, again: false, fault: { what: 'redirect' } };
  return { ok: false, again: broken !== null, fault: broken ?? { what: 'foreign', status, text } };
}

/** In SMTP a 4 at the front is what may pass, and a 5 what will not. */
async function mailed(
  { mail, timeout = TIMEOUT_MS }: Outside,
  parcel: Mail,
  isAccepted: NotifierKind['isAccepted'],
): Promise<Tried> {
  try {
    const { code, text } = await mail(parcel, timeout);
    if (isAccepted(code, text)) return { ok: true, text };
    return { ok: false, again: code >= 400 && code < 500, fault: { what: 'status', status: code, wait: null, text } };
  } catch (thrown) {
    const fault = faultOf(thrown);
    return { ok: false, again: fault.what !== 'unencrypted', fault };
  }
}
