/* Foreign text made fit for the limits of others. What is markup to one of them is escaped by its own kind. */

const CHARACTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Several lines of text without control characters, reversals of direction and halves of characters. */
export function lines(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      // eslint-disable-next-line no-control-regex -- these are what must go
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
      .trim()
  );
}

/** The same on one line. */
export function flat(text: string): string {
  return lines(text).replace(/\s+/g, ' ');
}

/**
 * Text in which nothing is a mention or an address that somebody could tap, wherever it is shown: a word joiner, which nobody sees,
 * stands in each. Names of machines stay as they are, to be copied.
 */
export function defused(text: string): string {
  return text
    .replace(/@(?=[\p{L}\p{N}_])/gu, '@\u2060')
    .replace(/:(?=\/\/)/g, ':\u2060')
    .replace(/\bwww\.(?=\w)/gi, '$&\u2060');
}

/** Text as code, where chats read no markup, no mention and no address; on one line. Empty if the text is. */
export function code(text: string, most: number): string {
  const plain = cut(flat(text.replaceAll('`', 'ʼ')), most);
  return plain === '' ? '' : `\`${plain}\``;
}

/** Text without what begins a tag, a mention or a link in the markups of pagers, for fields whose markup nobody documents. */
export function blunt(text: string): string {
  return text
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('`', 'ʼ')
    .replace(/\](?=[([])/g, '] ');
}

/** Text for XML and for HTML, as the content of an element or of an attribute in double quotes. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Text cut so that it fits escaped for XML or HTML. */
export function markup(text: string, most: number): string {
  return escapeMarkup(cut(text, most, (piece) => escapeMarkup(piece).length));
}

/** An address as it can stand in a link of Markdown. */
export function linkTarget(url: string): string {
  return url.replace(/[()<>|`\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Length in UTF-16 units. */
const units = (text: string): number => text.length;

/** Length in bytes of UTF-8. */
export const bytes = (text: string): number => new TextEncoder().encode(text).length;

/**
 * Cuts text to at most so much, in whole characters as people see them, with an ellipsis that counts. `size` measures
 * a piece of the text; no piece may be smaller than its number of UTF-16 units.
 */
export function cut(text: string, most: number, size: (text: string) => number = units): string {
  const near = text.slice(0, most + 1);
  if (near.length === text.length && size(text) <= most) return text;
  const room = most - size('…');
  const characters = Array.from(CHARACTERS.segment(near), ({ segment }) => segment);
  // A heap of accents may be one character that is longer than all the room: then half a heap is better than nothing.
  const end = lengthOf(characters, room, size) || lengthOf(near, room, size);
  return `${near.slice(0, end).trimEnd()}…`;
}

/** Length in UTF-16 units of the first pieces that have room together. */
function lengthOf(pieces: Iterable<string>, room: number, size: (text: string) => number): number {
  let length = 0;
  let used = 0;
  for (const piece of pieces) {
    used += size(piece);
    if (used > room) break;
    length += piece.length;
  }
  return length;
}

/**
 * A key of at most `most` characters (more than 17), without those that match `forbidden`. A key that must be changed
 * for that ends in a number made from all of it, so that two keys do not become one.
 */
export function keyText(key: string, most: number, forbidden: RegExp): string {
  const clean = key.replace(forbidden, '-');
  return clean === key && key.length <= most ? key : `${clean.slice(0, most - 17)}-${hash(key)}`;
}

/** FNV-1a, 64 bits, in 16 hex digits. Nobody gains from a collision: keys come from the policy and GitHub. */
function hash(text: string): string {
  let sum = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
  return sum.toString(16).padStart(16, '0');
}
