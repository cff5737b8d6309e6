import { readKey } from './keys.ts';
import { cutTo } from '../text/cut.ts';
import type { Done, Judgement } from './record.ts';
import { readSaid } from './said.ts';

/** The most characters of commands that the record keeps word for word; of older ones their beginning is enough. */
const WORDS = 12_000;
const BEGINNING = 48;
/** Of more judgements than this, the oldest that only showed progress go. */
const MOST = 300;

/** Which commands the record may shorten or forget. */
type TraitsOf = (command: string) => { readonly fleeting: boolean; readonly whole: boolean };

/**
 * The judgements with the words of the last commands whole and of older ones shortened, so that a long incident still fits into
 * its card. What they led to is known by then, and a comment that is still there can be read.
 */
export function shorten(judged: Readonly<Record<string, Judgement>>, traitsOf: TraitsOf): Record<string, Judgement> {
  const isFleeting = (said: string): boolean => traitsOf(readSaid(said).name).fleeting;
  const beginning = (said: string): string => (traitsOf(readSaid(said).name).whole ? said : cutTo(said, BEGINNING));
  let left = WORDS;
  const all = Object.entries(judged);
  const needless = all.length - MOST;
  const kept = all
    .filter(([, { say }], i) => i >= needless || !say?.every(isFleeting))
    .reverse()
    .map(([key, judgement]) => {
      const { say } = judgement;
      if (!say) return [key, judgement] as const;
      left -= say.join('').length;
      return [key, left >= 0 ? judgement : { ...judgement, say: say.map(beginning) }] as const;
    });
  return Object.fromEntries(kept.reverse());
}

/**
 * What was done, without what a later entry makes needless: of a step that repeats, the first sending and the last are enough,
 * and of what starts again only the last start. So the record of an incident that stays open for months still fits into its card.
 */
export function compact(done: Readonly<Record<string, Done>>): Record<string, Done> {
  const all = Object.entries(done).map(([key, entry]) => ({ key, entry, ...placeOf(key) }));
  /** Of each family, the last start and its last repetition. */
  const last = new Map<string | null, { readonly since: number; readonly n: number }>();
  for (const { family, since, n } of all) {
    const before = last.get(family);
    if (!before || since > before.since || (since === before.since && n > before.n)) last.set(family, { since, n });
  }
  const kept = all.filter(({ family, since, n }) => {
    const newest = last.get(family)!;
    return family === null || (since === newest.since && (n === 0 || n === newest.n));
  });
  // In an order of its own: a comment that is gone must not change the text of the record.
  kept.sort((a, b) => a.entry.at - b.entry.at || (a.key < b.key ? -1 : 1));
  return Object.fromEntries(kept.map(({ key, entry }) => [key, entry]));
}

/** What a key shares with those that make it needless, when the thing began that it is about, and which repetition it is. */
function placeOf(key: string): { readonly family: string | null; readonly since: number; readonly n: number } {
  const parts = readKey(key);
  if (parts === null || parts.kind === 'request') return { family: null, since: 0, n: 0 };
  const since = 'since' in parts ? (parts.since ?? 0) : 0;
  const n = parts.kind === 'step' ? parts.n : 0;
  return { family: JSON.stringify({ ...parts, since: 0, n: 0 }), since, n };
}
