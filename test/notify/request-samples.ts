import type { HttpRequest } from '../../src/notify/message.ts';
import { parcelOf, type HttpKindName } from './samples.ts';

type Rest = Parameters<typeof parcelOf> extends [unknown, ...infer R] ? R : never;
type Json = Readonly<Record<string, unknown>>;

/** The request of a kind that is spoken to over HTTP. */
export const requestOf = (type: HttpKindName, ...rest: Rest): HttpRequest => parcelOf(type, ...rest) as HttpRequest;

/** Its body, where that is JSON. */
export const bodyOf = (type: HttpKindName, ...rest: Rest): Json => JSON.parse(requestOf(type, ...rest).body!) as Json;

/** Its body, where that is a form. */
export const formOf = (type: HttpKindName, ...rest: Rest): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(requestOf(type, ...rest).body));
