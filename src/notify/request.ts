import { readAddress } from './address.ts';
import type { HttpRequest } from './message.ts';

const AGENT = { 'User-Agent': 'tocsin' } as const;

type Headers = Readonly<Record<string, string>>;

/** A request whose body is JSON. */
export function postJson(url: string, body: object, headers: Headers = {}): HttpRequest {
  return {
    method: 'POST',
    url,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...AGENT, ...headers },
    body: JSON.stringify(body),
  };
}

/** A request whose body is a form. */
export function postForm(url: string, fields: Readonly<Record<string, string>>, headers: Headers = {}): HttpRequest {
  const body = new URLSearchParams(fields).toString();
  return {
    method: 'POST',
    url,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...AGENT, ...headers },
    body,
  };
}

/** A question that changes nothing. */
export function askService(url: string, headers: Headers = {}): HttpRequest {
  return { method: 'GET', url, headers: { ...AGENT, ...headers } };
}

/** The address in a secret as a request takes it, empty if it is none: kinds are given secrets that fit. */
export function addressInText(secret: string | undefined): string {
  return readAddress(secret ?? '')?.url.href ?? '';
}
