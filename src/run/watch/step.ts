import type { Instant } from '../../calendar/calendar.ts';
import { MINUTE, SECOND } from '../../calendar/length.ts';
import type { Watched } from '../report.ts';

/** How often a watch looks whether anything has changed: 180 points an hour, of 1,000. In milliseconds. */
export const EVERY = 20 * SECOND;

/**
 * After how long all incidents are read again, however much changes: that costs several points each time, and where there are very many
 * incidents so many that the runs which act would have none left. `allowance` is the share of the hour's that is. In milliseconds.
 */
export function restAfterReading(allowance: number): number {
  if (allowance > 0.6) return MINUTE;
  return (allowance > 0.4 ? 5 : 15) * MINUTE;
}

/** What a run that was started has left due is tried again after this long, then after twice that, and so on. In milliseconds. */
const FIRST_PAUSE = MINUTE;

/** What so many runs have left due will not be done, such as a comment on a locked issue: it keeps no watch going. */
const MOST_TRIES = 5;

/** How many runs were started for what is due about an incident and have left it so, and when the last one was. */
export interface Tries {
  readonly count: number;
  readonly at: Instant;
}

/** When the next run is to be started, by when something is due about each incident, and what was tried; null if for none of them. */
export function nextStart(dues: ReadonlyMap<number, Instant>, tries: ReadonlyMap<number, Tries>): Instant | null {
  const starts = [...dues].flatMap(([number, due]) => {
    const tried = tries.get(number);
    if (tried === undefined) return [due];
    return tried.count >= MOST_TRIES ? [] : [Math.max(due, tried.at + FIRST_PAUSE * 2 ** (tried.count - 1))];
  });
  return starts.length === 0 ? null : Math.min(...starts);
}

/** What a watch knows. Every instant is by GitHub's clock. */
export interface WatchKnowledge {
  /** When a run is to be started; null if nothing is due up to the horizon of the policy. */
  readonly due: Instant | null;
  /** Until when it waits though nothing is due: somebody may answer a page; null if nobody can. */
  readonly waits: Instant | null;
  readonly readAt: Instant;
  /** For how long it is not read again, in milliseconds. */
  readonly rest: number;
  /** Whether anything has changed since it was read. */
  readonly isChanged: boolean;
  /** When the watch ends, whatever is due, and whether that is because its minutes are spent. */
  readonly end: Instant;
  readonly isSpent: boolean;
}

/** What a watch does next. */
export type WatchStep =
  | { readonly do: 'read' }
  | { readonly do: 'start' }
  | { readonly do: 'end'; readonly why: Watched['end'] }
  | { readonly do: 'sleep'; readonly ms: number };

/** What a watch does at an instant, by what it knows. */
export function nextStep(
  { due, waits, readAt, rest, isChanged, end, isSpent }: WatchKnowledge,
  now: Instant,
): WatchStep {
  const sleep = (until: Instant): WatchStep => ({
    do: 'sleep',
    ms: Math.max(SECOND, Math.min(EVERY, end - now, until - now)),
  });
  if (now >= end) return { do: 'end', why: isSpent ? 'spent' : 'handed-over' };
  if (isChanged && now - readAt >= rest) return { do: 'read' };
  // What has changed may make something due.
  if (due === null && isChanged) return sleep(readAt + rest);
  if (due === null) return waits !== null && now < waits ? sleep(waits) : { do: 'end', why: 'idle' };
  return now >= due ? { do: 'start' } : sleep(due);
}
