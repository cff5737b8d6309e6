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
  return { url, authorization: username + password === '' ? null : basic(username, password) };
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

/** The header for a name and password, which are percent-encoded in an address. */
function basic(username: string, password: string): string {
  const plain = (text: string): string => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const octets = new TextEncoder().encode(`${plain(username)}:${plain(password)}`);
  return `Basic ${btoa(String.fromCharCode(...octets))}`;
}
