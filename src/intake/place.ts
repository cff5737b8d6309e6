import type { Repository } from '../model/repository.ts';

/** Where to look further: an address that may stand in Markdown as it is, a file of the repository, or foreign text that is neither. */
export type Whereabouts = { readonly url: string } | { readonly path: string } | { readonly text: string };

const LONGEST_LINK = 2_000;
const LONGEST_PATH = 300;
/** The endings by which a single word is a file of the repository, and not a host. */
const DOCUMENT = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt)$/i;
/** A scheme, and not the port of a host. */
const SCHEME = /^[a-z][a-z\d+.-]*:(?!\d+(?:[/?#]|$))/i;

/** An address of http or https as it may stand in a link of Markdown; null for any other text. */
function safeLink(text: string): string | null {
  if (text.length > LONGEST_LINK || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const address = new URL(text).href.replace(/[()\\`]/g, encoded);
  return address.length <= LONGEST_LINK ? address : null;
}

/** Where a text points to that should be an address. One without a scheme is text: a link would have to be made up. Null if it is none. */
export function addressIn(text: string): Whereabouts | null {
  const url = safeLink(text.trim());
  if (url !== null) return { url };
  return isShown(text) && !SCHEME.test(text) && !/[\s\p{C}]/u.test(text.trim()) ? { text } : null;
}

/** Where a text points to that should name a runbook. Whatever it says may help those who are woken, so it is always shown; null if it is empty. */
export function runbookIn(text: string): Whereabouts | null {
  const url = safeLink(text.trim());
  if (url !== null) return { url };
  const path = pathIn(text.trim());
  if (path !== null) return { path };
  return isShown(text) ? { text } : null;
}

/** The address of a file in the repository's default branch, as it may stand in a link of Markdown. */
export function fileIn({ url }: Pick<Repository, 'url'>, path: string): string {
  const [file = '', ...fragment] = path.split('#');
  const parts = file.split('/').map(escaped).join('/');
  return `${url}/blob/HEAD/${parts}${fragment.length > 0 ? `#${escaped(fragment.join('#'))}` : ''}`;
}

/** A path in the repository, from its root; null if the text may be a host, or anything else. */
function pathIn(text: string): string | null {
  const path = text.replace(/^\.?\/(?!\/)/, '');
  if (path.length > LONGEST_PATH || /[\s\p{C}\\`:<>"|?*]|%(?:2[ef]|5c)/iu.test(path)) return null;
  const parts = path.split('#')[0]!.split('/');
  if (parts.some((part) => /^\.{0,2}$/.test(part))) return null;
  const [first = ''] = parts;
  // `n/a` is no path, and a dot within the first part is that of a host.
  const isPath = parts.length === 1 ? DOCUMENT.test(first) : /^\.?[^.]{2,}$/.test(first);
  return isPath ? path : null;
}

/** Whether there is anything to see in a text. */
function isShown(text: string): boolean {
  return /[^\s\p{C}]/u.test(text);
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[()!'*]/g, encoded);
}

function encoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
