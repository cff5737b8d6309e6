import type { Instant, Interval } from '../../calendar/calendar.ts';
import { dueFrom } from '../../calendar/target.ts';
import type { PostMortemPolicy } from '../../capabilities/post-mortem/policy.ts';
import type { Policy } from '../../capabilities/policy.ts';
import type { Intent } from '../../capabilities/situation.ts';
import { wordsOf, type Words } from '../../capabilities/words.ts';
import type { Reader } from '../../text/time.ts';
import type { PostMortem, PostMortemGround } from './reading.ts';
import { postMortemWordsOf, type PostMortemWords } from './words.ts';

/** All that a rule about a post-mortem may look at. */
export interface PostMortemSituation {
  readonly now: Instant;
  readonly policy: Policy;
  readonly reader: Reader;
  readonly postMortem: PostMortem;
  readonly closings: PostMortemSituationGround['closings'];
  readonly holes: readonly Interval[];
  /** What it is due to be; null where nothing is. */
  readonly due: { readonly draft: Instant; readonly review: Instant; readonly publish: Instant | null };
  readonly words: PostMortemWords;
  /** What is said of incidents, which some of it is. */
  readonly common: Words;
}

/** One behaviour of post-mortems: what must happen, given how one stands. It performs nothing. */
export type PostMortemRule = (situation: PostMortemSituation) => readonly Intent[];

/** What deciding rests on besides the issue. */
export interface PostMortemSituationGround extends PostMortemGround {
  readonly now: Instant;
  /** Of which stretches of an incident nothing is on record, by its number; nothing of those that the run has not read. */
  readonly holes: ReadonlyMap<number, readonly Interval[]>;
}

/** Nothing has been asked. */
const NONE = new Map<never, never>();

export function postMortemSituationOf(
  postMortem: PostMortem,
  {
    policy,
    now,
    closings = NONE,
    holes = NONE,
  }: Pick<PostMortemSituationGround, 'policy' | 'now'> & Partial<PostMortemSituationGround>,
): PostMortemSituation {
  const { origin } = postMortem;
  const wanted = policy.priorities[origin.priority].postMortem ?? policy.priorities.P0.postMortem!;
  return {
    now,
    policy,
    reader: { language: policy.language, zone: policy.zone, today: now },
    postMortem,
    closings,
    holes: holes.get(origin.incident) ?? [],
    due: dueOf(wanted, origin.resolvedAt),
    words: postMortemWordsOf(policy.language),
    common: wordsOf(policy.language),
  };
}

function dueOf({ draft, review, publish }: PostMortemPolicy, resolvedAt: Instant): PostMortemSituation['due'] {
  return {
    draft: dueFrom(draft, resolvedAt),
    review: dueFrom(review, resolvedAt),
    publish: publish === null ? null : dueFrom(publish, resolvedAt),
  };
}
