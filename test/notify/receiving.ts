import * as z from 'zod';
import { SECRETS } from './samples.ts';
import type { Seen } from './server.ts';

/*
 * What each service takes and says, from its documentation: a receiver that is picky where the service is, and answers as it does.
 */

export interface Receiver {
  /** What is wrong with a request; null if the service takes it. */
  readonly wrong: (seen: Seen) => string | null;
  /** What it answers to a request that it takes. */
  readonly yes: { readonly status: number; readonly body: string };
  /** How it says what is wrong. */
  readonly no: (wrong: string) => { readonly status: number; readonly body: string };
}

export const bytes = (text: string): number => Buffer.byteLength(text);
export const text = (most: number, least = 1) => z.string().min(least).max(most);
export const address = z.url({ protocol: /^https?$/ }).max(3_000);
/** What no visible text may hold. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/; // eslint-disable-line no-control-regex

/** Where a request goes, beside the schema of its body. */
interface Shape {
  readonly path: RegExp | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: z.ZodType;
  /** Of the whole body, in bytes. */
  readonly most: number;
  /** Whether texts are taken as they were written. */
  readonly isRaw?: boolean;
}

const problem = (result: z.ZodSafeParseResult<unknown>): string | null =>
  result.success ? null : z.prettifyError(result.error);

function common(seen: Seen, { path, headers = {}, most, isRaw = false }: Shape): string | null {
  const isThere = typeof path === 'string' ? seen.path === path : path.test(seen.path);
  if (seen.method !== 'POST' || !isThere) return `cannot ${seen.method} that path`;
  for (const [name, value] of Object.entries(headers))
    if (seen.headers[name] !== value) return `the header ${name} is wrong`;
  if (bytes(seen.body) > most) return 'the request is too large';
  return !isRaw && CONTROL.test(seen.body) ? 'control characters' : null;
}

export const json =
  (shape: Shape) =>
  (seen: Seen): string | null => {
    const wrong = common(seen, shape);
    if (wrong !== null) return wrong;
    if (!/^application\/json\b/.test(String(seen.headers['content-type']))) return 'not JSON';
    return problem(shape.body.safeParse(JSON.parse(seen.body)));
  };

export const form =
  (shape: Shape) =>
  (seen: Seen): string | null => {
    const wrong = common(seen, shape);
    if (wrong !== null) return wrong;
    if (seen.headers['content-type'] !== 'application/x-www-form-urlencoded') return 'not a form';
    return problem(shape.body.safeParse(Object.fromEntries(new URLSearchParams(seen.body))));
  };

export const pathOf = (secret: keyof typeof SECRETS): string => {
  const { pathname, search } = new URL(SECRETS[secret]);
  return pathname + search;
};
export const message = (wrong: string) => ({ status: 400, body: JSON.stringify({ message: wrong }) });

/** Text without what begins a tag or code. */
export const noMarkup = (most: number) => text(most).refine((value) => !/[<>`]/.test(value), 'markup');
