import type { HostedKind, HostedTarget } from '../../../src/status-page/hosted/target.ts';
import type { HostedWanted } from '../../../src/status-page/hosted/wanted.ts';
import { HOSTED } from '../../../src/status-page/hosted/kinds.ts';
import { carryOutOnHost } from '../../../src/run/site/hosted/carry-out.ts';
import { HostedError, openLine } from '../../../src/run/site/hosted/line.ts';
import type { Receiver, Seen } from './receiving.ts';

/* Runs that write to a receiver in memory: time passes when they wait, and nothing sleeps. */

/** What becomes of a request: nothing odd, or one of the ways in which a network and a service fail. */
export type Fate = 'fine' | 'lost' | 'unsent' | 'busy' | 'broken' | 'killed-before' | 'killed-after';

/** A run that writes to hosted pages, on a clock of its own. */
export interface Run {
  /** The requests, in order: `POST /pages/…`. */
  readonly asked: readonly string[];
  readonly slept: readonly number[];
  /** Why it failed; null if it did not, `killed` if it was. */
  bring(target: HostedTarget, wanted: HostedWanted, token: string): Promise<HostedError | 'killed' | null>;
}

/** A run whose requests meet these fates, one after the other, and none once they are through. */
export function runAt(receiver: Receiver, at: number, fates: readonly Fate[] = []): Run {
  const asked: string[] = [];
  const slept: number[] = [];
  let now = at;
  return {
    asked,
    slept,
    bring(target, wanted, token) {
      const kind: HostedKind<HostedWanted, unknown> = HOSTED[target.type];
      const root = kind.apiOf({});
      let kill: (it: 'killed') => void = () => undefined;
      const killed = new Promise<'killed'>((resolve) => (kill = resolve));
      const fetch = async (url: string, init: RequestInit): Promise<Response> => {
        const fate = fates[asked.length] ?? 'fine';
        const seen = seenOf(url.slice(root.length), init);
        asked.push(`${seen.method} ${seen.path}`);
        if (fate === 'killed-before') {
          kill('killed');
          return never();
        }
        if (fate === 'unsent') throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
        if (fate === 'busy')
          return Response.json({ error: 'Too many requests' }, { status: 420, headers: { 'retry-after': '7' } });
        const { status, body, headers = {} } = receiver.handle(seen, now);
        if (fate === 'killed-after') {
          kill('killed');
          return never();
        }
        if (fate === 'lost') throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
        if (fate === 'broken') return Response.json({ error: 'Bad gateway' }, { status: 502 });
        return new Response(JSON.stringify(body), { status, headers });
      };
      const outlet = { env: {}, fetchFor: () => Promise.resolve(fetch as typeof globalThis.fetch) };
      const sleep = (ms: number): Promise<void> => {
        slept.push(ms);
        now += ms;
        return Promise.resolve();
      };
      const done = carryOutOnHost(
        kind,
        wanted,
        target,
        openLine(kind, outlet, token, { sleep, elapsed: () => now - at }),
      ).then(
        () => null,
        (error: unknown) => {
          if (error instanceof HostedError) return error;
          throw error;
        },
      );
      return Promise.race([killed, done]);
    },
  };
}

const never = (): Promise<never> => new Promise(() => undefined);

function seenOf(path: string, { method = 'GET', headers, body }: RequestInit): Seen {
  const given = Object.entries((headers ?? {}) as Record<string, string>);
  return {
    method,
    path,
    headers: Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), value])),
    body: typeof body === 'string' ? body : '',
  };
}
