import { faultOf, isRepeated, readStart, waitAsked, type Fault } from '../../../notify/answer.ts';
import { CREATED, type Ask, type HostedKind, type HostedStep } from '../../../status-page/hosted/target.ts';
import type { Start } from '../../context.ts';
import { isOver } from '../../budget.ts';
import type { Outlet } from './outlet.ts';

/** How long one request may take, in milliseconds. */
const TIMEOUT = 10_000;
/** For how long in all a service that is busy or does not answer is waited for, in milliseconds. */
export const PATIENCE = 120_000;
const SHORTEST_WAIT = 1_000;
/** The most that is read of an answer, in bytes: a hundred long incidents. */
const MOST = 20_000_000;
/** The most of an answer that is read for what it says of a refusal, in characters. */
const REMARK = 10_000;

/** Why a service did not do what was asked of it. `time` says that the run has no more time. */
export type HostedTrouble = Fault | { readonly what: 'time' };

/** That a service did not do what it was asked, after all attempts. */
export class HostedError extends Error {
  readonly trouble: HostedTrouble;
  /** Whether another run may succeed with the same policy and the same secrets. */
  readonly isPassing: boolean;

  constructor(trouble: HostedTrouble, isPassing: boolean) {
    super(trouble.what);
    this.trouble = trouble;
    this.isPassing = isPassing;
  }
}

type Tried =
  | { readonly result: 'done'; readonly answer: unknown }
  /** It surely did not happen: because the service was busy, because something has changed there, or for ever. */
  | { readonly result: 'busy' | 'stale' | 'refused'; readonly trouble: Fault }
  /** Nobody knows whether it happened. */
  | { readonly result: 'lost'; readonly trouble: Fault };

export interface HostedLine {
  /** Asks, again and again if need be. Throws a HostedError. */
  readonly ask: Ask;
  /** Carries out one step; `again` says that what stands there must be read first. Throws a HostedError. */
  readonly carry: (step: HostedStep) => Promise<'done' | 'again'>;
}

type Ground = Pick<Start, 'sleep' | 'elapsed'>;
type Service = Pick<HostedKind<never, unknown>, 'pace' | 'apiOf' | 'headersOf' | 'refusalIn'>;

/** A line to a service: one request after the other, at its pace, with patience for all of them together. */
export function openLine(service: Service, { env, fetchFor }: Outlet, token: string, run: Ground): HostedLine {
  const root = service.apiOf(env);
  let waited = 0;
  let faults = 0;
  let isFirst = true;
  let created = '';

  async function once(method: string, path: string, body: object | undefined): Promise<Tried> {
    if (isOver(run)) throw new HostedError({ what: 'time' }, true);
    if (!isFirst && service.pace > 0) await run.sleep(service.pace);
    isFirst = false;
    const headers = {
      Accept: 'application/json',
      'User-Agent': 'tocsin',
      ...(body && { 'Content-Type': 'application/json' }),
      ...service.headersOf(token),
    };
    const text = body && { body: JSON.stringify(body) };
    let answer;
    try {
      const send = await fetchFor(root, TIMEOUT);
      // A redirect would carry the token to where nobody meant it to go.
      answer = await send(root + path, { method, headers, redirect: 'manual', ...text });
    } catch (thrown) {
      const trouble = faultOf(thrown);
      return { result: trouble.what === 'refused' || trouble.what === 'unknown' ? 'busy' : 'lost', trouble };
    }
    const read = await readStart(answer.body as AsyncIterable<Uint8Array> | null, MOST);
    return judge(answer, read, method === 'DELETE');
  }

  function judge(
    { status, headers }: Response,
    { text, broken }: Awaited<ReturnType<typeof readStart>>,
    isRemoval: boolean,
  ): Tried {
    const said = text.slice(0, REMARK);
    const trouble: Fault = { what: 'status', status, wait: waitAsked(headers, said), text: said };
    if (status === 420 || status === 425 || status === 429) return { result: 'busy', trouble };
    if (isRepeated(status)) return { result: 'lost', trouble };
    if (status === 409) return { result: 'stale', trouble };
    // It is gone, which is all that was asked.
    if (status === 404 && isRemoval) return { result: 'done', answer: {} };
    if (status >= 400 || status < 200) return { result: 'refused', trouble };
    if (status >= 300) return { result: 'refused', trouble: { what: 'redirect' } };
    if (broken !== null) return { result: 'lost', trouble: broken };
    const answer = parsed(text);
    if (answer === undefined) return { result: 'lost', trouble: { what: 'foreign', status, text: said } };
    const refusal = service.refusalIn?.(answer) ?? null;
    if (refusal === null) return { result: 'done', answer };
    const refused: Fault = { what: 'status', wait: null, ...refusal };
    if (refusal.status === 409) return { result: 'stale', trouble: refused };
    if (refusal.status === 429) return { result: 'busy', trouble: refused };
    return { result: isRepeated(refusal.status) ? 'lost' : 'refused', trouble: refused };
  }

  /** Waits as long as the service asks, or longer from time to time. Throws where that is more than there is patience for. */
  async function pause(trouble: Fault): Promise<void> {
    const asked = 'wait' in trouble ? trouble.wait : null;
    const wait = Math.max(SHORTEST_WAIT, asked ?? SHORTEST_WAIT * 2 ** Math.min(faults, 5));
    faults++;
    if (waited + wait > PATIENCE) throw new HostedError(trouble, true);
    waited += wait;
    await run.sleep(wait);
  }

  return {
    async ask(path, query) {
      for (;;) {
        const tried = await once(query ? 'POST' : 'GET', path, query);
        if (tried.result === 'done') return tried.answer;
        if (tried.result === 'refused') throw new HostedError(tried.trouble, false);
        await pause(tried.trouble);
      }
    },
    async carry({ method, path, body, creates }) {
      for (;;) {
        const tried = await once(
          method,
          path.replace(CREATED, () => encodeURIComponent(created)),
          body,
        );
        if (tried.result === 'refused') throw new HostedError(tried.trouble, false);
        if (tried.result === 'done') {
          if (!creates) return 'done';
          const id = idIn(tried.answer);
          if (id === null) {
            await pause({ what: 'foreign', status: 200, text: '' });
            return 'again';
          }
          created = id;
          return 'done';
        }
        await pause(tried.trouble);
        if (tried.result !== 'busy') return 'again';
      }
    },
  };
}

function parsed(text: string): unknown {
  try {
    return text.trim() === '' ? {} : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function idIn(answer: unknown): string | null {
  const { id } = answer as { readonly id?: unknown };
  return typeof id === 'string' && id !== '' ? id : null;
}
