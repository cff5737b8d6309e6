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

/** What a run that was started has not done is left to another one after this long, then after twice that, and so on. In milliseconds. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [MINUTE, 16 * MINUTE];

/** What a watch knows. Every instant is by GitHub's clock. */
export interface Known {
  /** When something is due first, up to the horizon of the policy; null if nothing is. */
  readonly due: Instant | null;
  readonly readAt: Instant;
  /** For how long it is not read again, in milliseconds. */
  readonly rest: number;
  /** Whether anything has changed since it was read. */
  readonly isChanged: boolean;
  /** When the watch ends, whatever is due, and whether that is because its minutes are spent. */
  readonly end: Instant;
  readonly isSpent: boolean;
  /** When a run was last started for what was due then, and how many in a row have left something due. */
  readonly startedAt: Instant;
  readonly starts: number;
}

/** What a watch does next. */
export type Step =
  | { readonly do: 'read' }
  | { readonly do: 'start' }
  | { readonly do: 'end'; readonly why: Watched['end'] }
  | { readonly do: 'sleep'; readonly ms: number };

/** What a watch does at an instant, by what it knows. */
export function nextStep(known: Known, now: Instant): Step {
  const { due, readAt, rest, isChanged, end, isSpent, startedAt, starts } = known;
  const sleep = (...until: readonly Instant[]): Step => ({
    do: 'sleep',
    ms: Math.max(SECOND, Math.min(EVERY, end - now, ...until.map((at) => at - now))),
  });
  if (now >= end) return { do: 'end', why: isSpent ? 'spent' : 'handed-over' };
  if (isChanged && now - readAt >= rest) return { do: 'read' };
  // What has changed may make something due.
  if (due === null) return isChanged ? sleep(readAt + rest) : { do: 'end', why: 'idle' };
  const pause = starts === 0 ? 0 : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (starts - 1));
  const at = Math.max(due, startedAt + pause);
  return now >= at ? { do: 'start' } : sleep(at);
}
