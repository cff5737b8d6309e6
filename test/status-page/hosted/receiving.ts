import * as z from 'zod';

/*
 * Hosted pages as their documentation has them: receivers that keep what they are told, are picky where the service is, and answer as it does.
 */

/** A request as a receiver sees it; the body is read. */
export interface Seen {
  readonly method: string;
  /** Below the address of the API, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One of them, with all that it keeps. */
export interface Receiver {
  /** `at` is when the request comes, in milliseconds. */
  handle(seen: Seen, at: number): Reply;
}

/** Thrown by a receiver that does not take a request. */
export class Refused extends Error {
  readonly reply: Reply;
  constructor(status: number, body: unknown) {
    super(`${status} ${JSON.stringify(body)}`);
    this.reply = { status, body };
  }
}

/** The body of a request by its schema, in which unknown fields are errors; the service refuses another one with `refuse`. */
export function bodyOf<S extends z.ZodType>({ headers, body }: Seen, schema: S, refuse: (why: string) => Refused) {
  if (headers['content-type'] !== 'application/json') throw refuse('the body is not JSON');
  const read = schema.safeParse(JSON.parse(body));
  if (!read.success) throw refuse(z.prettifyError(read.error));
  return read.data;
}

/** Takes requests by pattern, such as `GET /pages/:page/incidents`; the parts that are named are decoded. */
export type Route = (seen: Seen, parts: readonly string[], query: URLSearchParams) => Reply;

export function routed(seen: Seen, routes: Readonly<Record<string, Route>>, missing: Reply): Reply {
  const [path = '', query = ''] = seen.path.split('?');
  for (const [pattern, route] of Object.entries(routes)) {
    const [method, template = ''] = pattern.split(' ');
    const found = new RegExp(`^${template.replace(/:\w+/g, '([^/]+)')}$`).exec(path);
    if (method !== seen.method || !found) continue;
    try {
      return route(seen, found.slice(1).map(decodeURIComponent), new URLSearchParams(query));
    } catch (thrown) {
      if (thrown instanceof Refused) return thrown.reply;
      throw thrown;
    }
  }
  return missing;
}

/** A page of a list, of a hundred rows at most. */
export function paged<T>(rows: readonly T[], query: URLSearchParams, size: string): readonly T[] {
  const each = Number(query.get(size) ?? 100);
  const page = Number(query.get('page') ?? 1);
  if (!(each >= 1 && each <= 100 && page >= 1)) throw new Refused(400, { error: 'bad page' });
  return rows.slice((page - 1) * each, page * each);
}

/** An id such as services make. */
export function counter(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}${(++count).toString(36).padStart(4, '0')}`;
}
