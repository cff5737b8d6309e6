import type { Key } from '../engine/keys.ts';
import type { Instant, Interval } from '../calendar/calendar.ts';
import type { AlertLog } from './alerts/log.ts';
import type { Seen } from './changes/seen.ts';
import type { Knowledge } from './track.ts';
import type { Incident } from './incident.ts';
import type { Attempted } from '../notify/send.ts';
import type { Words } from './words.ts';
import type { Policy } from './policy.ts';
import type { Clocks } from './clocks/clocked.ts';
import type { Steps } from './clocks/clocked.ts';
import type { Effect } from '../engine/effect.ts';
import type { Repository } from '../model/repository.ts';
import type { Reader } from '../text/time.ts';

/** What was done for an incident outside of it. What was not tried is left out. */
export interface Looked {
  /** What was found that changed, before the impact and since; null if that failed. */
  readonly before?: Seen | null;
  readonly after?: Seen | null;
  /** That a rollback is about to be started. */
  readonly begun?: true;
  /** That a rollback was started, and to what; or why it was not: that nobody knows what to, that GitHub gave no answer, or in words. */
  readonly rollback?: {
    readonly problem: 'nowhere' | 'unanswered' | (string & {}) | null;
    readonly sha: string | null;
  };
}

/** Another incident, as far as decisions about this one depend on it. */
export interface Neighbour {
  readonly number: number;
  readonly id: string;
  readonly openedAt: Instant;
  /** Open, and neither resolved nor ended. */
  readonly isLive: boolean;
  /** Times between an end and a reopening. */
  readonly gaps: readonly Interval[];
  /** Closed as a duplicate. */
  readonly isDuplicate: boolean;
  /** The number of the incident that it is a duplicate of, as a comment says. */
  readonly duplicateOf: number | null;
  readonly confidential: boolean;
  readonly category: string | null;
  /** What the report names, foreign text. */
  readonly system: string | null;
  readonly cause: string | null;
  /** Whether it is one of those that may recur: no duplicate, none that was dismissed or withdrawn, nothing confidential. */
  readonly counts: boolean;
  /** The number of its problem ticket; null if it has none. */
  readonly problem: number | null;
  /** Whether a problem ticket was proposed on it. */
  readonly hasProposal: boolean;
  readonly alert: AlertLog | null;
}

/** The incidents of a run: read only when somebody asks, so that what is urgent waits for none of the others. */
export interface Neighbours {
  readonly all: () => readonly Neighbour[];
  /** Those that a monitoring system has opened. */
  readonly alerts: () => readonly Neighbour[];
}

/** All that a rule may look at: one incident, at one instant, under one policy. */
export interface Situation {
  readonly now: Instant;
  readonly policy: Policy;
  /** Whoever reads what is written now. */
  readonly reader: Reader;
  readonly repository: Repository;
  readonly knowledge: Knowledge;
  /** What became of the pages of this run, by `pageKey`. */
  readonly pages: ReadonlyMap<string, Attempted>;
  /** Until when the watch that is under way lasts; null if there is none. */
  readonly watchedUntil: Instant | null;
  /** What this run has done for the incident outside of it; null where nothing can be. */
  readonly looked: Looked | null;
  /** The other incidents that this run has read, oldest first. */
  readonly neighbours: readonly Neighbour[];
  /** Of those, what a monitoring system has opened. */
  readonly alerts: readonly Neighbour[];
  readonly incident: Incident;
  readonly clocks: Clocks;
  readonly steps: Steps;
  readonly words: Words;
}

/** Something that people must be told, once. All notices of an incident to one audience in one pass become one comment. */
export interface Notice {
  readonly do: 'tell';
  /** Proofs that it went out: told never again under any of these. */
  readonly keys: readonly Key[];
  /** Logins that are mentioned live. */
  readonly to: readonly string[];
  /** The first line: what is asked of them, in bold. Markdown; foreign text in it is already harmless. */
  readonly ask: string;
  /** What they need to know, in order. */
  readonly lines: readonly string[];
  /** Sentences that only explain, such as why it goes to whom: small, as the last line of the comment. */
  readonly small?: readonly string[];
  readonly why: string;
  /** Whether it goes out through the notifiers of the policy too: somebody must be woken. */
  readonly page?: boolean | 'test';
  /** Said in the run as an error: somebody must look even if the comment reaches nobody. */
  readonly alarm?: string;
  /** Whether it says what stands nowhere else, and must be said in full. */
  readonly unique?: boolean;
  /**
   * Whom it is for, where that is not those who work on the incident: who reported it, who is kept informed, who wrote what is answered.
   * Each audience has comments of its own.
   */
  readonly audience?: 'reporter' | 'management' | 'author';
  /** Whether it may be the first that its readers hear of the incident: what that is about is said with it. */
  readonly introduces?: boolean;
}

/** Whether nobody is to be told of an incident yet. */
export function isHeld({ incident, now }: Pick<Situation, 'incident' | 'now'>): boolean {
  return (
    incident.mute.until !== null &&
    now < incident.mute.until &&
    !incident.resolution.resolved &&
    !incident.resolution.ended
  );
}

/** What a rule asks for. */
export type Intent = Notice | Effect;

/** One behaviour: a function from a situation to what must happen. It performs nothing. */
export type Rule = (situation: Situation) => readonly Intent[];
