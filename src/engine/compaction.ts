import { cutTo } from '../text/cut.ts';
import type { Done, Judgement } from './record.ts';

/** The most characters of commands that the record keeps word for word; of older ones their beginning is enough. */
const WORDS = 12_000;
const BEGINNING = 48;
/** Of more judgements than this, the oldest that only showed progress go. */
const MOST = 300;

/**
 * The judgements with the words of the last commands whole and of older ones shortened, so that a long incident still fits into
 * its card. What they led to is known by then, and a comment that is still there can be read.
 */
export function shorten(judged: Readonly<Record<string, Judgement>>): Record<string, Judgement> {
  let left = WORDS;
  const all = Object.entries(judged);
  const needless = all.length - MOST;
  const kept = all
    .filter(([, { say }], i) => i >= needless || !say?.every((text) => /^(progress|update)\b/.test(text)))
    .reverse()
    .map(([key, judgement]) => {
      const { say } = judgement;
      if (!say) return [key, judgement] as const;
      left -= say.join('').length;
      return [key, left >= 0 ? judgement : { ...judgement, say: say.map(beginning) }] as const;
    });
  return Object.fromEntries(kept.reverse());
}

/** Times and priorities are what a command says, not how; they stay whole. */
function beginning(said: string): string {
  return /^(impact|priority) /.test(said) ? said : cutTo(said, BEGINNING);
}

/**
 * What was done, without what a later entry makes needless: of a step that repeats, the first sending and the last are enough,
 * and of what starts again only the last start.
 * So the record of an incident that stays open for months still fits into its card.
 */
export function compact(done: Readonly<Record<string, Done>>): Record<string, Done> {
  const keys = Object.keys(done).map(partsOf);
  const last = (values: readonly number[]): number => Math.max(0, ...values);
  const kept = keys.filter(({ name, start, n }) => {
    // What somebody asked for once stays: its comment may be gone, and nobody asks again.
    if (/^(?:escalated|role-)/.test(name)) return true;
    const family = keys.filter((other) => other.name === name);
    const latest = last(family.map((other) => other.start));
    return start === latest && (n === 0 || n === last(family.filter((it) => it.start === latest).map((it) => it.n)));
  });
  // In an order of its own: a comment that is gone must not change the text of the record.
  const ordered = kept.map(({ key }) => [key, done[key]!] as const);
  return Object.fromEntries(ordered.sort(([a, one], [b, other]) => one.at - other.at || (a < b ? -1 : 1)));
}

/** A key is a name, then when the thing it is about began (in seconds), then which repetition it is. */
function partsOf(key: string): { key: string; name: string; start: number; n: number } {
  const [, name = key, start = 0, n = 0] = /^(.*?)(?:@(\d+))?(?:#(\d+))?$/.exec(key) ?? [];
  return { key, name, start: Number(start), n: Number(n) };
}
