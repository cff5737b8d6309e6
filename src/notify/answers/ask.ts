import { faultOf, isRepeated, readStart, type Fault } from '../answer.ts';
import { TIMEOUT_MS, type Outside } from '../attempt.ts';
import type { HttpRequest } from '../message.ts';
import { Deaf } from './answer.ts';

/** The most that is read of an answer, in bytes: a topic to which anybody may write can be full of what is no answer. */
const MOST = 10_000_000;
const ATTEMPTS = 2;
const PAUSE_MS = 2_000;

/** Asks, once more where that can help: a question changes nothing. Throws a `Deaf`, at the latest when `end` says so. */
export async function askOf(outside: Outside, request: HttpRequest, end: AbortSignal): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await askOnce(outside, request, end);
    } catch (thrown) {
      const mayPass = thrown instanceof Deaf && thrown.fault.what === 'status' && !isLasting(thrown.fault);
      if (!mayPass || attempt === ATTEMPTS || end.aborted) throw thrown;
      await outside.sleep(PAUSE_MS);
    }
  }
}

/** What Slack says until somebody mends it; whatever else it refuses may pass. */
const SLACK =
  /"error"\s*:\s*"(?:invalid_auth|not_authed|account_inactive|token_revoked|token_expired|missing_scope|no_permission|channel_not_found|not_in_channel)"/;

/** Whether it is so until somebody mends it. */
export function isLasting(fault: Fault): boolean {
  if (fault.what === 'foreign') return SLACK.test(fault.text);
  if (fault.what !== 'status' || isRepeated(fault.status)) return false;
  // Telegram says so to one of two who ask at the same time, a run and the watch; another conflict is a webhook that somebody has set.
  return fault.status !== 409 || !/by other getUpdates/.test(fault.text);
}

async function askOnce(outside: Outside, { url, ...request }: HttpRequest, end: AbortSignal): Promise<unknown> {
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

/** A value, or a list of those that stand one a line; undefined for what is neither. */
function jsonOf(text: string): unknown {
  const whole = parsed(text);
  if (whole !== undefined) return whole;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  // The last one may be cut off.
  const values = lines.map(parsed).filter((value) => value !== undefined);
  return values.length === 0 && lines.length > 0 ? undefined : values;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
