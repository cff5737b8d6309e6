import { commentOfAct, readKey, type KeyParts } from './keys.ts';
import { LONGEST_BODY } from '../model/limits.ts';
import { abbreviate } from '../text/cut.ts';
import type { ClockVerdict, Done, IncidentRecord, Judgement } from './record.ts';
import { readSaid } from './said.ts';

/** The most characters of commands that the record keeps word for word; of older ones their beginning is enough. */
const WORDS = 12_000;
const BEGINNING = 48;
/** Of more judgements than this, the oldest that only showed progress go. */
const MOST = 300;
/** The most characters of judgements as they stand in the mark. */
const ROOM = 20_000;
/** The most people without a right who are remembered, those who wrote last. */
export const MOST_REFUSED = 200;
/** The most replies to commands that are remembered. */
const MOST_REPLIES = 100;
/**
 * The most requests of one name, and answers of one person in one pager, that are remembered: the comments of the last ones may be gone,
 * and those before count again.
 */
const MOST_REQUESTS = 20;
/** The most verdicts on one clock that are kept. */
const MOST_VERDICTS = 20;

/** Which commands the record may shorten or forget. */
type TraitsOf = (command: string) => { readonly fleeting: boolean; readonly whole: boolean };
type Kept = Pick<IncidentRecord, 'judged' | 'refused' | 'past'>;

/** How much of the room is left to what may be shortened where a text would be too long. */
const SHARES = [1, 0.5, 0.2, 0.05] as const;

/** The first of some texts that GitHub takes; the last is short whatever happens. */
export function fitting(bodyOf: (share: number) => string): string {
  let body = '';
  for (const share of SHARES) {
    body = bodyOf(share);
    if (body.length <= LONGEST_BODY) return body;
  }
  return body;
}

/**
 * The judgements with the words of the last commands whole and of older ones shortened, and without the oldest if there is no room for
 * them: first those of what only showed progress or was no command, then decisions that come out the same again, at last others, which
 * are read from their comments then. `share` is how much of the room there is, from 0 to 1.
 */
export function shorten(record: Kept, traitsOf: TraitsOf, share = 1): Kept {
  const isFleeting = (said: string): boolean => traitsOf(readSaid(said).name).fleeting;
  const beginning = (said: string): string =>
    traitsOf(readSaid(said).name).whole ? said : abbreviate(said, BEGINNING);
  let left = WORDS * share;
  const all = Object.entries(record.judged);
  const needless = all.length - MOST;
  const short = all
    .filter(([, { say }], i) => i >= needless || !say?.every(isFleeting))
    .reverse()
    .map(([key, judgement]) => {
      const { say } = judgement;
      if (!say) return [key, judgement] as const;
      left -= say.join('').length;
      return [key, left >= 0 ? judgement : { ...judgement, say: say.map(beginning) }] as const;
    })
    .reverse();
  const kept = withRoom(short, isFleeting, ROOM * share);
  const refused = Object.entries(record.refused)
    .sort(([, a], [, b]) => b - a)
    .slice(0, Math.ceil(MOST_REFUSED * share));
  const isKept = new Set(kept.map(([key]) => key));
  const gone = [
    ...all.flatMap(([key]) => (isKept.has(key) ? [] : (commentOfAct(key)?.comment ?? []))),
    ...Object.entries(record.refused).flatMap(([login, number]) =>
      refused.some(([it]) => it === login) ? [] : [number],
    ),
  ];
  const past = Math.max(record.past ?? -1, ...gone);
  return {
    judged: Object.fromEntries(kept),
    // In an order of its own: who wrote last must not change the text of the record.
    refused: Object.fromEntries(refused.sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(past >= 0 && { past }),
  };
}

/** The judgements that there is room for; the others go by what they mean, and the oldest first. */
function withRoom(
  all: readonly (readonly [string, Judgement])[],
  isFleeting: (said: string) => boolean,
  room: number,
): readonly (readonly [string, Judgement])[] {
  const sizeOf = ([key, judgement]: readonly [string, Judgement]): number =>
    key.length + JSON.stringify(judgement).length;
  let surplus = all.reduce((sum, it) => sum + sizeOf(it), 0) - room;
  if (surplus <= 0) return all;
  /** What was decided once for all, such as what a report says, is not found out again. */
  const rank = ([key, { say }]: readonly [string, Judgement]): number =>
    say ? (say.every(isFleeting) ? 0 : 2) : key.includes('@') || commentOfAct(key) ? 1 : 3;
  const gone = new Set<string>();
  for (const entry of all.toSorted((a, b) => rank(a) - rank(b) || a[1].at - b[1].at || (a[0] < b[0] ? -1 : 1))) {
    if (surplus <= 0 || rank(entry) === 3) break;
    gone.add(entry[0]);
    surplus -= sizeOf(entry);
  }
  return all.filter(([key]) => !gone.has(key));
}

/**
 * The verdicts without what a later one makes needless: of a clock that starts again and again the last two misses are kept, the former
 * of which stands for all before it; of any other the last.
 */
export function fewer<V extends ClockVerdict>(verdicts: readonly V[], doesRepeat: (clock: V['clock']) => boolean): V[] {
  const byClock = new Map<string, V[]>();
  for (const verdict of verdicts) byClock.set(verdict.clock, [...(byClock.get(verdict.clock) ?? []), verdict]);
  return [...byClock].flatMap(([clock, all]) => (doesRepeat(clock) ? together(all) : all.slice(-MOST_VERDICTS)));
}

function together<V extends ClockVerdict>(misses: readonly V[]): readonly V[] {
  const all = misses.toSorted((a, b) => a.start - b.start);
  if (all.length < 3) return all;
  const [former, last] = [all.at(-2)!, all.at(-1)!];
  const times = all.slice(0, -1).reduce((sum, it) => sum + (it.times ?? 1), 0);
  return [{ ...former, times }, last];
}

/**
 * What was done, without what a later entry makes needless: of a step that repeats, the first sending and the last are enough,
 * and of what starts again only the last start. So the record of an incident that stays open for months still fits into its card.
 */
export function compact(done: Readonly<Record<string, Done>>, past = -1): Record<string, Done> {
  const all = Object.entries(done).map(([key, entry]) => ({ key, entry, ...placeOf(key) }));
  /** Of each family, the last start and its last repetition. */
  const last = new Map<string, { readonly since: number; readonly n: number }>();
  for (const { family, since, n } of all) {
    const before = last.get(family);
    if (!before || since > before.since || (since === before.since && n > before.n)) last.set(family, { since, n });
  }
  const newest = all.filter(({ key }) => isEachKept(readKey(key))).sort((a, b) => b.since - a.since);
  const requests = new Map(newest.map(({ family }) => [family, newest.filter((it) => it.family === family)]));
  const asked = new Set([...requests.values()].flatMap((some) => some.slice(0, MOST_REQUESTS)));
  const kept = all.filter((it) => {
    const { key, family, since, n } = it;
    // What was dealt with long ago is answered no more.
    const parts = readKey(key);
    if (isEachKept(parts)) return asked.has(it);
    if (parts?.kind === 'reply' && parts.comment <= past) return false;
    const latest = last.get(family)!;
    return since === latest.since && (n === 0 || n === latest.n);
  });
  // In an order of its own: a comment that is gone must not change the text of the record.
  kept.sort((a, b) => a.entry.at - b.entry.at || (a.key < b.key ? -1 : 1));
  return Object.fromEntries(kept.map(({ key, entry }) => [key, entry]));
}

/** Whether of several alike each is kept. */
function isEachKept(parts: KeyParts | null): boolean {
  return parts?.kind === 'request' || parts?.kind === 'answer' || parts?.kind === 'published';
}

/** Up to which comment replies need not be remembered one by one, so that no more than a certain number are. */
export function pastReplies(done: Readonly<Record<string, Done>>, past = -1): number {
  const replies = Object.keys(done).flatMap((key) => {
    const parts = readKey(key);
    return parts?.kind === 'reply' && parts.comment > past ? [parts.comment] : [];
  });
  const surplus = replies.length - MOST_REPLIES;
  return surplus <= 0 ? past : replies.sort((a, b) => a - b)[surplus - 1]!;
}

/** What a key shares with those that make it needless, when the thing began that it is about, and which repetition it is. */
function placeOf(key: string): { readonly family: string; readonly since: number; readonly n: number } {
  const parts = readKey(key);
  if (parts === null) return { family: key, since: 0, n: 0 };
  const since = 'since' in parts ? (parts.since ?? 0) : 0;
  const n = parts.kind === 'step' ? parts.n : 0;
  return { family: JSON.stringify({ ...parts, since: 0, n: 0 }), since, n };
}
