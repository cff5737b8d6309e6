import { distance } from 'fastest-levenshtein';

/** The longest excerpt of a policy that a message repeats. */
const EXCERPT = 60;

/** Enough for all time zones; a file that defines more names than that gets no suggestions from the rest of them. */
const MOST = 600;

/** What was found, as a reader recognises it: short, on one line, and never as markup of its own. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : 'a map';
}

/** Text between quotes, cut to a readable length, with control characters escaped. */
export function quote(text: string): string {
  const points = Array.from(text.slice(0, 2 * EXCERPT));
  return JSON.stringify(points.length > EXCERPT ? `${points.slice(0, EXCERPT).join('')}…` : text);
}

/** "a, b or c". */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** The candidate that a slip of the keyboard turned into `text`, if one is near enough to be meant. */
export function nearest(text: string, all: readonly string[]): string | undefined {
  if (text.length > EXCERPT) return undefined;
  const candidates = all.slice(0, MOST);
  const plain = simplify(text);
  const begun = candidates.filter((candidate) => simplify(candidate).startsWith(plain));
  if (plain.length >= 3 && begun.length === 1 && begun[0] !== text) return begun[0];
  let best: string | undefined;
  let least = Math.min(3, Math.max(1, Math.floor(plain.length * 0.4))) + 1;
  for (const candidate of candidates) {
    if (candidate === text) continue;
    const away = distance(plain, simplify(candidate));
    if (away < least) [best, least] = [candidate, away];
  }
  // A word of one or two letters is near to every other one.
  return least > 0 && plain.length < 3 ? undefined : best;
}

function simplify(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-')
    .replaceAll(/\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*day\b/g, '$1');
}

/** The end of a message about an unknown word: the nearest right one, else all that would be right. */
export function hint(text: string, candidates: readonly string[], none = 'there are none'): string {
  const near = nearest(text, candidates);
  if (near !== undefined) return `did you mean ${quote(near)}?`;
  if (candidates.length === 0) return none;
  return `expected ${candidates.length > 1 ? 'one of ' : ''}${list(candidates)}`;
}

/** The message about a name that is none of those that would be right. */
export function notAmong(name: string, noun: string, candidates: readonly string[], none?: string): string {
  return `${quote(name)} is not ${noun}; ${hint(name, candidates, none)}`;
}

function list(words: readonly string[]): string {
  const shown = words.slice(0, 40).map((word) => (/^[\w-]+$/.test(word) ? word : quote(word)));
  return shown.join(', ') + (words.length > shown.length ? ', …' : '');
}
