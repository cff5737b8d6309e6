import type { LeakKind, KnownNames, Span } from './leak.ts';
import { ORDINARY } from './ordinary.ts';
import { foldedView } from './views.ts';

/** Something that is known by its words. */
interface Phrase {
  readonly kind: LeakKind;
  /** In small letters, without accents. */
  readonly words: readonly string[];
  /** As it must stand there, but for capitals: `cote` is not "côte". Null of a name, whose accents are left out as often as not. */
  readonly spelt: string | null;
}

/** Phrases by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

const WORD = /[\p{L}\p{N}]+/gu;
const INSIDE = /[\p{L}\p{N}]/u;
const FIRST = /^[\p{L}\p{N}]+/u;
/** Between two words of somebody's name, where one line may end. */
const GAP = /^[ \t\u00a0\u202f.’'*_-]{0,3}\n?[ \t>*_-]{0,4}$/;

/** What the policy knows by name. A role of one word, such as `support`, is a word like any other. */
export function phrasesOf({ logins, roles, people, hosts = [], repository }: KnownNames): Phrases {
  const all = [
    ...people.flatMap((name) => [named(name), named(name.split(/\s+/).reverse().join(' '))]),
    ...logins.filter(isTelling).map((login) => spelt('login', login)),
    ...hosts.map((host) => spelt('host', host)),
    ...roles.filter((role) => /[^\s_-][\s_-]+[^\s_-]/.test(role)).map((role) => spelt('role', role)),
    spelt('address', `${repository.owner}/${repository.name}`),
  ].filter(({ words }) => words.length > 0);
  const phrases = new Map<string, Phrase[]>();
  for (const phrase of all.sort((a, b) => lengthOf(b) - lengthOf(a))) {
    const first = phrase.words[0]!;
    phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
  }
  return phrases;
}

const named = (name: string): Phrase => ({ kind: 'name', words: wordsOf(name), spelt: null });
const spelt = (kind: LeakKind, text: string): Phrase => ({ kind, words: wordsOf(text), spelt: small(text) });
const wordsOf = (text: string): readonly string[] => foldedView(small(text)).match(WORD) ?? [];
const small = (text: string): string => text.normalize('NFC').trim().toLowerCase();
const lengthOf = ({ words, spelt: text }: Phrase): number => (text ?? words.join(' ')).length;

/** Whether a login says who is meant, even without its `@`. */
function isTelling(login: string): boolean {
  return /[a-z]/i.test(login) && login.length > 1 && !ORDINARY.has(login.toLowerCase());
}

/** Whether a text is one of the phrases, as a whole. */
export function isPhrase(phrases: Phrases, text: string): boolean {
  const wanted = small(text);
  return phrases.get(FIRST.exec(foldedView(wanted))?.[0] ?? '')?.some(({ spelt: it }) => it === wanted) ?? false;
}

/** Where the phrases stand in a text. */
export function phrasesIn(text: string, phrases: Phrases): Span[] {
  const plain = foldedView(text);
  const words = [...plain.matchAll(WORD)].map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }));
  const found: Span[] = [];
  for (const [place, { word, from }] of words.entries()) {
    if (from < (found.at(-1)?.to ?? 0)) continue;
    for (const { kind, spelt: wanted, words: parts } of phrases.get(word) ?? []) {
      const own = words.slice(place, place + parts.length);
      const to = wanted === null ? own.at(-1)!.to : from + wanted.length;
      const isHere =
        wanted === null ? isNamed(own, parts) : small(text.slice(from, to)) === wanted && !INSIDE.test(plain[to] ?? '');
      if (!isHere) continue;
      found.push({ kind, from, to });
      break;
    }
  }
  return found;

  function isNamed(own: typeof words, parts: readonly string[]): boolean {
    if (parts.some((part, i) => own[i]?.word !== part)) return false;
    // A name of one word, such as Claire, is told from the word by its capital.
    if (parts.length === 1) return text[own[0]!.from] === text[own[0]!.from]!.toUpperCase();
    return own.every(({ from }, i) => i === 0 || GAP.test(plain.slice(own[i - 1]!.to, from).slice(0, 10)));
  }
}
