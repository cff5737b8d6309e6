import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import type { Comment, Issue } from '../../model/issue.ts';
import { mark, readCommentMark, UNNUMBERED } from '../../engine/mark.ts';
import { oncallWordsOf, type OncallWords } from './words.ts';
import { isPublication } from './is-publication.ts';
import { publicationText, shiftText } from './text.ts';
import type { Effect } from '../../engine/effect.ts';
import type { Roles } from '../../engine/judge.ts';
import type { HeldRole } from '../../model/role.ts';
import type { Policy } from '../policy.ts';
import type { Schedule, Shift } from './schedule.ts';
import { wholeShifts } from './shifts.ts';
import { fallbackLogins, type Owned } from '../people/roles.ts';

/** How long after the end of a shift the comment on it is kept, in milliseconds. */
const KEPT = 30 * DAY;

/** The most comments that one plan deletes. */
const MOST_DELETED = 20;

/** Of a stretch that began so long ago, in milliseconds, the beginning may not be known, and its person needs no telling. */
const FORGOTTEN = 365 * DAY;

/** What the publication depends on besides its issue. */
export interface PublicationGround {
  readonly now: Instant;
  readonly policy: Pick<Policy, 'language' | 'schedules' | 'rotas' | 'roles' | 'fallback'>;
  readonly repository: Owned;
  /** Role in the repository by login in small letters, null for none; of whom nobody has asked yet is not in it. */
  readonly roles: Roles;
}

/** What is to be done so that the schedules are published and those on call have been told. */
export type PublicationPlan =
  | { readonly issue: null; readonly title: string; readonly body: string; readonly why: string }
  | {
      /** The issue that publishes the schedules, and that all effects but the closing of duplicates are about. */
      readonly issue: Issue;
      readonly effects: readonly Effect[];
      /** Logins of those whose role the plan would depend on; until it is known they are taken to be reachable. */
      readonly unknown: readonly string[];
    };

/**
 * Plans the publication. Of `issues` only open ones count that we opened and that carry the mark; the oldest of them is the
 * publication, any other a double. Without any, one is to be opened, and nothing else until it has a number.
 *
 * Told is the present shift of each schedule, unless a comment of ours on that issue has told it: also one that began before
 * the issue was opened, and also late, but none that is over. A shift is known by its schedule, its beginning and its person:
 * whoever takes over a shift that has begun is told as well. Who has been on call for a year without a break is not told.
 */
export function planPublication(issues: readonly Issue[], ground: PublicationGround): PublicationPlan {
  const { now, policy } = ground;
  const { did: words, publication } = oncallWordsOf(policy.language);
  const text = publicationText(policy.language, policy.schedules.values(), now);
  const body = `${mark('on-call', UNNUMBERED, {})}\n${text}`;
  const [issue, ...others] = issues
    .filter((it) => it.state === 'open' && isPublication(it))
    .sort((a, b) => a.number - b.number);
  if (!issue) return { issue: null, title: publication.title, body, why: words.opened };

  const told = readShiftComments(issue);
  const present = [...policy.schedules.values()].flatMap((schedule) => presentShift(schedule, now) ?? []);
  const keys = new Set(told.map(({ key }) => key));
  const tellings = present
    .filter(({ key, shift }) => !keys.has(key) && now - shift.from < FORGOTTEN)
    .map((it) => tell(issue, it, ground));
  const base = { issue: issue.number };
  const isSame = clean(issue.body) === clean(body);
  return {
    issue,
    unknown: [...new Set(tellings.flatMap(({ unknown }) => unknown))],
    effects: [
      ...tellings.map(({ effect }) => effect),
      ...(isSame ? [] : [{ ...base, do: 'edit-issue' as const, body, why: words.rewritten }]),
      ...needless(told, new Set(present.map(({ key }) => key)), now, words)
        .slice(0, MOST_DELETED)
        .map(({ comment, why }) => ({ ...base, do: 'delete-comment' as const, comment: comment.id, why })),
      ...others.map(({ id, number }) => ({
        ...base,
        do: 'close-duplicate' as const,
        target: id,
        of: issue.id,
        isSelf: false,
        why: words.duplicate(number),
      })),
    ],
  };
}

/** GitHub may keep other line ends than it was given, and people add blank lines. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').trimEnd();
}

/** A shift in the present, with what tells it from every other. */
interface Present {
  readonly schedule: Schedule;
  readonly shift: Shift;
  readonly key: string;
}

function presentShift(schedule: Schedule, now: Instant): Present | null {
  const [shift] = wholeShifts(schedule, now, now + 1);
  return shift ? { schedule, shift, key: keyOf(schedule.name, shift.from, shift.login) } : null;
}

function keyOf(schedule: string, from: Instant, login: string): string {
  return JSON.stringify([schedule, from, login.toLowerCase()]);
}

/** A comment of ours that told somebody of a shift. */
interface ShiftComment {
  readonly comment: Comment;
  readonly key: string;
  readonly schedule: string;
  /** The end of the shift as it was known then. */
  readonly to: Instant;
}

function readShiftComments(issue: Issue): ShiftComment[] {
  return issue.timeline.flatMap((event) => {
    if (event.kind !== 'commented') return [];
    const { comment } = event;
    const { schedule, from, to, login } = (comment.own && readCommentMark('shift', issue.number, comment)) || {};
    if (typeof schedule !== 'string' || typeof login !== 'string') return [];
    if (typeof from !== 'number' || typeof to !== 'number') return [];
    return [{ comment, key: keyOf(schedule, from, login), schedule, to }];
  });
}

/** The comments that may go: those that say again what an older one says, and those of shifts that are long over. */
function needless(
  told: readonly ShiftComment[],
  present: ReadonlySet<string>,
  now: Instant,
  words: OncallWords['did'],
): { readonly comment: Comment; readonly why: string }[] {
  const seen = new Set<string>();
  return told.flatMap(({ comment, key, schedule, to }) => {
    if (seen.has(key)) return [{ comment, why: words.double }];
    seen.add(key);
    // A shift may last longer than was known when it was told, and must not be told again.
    return to < now - KEPT && !present.has(key) ? [{ comment, why: words.over(schedule) }] : [];
  });
}

function tell(
  { number }: Issue,
  { schedule, shift, key }: Present,
  ground: PublicationGround,
): { readonly effect: Effect; readonly unknown: readonly string[] } {
  const { now, policy, roles } = ground;
  const { login, from, to } = shift;
  const roleOf = (one: string): HeldRole | undefined => roles.get(one.toLowerCase());
  const reachable = roleOf(login) !== null;
  const behind = reachable ? [] : fallbackLogins(ground);
  const logins = behind.filter((one) => roleOf(one) !== null);
  const audience = { reachable, fallback: { name: policy.fallback, logins } };
  const text = shiftText(policy.language, { schedule, shift }, audience, now);
  return {
    unknown: [login, ...behind].filter((one) => roleOf(one) === undefined),
    effect: {
      issue: number,
      do: 'comment',
      keys: [key],
      to: reachable ? [login] : logins,
      body: `${mark('shift', number, { schedule: schedule.name, from, to, login })}\n${text}`,
      why: oncallWordsOf(policy.language).did.told(login, schedule.name),
    },
  };
}
