import type { Instant } from '../../calendar/calendar.ts';
import type { MergedPullRequest, Shipped } from '../../model/shipped.ts';
import { abbreviate } from '../../text/cut.ts';
import { foldText } from '../../text/compare.ts';
import { isLockFile, matcherOf, ownersOfFiles } from './patterns.ts';
import type { ChangesPolicy } from './policy.ts';
import type { Change, Reason } from './seen.ts';

/** What is known of the incident that changes are looked for. All of it is foreign text. */
export interface Concern {
  /** When the impact began. */
  readonly from: Instant;
  /** Its category and services. */
  readonly names: readonly string[];
  /** Whose they are: logins, and names of roles, after which teams may be called. */
  readonly owners: readonly string[];
  /** What the report says is broken. */
  readonly text: string;
}

/** Of so many files of one change it is found out whose they are: who owns a thousand lines of patterns waits for each. */
const MOST_OWNED = 10;

/** So many paths, owners and pull requests of one change are named. */
export const MOST_NAMED = 3;
export const LONGEST_CHANGE_TITLE = 100;
export const LONGEST_FILE_NAME = 60;
/** Shorter words, and those that every report has, say nothing of what is broken. */
const SHORTEST_WORD = 4;
const COMMON = new Set(
  'down slow error errors fails failed failing failure broken issue incident problem service customers users cannot does with from into after this that have been pour avec dans depuis plus sont erreur panne lent lente'.split(
    ' ',
  ),
);

/** What is to be said of the files of some pull requests, and what of it speaks for them. */
export function filesReader(
  { owners }: Shipped,
  concern: Concern,
  { risky, paths }: ChangesPolicy,
): (pulls: readonly MergedPullRequest[], title: string) => Pick<Change, 'size' | 'touches' | 'owners' | 'reasons'> {
  const ownersOf = ownersOfFiles(owners);
  const riskies = risky.map((pattern) => ({ pattern, isMatch: matcherOf([pattern]) }));
  const areas = paths
    .filter(({ name }) => concern.names.includes(name))
    .map(({ name, patterns }) => ({ name, isMatch: matcherOf(patterns) }));
  const isOurs = (owner: string): boolean => {
    const name = owner.replace(/^@/, '').toLowerCase();
    const slug = name.split('/').at(-1)!;
    return [...concern.owners, ...concern.names].some((it) =>
      [name, slug].includes(it.toLowerCase().replaceAll(' ', '-')),
    );
  };
  return (pulls, title) => {
    const files = [...new Set(pulls.flatMap((it) => it.paths))];
    const theirs = [...new Set(files.slice(0, MOST_OWNED).flatMap(ownersOf))];
    const area = areas.find(({ isMatch }) => files.some(isMatch))?.name ?? theirs.find(isOurs);
    const risk = riskies.find(({ isMatch }) => files.some(isMatch));
    const count = pulls.reduce((sum, { changed }) => sum + changed, 0);
    const isLock = files.length > 0 && files.length >= count && files.every(isLockFile);
    return {
      ...(pulls.length > 0 && {
        size: {
          files: count,
          added: pulls.reduce((sum, { additions }) => sum + additions, 0),
          removed: pulls.reduce((sum, { deletions }) => sum + deletions, 0),
        },
      }),
      ...(files.length > 0 && { touches: placesOf(files) }),
      ...(theirs.length > 0 && { owners: theirs.slice(0, MOST_NAMED).map((it) => abbreviate(it, LONGEST_FILE_NAME)) }),
      reasons: [
        ...(area === undefined ? [] : [{ why: 'owned' as const, what: abbreviate(area, 60) }]),
        ...(risk ? [{ why: 'risky' as const, what: abbreviate(risk.pattern, 60) }] : []),
        ...wordsShared(`${title} ${files.join(' ')}`, concern),
        ...(isLock ? [{ why: 'lock' as const }] : []),
      ],
    };
  };
}

/** Where files lie, the places with most of them first: their uppermost folder, or the file itself. */
function placesOf(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const path of files) {
    const place = path.includes('/') ? `${path.split('/', 1)[0]!}/` : path;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_NAMED)
    .map(([place]) => abbreviate(place, 60));
}

/** Words that a change has in common with the report. */
export function wordsShared(text: string, concern: Concern): Reason[] {
  const wanted = wordsIn(`${concern.text} ${concern.names.join(' ')}`);
  const shared = [...wordsIn(text)]
    .filter((word) => wanted.has(word))
    // "payments" says what "payment" says.
    .filter((word, _, all) => !all.some((other) => other !== word && word.startsWith(other)))
    .slice(0, MOST_NAMED);
  return shared.length === 0 ? [] : [{ why: 'words', what: shared.join(', ') }];
}

function wordsIn(text: string): ReadonlySet<string> {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= SHORTEST_WORD && word.length <= 30 && !COMMON.has(word)));
}
