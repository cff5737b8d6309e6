import type { Comment } from '../model/issue.ts';

const MARK = /^<!-- tocsin:([a-z-]+) (\{[^\n]*\}) -->/;

/** The version of the form of marks; those of Tocsin 0.1.0 name none. */
const VERSION = 2;

/** The number in the mark of an issue that has none yet: it is written before the issue is opened. */
export const UNNUMBERED = 0;

/** What a mark holds. */
export type Mark = Readonly<Record<string, unknown>>;

/**
 * An invisible first line that says what a text of ours is, bound to one issue. Marks are how a later run knows what an
 * earlier one did; see `readMark` for when one counts.
 */
export function mark(kind: string, issue: number, data: object): string {
  const json = JSON.stringify({ v: VERSION, issue, ...data })
    // Neither may stand inside an HTML comment; both occur in JSON only within strings, where an escape means the same.
    .replaceAll('--', '-\\u002d')
    .replaceAll('>', '\\u003e');
  return `<!-- tocsin:${kind} ${json} -->`;
}

/** Whether a text begins with a mark of whatever kind. */
export function isMarked(text: string): boolean {
  return MARK.test(text);
}

/** Whether a mark has the form of an earlier version, and is to be written anew. */
export function isOutdated({ v }: Mark): boolean {
  return typeof v !== 'number' || v < VERSION;
}

/**
 * The mark of this kind at the very start of a text, if it is bound to that issue; otherwise null. The caller has made sure that
 * one of the Action's own accounts wrote the text: anybody can type a mark.
 */
export function readMark(kind: string, issue: number, text: string): Mark | null {
  const mark = readAnyMark(kind, text);
  return mark?.issue === issue ? mark : null;
}

/** The same for a text that says itself to which issue it belongs, such as that of a post-mortem. */
export function readAnyMark(kind: string, text: string): (Mark & { readonly issue: number }) | null {
  // Most texts bear another mark or none, and may be long.
  if (!text.startsWith(`<!-- tocsin:${kind} {`)) return null;
  const match = MARK.exec(text);
  if (match === null) return null;
  try {
    const data = JSON.parse(match[2]!) as Mark;
    return typeof data.issue === 'number' ? { ...data, issue: data.issue } : null;
  } catch {
    return null;
  }
}

/** The same for a comment: null unless the comment is our own. Of one that somebody has changed, what we wrote last counts. */
export function readCommentMark(kind: string, issue: number, { own, body, ours }: Comment): Mark | null {
  const text = own ? body : ours;
  return text === undefined ? null : readMark(kind, issue, text);
}

/** A text with another mark of the same kind in the place of the one that it begins with. */
export function withMark(text: string, mark: string): string {
  return text.replace(MARK, () => mark);
}
