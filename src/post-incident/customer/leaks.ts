import { addressesIn } from './addresses.ts';
import { ipsIn } from './ips.ts';
import { shownLeak, takingNames, type KnownNames, type Leak, type Span } from './leak.ts';
import { mailsIn, mentionsIn } from './mentions.ts';
import { namesIn } from './names.ts';
import { isPhrase, phrasesIn, phrasesOf, type Phrases } from './phrases.ts';
import { referencesIn } from './references.ts';
import { masked, secretsIn } from './secrets.ts';
import { viewsOf } from './views.ts';

export type { KnownNames, Leak } from './leak.ts';

/** More than that nobody mends in one go; what is left is found the next time. */
const MOST = 20;
/** The longest text that GitHub takes, with room to spare. */
const LONGEST = 70_000;

/** A finding with the whole text that it is about, which a secret does not show. */
interface Finding extends Leak {
  readonly whole: string;
}

/**
 * What a text for customers says that only those may read who work here, in the order of its lines, each once. It is read as it
 * was typed and as it looks, be it in code, in a link or in a comment of HTML: customers get all of it.
 */
export function leaksIn(text: string, known: KnownNames): readonly Leak[] {
  const phrases = phrasesOf(known);
  const allowed = new Set((known.allowed ?? []).map((it) => it.toLowerCase().replace(/^@/, '')));
  const isAllowed = (found: string): boolean => {
    const plain = found.toLowerCase().replace(/^@/, '');
    return allowed.has(plain) || allowed.has(plain.replace(/:\d+$/, ''));
  };
  const found: Finding[] = [];
  for (const view of viewsOf(text.slice(0, LONGEST))) {
    const all = findingsIn(view, known, phrases, isAllowed).filter(({ whole }) => !isAllowed(whole));
    // Of what another view shows more of, this is only a part.
    const isPart = (it: Finding): boolean =>
      found.some(({ whole, line }) => line === it.line && whole.includes(it.whole));
    found.push(...distinct(all).filter((it) => !isPart(it)));
  }
  return distinct(found.sort((a, b) => a.line - b.line)).map(({ kind, found, line }) => ({ kind, found, line }));
}

/** What one view of a text shows, in its order. What is found first is not read again as something less. */
function findingsIn(
  view: string,
  known: KnownNames,
  phrases: Phrases,
  isAllowed: (host: string) => boolean,
): Finding[] {
  const secrets = secretsIn(view);
  const open = takingNames(view, secrets);
  const addresses = addressesIn(open, known, isAllowed);
  const spans: Span[] = addresses.filter(({ kind }) => kind !== null);
  let rest = takingNames(open, spans);
  const find = (among: string, search: (text: string) => readonly Span[]): void => {
    const more = search(among);
    spans.push(...more);
    rest = takingNames(rest, more);
  };
  const outside = (): string => takingNames(rest, addresses);
  find(rest, mailsIn);
  find(outside(), mentionsIn);
  find(rest, ipsIn);
  find(outside(), referencesIn);
  find(outside(), (text) => namesIn(text, (word) => isPhrase(phrases, word)));
  find(rest, (text) => phrasesIn(text, phrases));
  const lineAt = linesOf(view);
  return [...secrets, ...spans]
    .sort((a, b) => a.from - b.from)
    .map(({ kind, from, to }) => {
      const whole = kind === 'secret' ? view.slice(from, to) : shownLeak(open.slice(from, to));
      return { kind: kind!, found: kind === 'secret' ? masked(whole) : whole, line: lineAt(from), whole };
    });
}

/** Tells the line of a place; the places come in order. */
function linesOf(text: string): (at: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (at) => {
    for (; next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line++;
    return line;
  };
}

/** The first of those that say the same, and no more of them than are shown. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const it of findings) {
    if (first.size === MOST) break;
    const key = it.whole.toLowerCase();
    if (!first.has(key)) first.set(key, it);
  }
  return [...first.values()];
}
