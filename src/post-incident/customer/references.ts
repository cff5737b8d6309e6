import type { Span } from './leak.ts';

/** `#12` alone, behind a repository, or spelt `GH-12`; but no entity, no language such as C#7, and no `#1 priority`. */
const REFERENCE =
  /(?<![\p{L}\p{N}_./-])(?:[a-z\d][a-z\d-]{0,38}\/[\w.-]{1,100}#\d{1,9}|gh-\d{1,9})(?![\p{L}\p{N}])|(?<![&/#]|(?<!\p{L})[cfj])#(?!1 (?:concern|goal|priorit))\d{1,9}(?![\p{L}\p{N}-])/giu;

/** Numbers of issues and pull requests. */
export function referencesIn(text: string): Span[] {
  return [...text.matchAll(REFERENCE)].map(({ index, 0: { length } }) => ({
    kind: 'reference',
    from: index,
    to: index + length,
  }));
}
