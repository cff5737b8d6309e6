import { abbreviate } from './cut.ts';

/**
 * Text that somebody else wrote, made safe to stand in ours: as code, where GitHub reads no mention, no reference, no markup,
 * and cut to a length. Control characters go; a line break becomes a space.
 */
export function inline(text: string, most = 120): string {
  const flat = abbreviate(strip(text).replace(/\s+/g, ' ').trim(), most);
  if (flat === '') return '` `';
  const fence = '`'.repeat(longestRun(flat) + 1);
  const pad = flat.startsWith('`') || flat.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/** The same inside a table, where even code must not hold a bare pipe. */
export function cell(text: string, most = 120): string {
  return inline(text, most).replaceAll('|', '\\|');
}

/** Several lines of foreign text, as a block of code. */
export function block(text: string, most = 4_000): string {
  const whole = abbreviate(strip(text).trim(), most);
  const fence = '`'.repeat(Math.max(3, longestRun(whole) + 1));
  return `${fence}text\n${whole}\n${fence}`;
}

/**
 * What GitHub makes a link of in running text: mentions, numbers of issues with or without a repository, addresses. A word joiner in
 * each, which nobody sees, leaves it as text; a word that closes an issue closes nothing then.
 */
function defused(text: string): string {
  return text
    .replace(/[@#](?=\w)/g, '$&\u2060')
    .replace(/\b(gh)-(?=\d)/gi, '$1-\u2060')
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:\u2060')
    .replace(/\bwww\.(?=\w)/gi, '$&\u2060');
}

/** Foreign text for a title, which knows no markup: only what would be a link is defused. */
export function plain(text: string, most = 200): string {
  const flat = strip(text).replace(/\s+/g, ' ').trim();
  return abbreviate(defused(flat), most);
}

/** A sentence of the policy as running text: no mention, no reference, no markup gets through. */
export function prose(text: string, most = 300): string {
  return plain(text, most)
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_[\]<>|~]/g, '\\$&');
}

/** Foreign text without what nobody sees of it, such as our own marks. */
export function withoutHidden(text: string): string {
  return text.replace(/<!--[\s\S]*?-->\s*/g, '');
}

/**
 * A text that is there to be sent on, as a quotation that wraps: no mention, no reference to an issue and no markup gets through, addresses
 * stay what they are.
 */
export function quotation(text: string, most: number): string {
  return abbreviate(strip(text).trim(), most)
    .replace(/[@#](?=\w)/g, '$&\u2060')
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** Somebody's login, shown without telling them. */
export function who(login: string | null): string {
  return login === null ? '`ghost`' : `\`${login}\``;
}

function strip(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what must go
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
