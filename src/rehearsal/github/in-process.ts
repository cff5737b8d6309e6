import type { Request, Response as Answer } from './handle.ts';

/**
 * A `fetch` that asks in this process what a server would be asked over a socket. A connection that dies rejects as that of a
 * socket does, and no answer comes in the same turn of the event loop.
 */
export function fetchFrom(answer: (request: Request) => Promise<Answer | null>): typeof fetch {
  return async (target, init = {}) => {
    const { pathname, search } = new URL(target instanceof globalThis.Request ? target.url : target);
    const { method = 'GET', body = '' } = init;
    if (typeof body !== 'string') throw new TypeError('only texts can be sent in this process');
    await new Promise(setImmediate);
    init.signal?.throwIfAborted();
    const authorization = new Headers(init.headers).get('authorization') ?? undefined;
    const answered = await answer({ method, url: `${pathname}${search}`, authorization, body });
    if (answered === null) throw connectionLost();
    const { status, headers } = answered;
    return new Response(answered.body === '' ? null : answered.body, { status, headers });
  };
}

/** As the `fetch` of Node says that the other side has closed the socket. */
function connectionLost(): TypeError {
  const cause = Object.assign(new Error('other side closed'), { name: 'SocketError', code: 'UND_ERR_SOCKET' });
  return new TypeError('fetch failed', { cause });
}
