import { subscribe } from 'node:diagnostics_channel';
import { isPrivate } from '../model/address.ts';
import { getProxyUrl } from '@actions/http-client/lib/proxy';

/** How long a request to GitHub may take, in milliseconds: it answers within ten seconds or not at all. */
const TIMEOUT_MS = 25_000;

/**
 * The `fetch` for requests to the place of `url`: the runtime's own, or one that goes through the proxy which the
 * environment names for that place (`https_proxy`, `http_proxy` and `no_proxy`, in capitals as well). Only the latter is
 * loaded, from a file of its own. A request that gets no answer is given up; so are all requests after `whole` milliseconds from now, if that
 * is given. Throws for a place to which no token may be sent.
 */
export async function fetchFor(url: string, timeout = TIMEOUT_MS, whole?: number): Promise<typeof fetch> {
  if (URL.canParse(url) && !isPrivate(new URL(url)))
    throw new Error(`The address of GitHub's API is ${url}; the token is sent over https only.`);
  // What is no address fails with the request.
  const proxy = URL.canParse(url) ? getProxyUrl(new URL(url)) : undefined;
  const end = whole === undefined ? [] : [AbortSignal.timeout(whole)];
  if (!proxy?.hostname) return (to, options) => fetch(to, within(options, timeout, end));
  const { fetch: send, ProxyAgent } = (await import('undici')).default;
  const { href: uri, username, password } = proxy;
  const token = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  // As @actions/github does it: no request takes over the connection of another one.
  const dispatcher = new ProxyAgent({ uri, pipelining: 0, ...((username || password) && { token }) });
  const proxied = (url: string, options: object): unknown =>
    send(url, { ...within(options, timeout, end), dispatcher });
  // The package has types of its own for what the runtime calls the same.
  return proxied as typeof fetch;
}

/** The same request, given up after so many milliseconds, or at one of these ends. */
function within(
  options: { readonly signal?: AbortSignal | null } | undefined,
  timeout: number,
  ends: readonly AbortSignal[],
) {
  const own = options?.signal ? [options.signal] : [];
  return { ...options, signal: AbortSignal.any([AbortSignal.timeout(timeout), ...own, ...ends]) };
}

/** Settles when the next request of this process has been sent. */
export function nextSent(): Promise<void> {
  return new Promise((resolve) => {
    // Both the runtime's own client and that of the proxy report here.
    subscribe('undici:request:bodySent', () => {
      resolve();
    });
  });
}
