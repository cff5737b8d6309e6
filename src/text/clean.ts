/* What may stand in a text that goes out: nothing that readers cannot see, and nothing that XML or UTF-8 has no place for. */

/* eslint-disable no-control-regex -- these are what must go */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]/g;
/* eslint-enable no-control-regex */

/**
 * A text without control characters, marks that turn the direction of what follows, and what XML 1.0 forbids; halves of characters
 * become U+FFFD. Line breaks are `\n`.
 */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(FORBIDDEN, '')
    .toWellFormed();
}

/** The same on one line, without blanks around it. A space that does not break stays one: French sets marks apart by it. */
export function cleanLine(text: string): string {
  return clean(text)
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();
}
