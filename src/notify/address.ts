import { isPrivate } from '../model/address.ts';

/** An address to send to. `authorization` is the header that stands for a name and password in the address, if any. */
interface Address {
  readonly url: URL;
  readonly authorization: string | null;
}

/** Reads an address of the web; null if the text is none. */
export function readAddress(text: string): Address | null {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  url.hash = '';
  return { url, authorization: username + password === '' ? null : basic(decoded(username), decoded(password)) };
}

/** Whether a text is an address of the web to which a secret may be sent: it is a secret itself. */
export function isAddress(text: string): boolean {
  const address = readAddress(text);
  return address !== null && isPrivate(address.url);
}

/** Whether a text can stand in a header as it is. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/** An address that people may be sent to: of the web, and no longer than `most`; else null. */
export function linkOf(text: string | null, most = 2_000): string | null {
  const address = text === null ? null : readAddress(text.trim());
  return address && address.authorization === null && address.url.href.length <= most ? address.url.href : null;
}

/** Whether a text is an address to which a secret may be sent, with a path that matches. */
export function isAddressOf(path: RegExp): (text: string) => boolean {
  return (text) => isAddress(text) && path.test(readAddress(text)?.url.pathname ?? '');
}

/** The header for a name and password. */
export function basic(username: string, password: string): string {
  const octets = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...octets))}`;
}

/** A part of an address as it was meant; as it stands if it is not encoded as it should be. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
