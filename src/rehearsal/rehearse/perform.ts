import type { Instant } from '../../calendar/calendar.ts';
import type { Category } from '../../capabilities/category/policy.ts';
import type { Policy } from '../../capabilities/policy.ts';
import type { Priority } from '../../model/priority.ts';
import { castOf } from './cast.ts';
import { organisationOf, type RehearsalGround, type Lacking, type Ownership } from './ground.ts';
import { nextFriday } from './openings.ts';
import { programme, programmeJson } from './programme.ts';
import { rehearse, UnplayableError, type Rehearsal } from './rehearse.ts';
import { storiesOf } from './stories.ts';
import { readStory } from './story-file.ts';

/** What somebody wants to see rehearsed. */
export interface WantedAct {
  readonly policy: Policy;
  /** The text that the policy was read from; null for the built-in one. */
  readonly text: string | null;
  readonly ownership: Ownership;
  readonly lacking: Lacking;
  readonly now: Instant;
  /** When it begins; null is the next Friday at 18:30 in the zone of the policy. */
  readonly at: Instant | null;
  /** A story of one's own, or which of the built-in ones. */
  readonly play:
    | { readonly file: string; readonly text: string }
    | { readonly priorities: readonly Priority[]; readonly category: Category | null; readonly isShort?: boolean };
}

/** What came of it, for people and for programs; or why it cannot be played, line by line. */
export type Performed =
  | { readonly ok: true; readonly lines: readonly string[]; readonly json: object; readonly isReached: boolean }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Plays what is wanted. */
export async function performRehearsals(wanted: WantedAct): Promise<Performed> {
  const { policy, text, ownership, lacking, now, at, play } = wanted;
  const [{ person }, organisation] = [ownership, organisationOf(ownership)];
  const cast = castOf(policy, { others: person === null ? [] : [person], organisation });
  const ground: RehearsalGround = { policy, text, ownership, lacking, cast };
  const story = 'file' in play ? readStory({ policy, organisation, file: play.file, text: play.text, now, at }) : null;
  if (story?.ok === false) return story;
  const stage = story ? { ...ground, cast: story.cast } : ground;
  const plots = 'file' in play ? [] : storiesOf(ground, { ...play, at: at ?? nextFriday(policy, now) });
  const rehearsals: Rehearsal[] = [];
  try {
    for (const plot of story ? [story.plot] : plots) rehearsals.push(await rehearse(stage, plot));
  } catch (error) {
    if (!(error instanceof UnplayableError)) throw error;
    return { ok: false, problems: [error.message] };
  }
  const isReached = rehearsals.every(({ unreached }) => unreached.length === 0);
  const { language, zone } = policy;
  return {
    ok: true,
    lines: programme(policy, rehearsals),
    json: { version: 1, ok: isReached, language, timezone: zone, rehearsals: programmeJson(rehearsals) },
    isReached,
  };
}
