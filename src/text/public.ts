import { abbreviate } from './cut.ts';

/**
 * Markdown that somebody wrote for the public, to stand in a Discussion: its markup stays, within a quotation, which ends whatever it leaves
 * open. No HTML, no picture, and nobody is mentioned: a word joiner, which nobody sees, keeps each from being one. `most` is in UTF-16 units.
 */
export function statement(text: string, most: number): string {
  return abbreviate(text.replace(/\r\n?/g, '\n').trim(), most)
    .replace(/(?<![\p{L}\p{N}_])@(?=[\p{L}\p{N}_])/gu, '@\u2060')
    .replace(/#(?=\d)/g, '#\u2060')
    .replace(/\b(gh)-(?=\d)/gi, '$1-\u2060')
    .replace(/&(?=#|\w)/g, '&\u2060')
    .replace(/<(?=[\w/!?])/g, '<\u2060')
    .replace(/!(?=\[)/g, '!\u2060')
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
