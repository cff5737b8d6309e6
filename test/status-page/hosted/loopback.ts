import type { Outlet } from '../../../src/run/site/hosted/outlet.ts';
import { answer, breakOff, hang, reset, serve, type Behaviour, type Server } from '../../notify/server.ts';
import type { Receiver, Reply } from './receiving.ts';

/* A hosted page on a real socket of this machine, which fails in every way. */

/** What a request that has waited for too long ends with: nobody who tests waits ten seconds, and no answer comes too late here. */
const late = (): DOMException => new DOMException('The operation was aborted due to timeout', 'TimeoutError');

/** What one request meets; `handle` has the service do what it was asked. */
type Fault = (handle: () => Reply) => Behaviour;

export const FAULTS = {
  timeout: () => hang,
  reset: () => reset,
  cut: () => breakOff(200, '[{"id":'),
  'another page': () => answer(200, '<html>Log in to the hotel</html>', { 'content-type': 'text/html' }),
  redirect: () => answer(302, '', { location: 'https://example.com/' }),
  400: () => answer(400, '{"error":"bad request"}'),
  401: () => answer(401, '{"error":"Could not authenticate"}'),
  403: () => answer(403, '{"error":"Forbidden"}'),
  404: () => answer(404, '{"error":"Not found"}'),
  420: () => answer(420, '{"error":"Enhance your calm"}'),
  422: () => answer(422, '{"message":"Component is invalid"}'),
  429: () => answer(429, '{"error":"Too many requests"}', { 'retry-after': '30' }),
  500: () => answer(500, ''),
  502: () => answer(502, '<html>Bad gateway</html>'),
  /** The service does it, and nobody hears that it has. */
  lost: (handle) => (response, request, body) => {
    handle();
    reset(response, request, body);
  },
  'lost in part': (handle) => {
    handle();
    return breakOff(201, '{"id":');
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;

/** A receiver on a socket. `meet` says what a request meets; by default nothing odd. */
export async function listening(receiver: Receiver, clock: () => number, token: string) {
  const met: { meet: (method: string, count: number) => FaultName | null } = { meet: () => null };
  let count = 0;
  /** What waits for an answer. */
  const waiting = new Set<AbortController>();
  const server: Server = await serve((response, request, body) => {
    const { method = '', url: path = '' } = request;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const handle = (): Reply => receiver.handle({ method, path, headers, body }, clock());
    const isQuery = method === 'GET' || body.includes('"query":"query');
    const fault = met.meet(isQuery ? 'GET' : method, ++count);
    if (fault !== null) {
      const fails: Fault = FAULTS[fault];
      fails(handle)(response, request, body);
      if (fault === 'timeout') for (const one of waiting) one.abort(late());
      return;
    }
    const reply = handle();
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(JSON.stringify(reply.body));
  });
  const outlet: Outlet = {
    env: { TOKEN: token },
    fetchFor: (root) =>
      Promise.resolve((async (url: string, init: RequestInit) => {
        const patience = new AbortController();
        waiting.add(patience);
        try {
          return await fetch(url.replace(root, server.url), { ...init, signal: patience.signal });
        } finally {
          waiting.delete(patience);
        }
      }) as typeof fetch),
  };
  return { outlet, met, server, restart: () => (count = 0) };
}
