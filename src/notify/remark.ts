import { cut, flat } from './text.ts';

/** Text in common with a secret that is no chance: so much of one gives it away. */
const TELLING = 8;
const LONGEST = 120;
const HIDDEN = '…';

/**
 * What an answer says about itself, for people: short, without markup, links, mentions and anything of the secrets.
 * Null if it says nothing that a person could use. `secrets` are the values that were sent.
 */
export function remarkOf(body: string, secrets: readonly string[]): string | null {
  const said = pick(body);
  // HTML is somebody's page, not a remark.
  if (said === null || /[<>]/.test(said)) return null;
  const harmless = hide(said.slice(0, 2_000), secrets)
    .replace(/\bwww\./gi, ' ')
    .replace(/[^\p{L}\p{N} .,:;'()_…-]/gu, ' ');
  const short = cut(flat(harmless), LONGEST);
  return /\p{L}/u.test(short) ? short : null;
}

/** The sentence in an answer: the usual fields of JSON, or a short plain text. */
function pick(body: string): string | null {
  try {
    const data = JSON.parse(body) as unknown;
    if (typeof data !== 'object' || data === null) return typeof data === 'string' ? data : null;
    const { message, error, errors, description, msg } = data as Readonly<Record<string, unknown>>;
    // Google and Microsoft have a message in an error.
    const inner =
      typeof error === 'object' && error !== null ? (error as { readonly message?: unknown }).message : error;
    const parts = [message, inner, ...(Array.isArray(errors) ? (errors as unknown[]) : []), description, msg];
    return parts.filter((part) => typeof part === 'string').join(', ') || null;
  } catch {
    return /[{}]/.test(body) ? null : body;
  }
}

/** Hides every piece of text that is also in a secret, whatever the capitals. */
function hide(text: string, secrets: readonly string[]): string {
  const lower = text.toLowerCase();
  // Lower case must not move anything.
  const found = lower.length === text.length ? lower : text;
  const hidden = new Uint8Array(text.length);
  const mark = (piece: string): void => {
    for (let at = found.indexOf(piece); at >= 0; at = found.indexOf(piece, at + 1))
      hidden.fill(1, at, at + piece.length);
  };
  for (const form of secrets.flatMap(formsOf)) {
    if (form.length <= TELLING) mark(form);
    else for (let at = 0; at + TELLING <= form.length; at++) mark(form.slice(at, at + TELLING));
  }
  let result = '';
  for (let at = 0; at < text.length; at++) {
    if (hidden[at] === 0) result += text[at] ?? '';
    else if (at === 0 || hidden[at - 1] === 0) result += HIDDEN;
  }
  return result;
}

/** A secret as it may be met: whole, and of an address each part that could be a password, such as a short topic. */
function formsOf(secret: string): readonly string[] {
  const [, address] = /^(?:https?|smtps?):\/\/(.*)$/is.exec(secret) ?? [];
  return (address === undefined ? [secret] : [address, ...address.split(/[/?&=:@#]/)])
    .filter((part) => part.length >= 3)
    .map((part) => part.toLowerCase());
}
