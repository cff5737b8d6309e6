import type { Instant } from '../../calendar/calendar.ts';
import type { Issue } from '../../model/issue.ts';
import { isBot } from '../../model/login.ts';
import type { PriorityPeriod } from '../../model/periods.ts';
import type { Scene } from '../track.ts';
import type { Assessment } from '../priority/command.ts';
import type { Silence } from './command.ts';

/** A reason to tell nobody of an incident yet. */
export interface MuteWait<Needs> {
  /** Until when; null if it does not apply, or somebody has seen it otherwise since. */
  readonly until: (scene: Scene<Needs>) => Instant | null;
  /** How long after the opening it may last, in milliseconds, whether or not somebody has ended it since; 0 if it does not apply. */
  readonly window: (scene: Scene<Needs>) => number;
}

/** Somebody has asked for silence; that goes on whatever is set meanwhile. */
export const silenceWait: MuteWait<{ readonly said: { readonly silence: Silence | null } }> = {
  until: ({ states }) => states.said.silence?.until ?? null,
  window: () => 0,
};

/** What tells whether somebody has decided about the incident. */
export interface Decisions {
  readonly priority: { readonly periods: readonly PriorityPeriod[] };
  readonly levels: { readonly periods: readonly { readonly from: Instant; readonly by: string | null }[] };
  readonly said: { readonly priority: readonly Assessment[] };
}

/**
 * When somebody first set a priority or a level since, null if nobody did: any `person`, or `anybody` but us, be it a bot. What we set
 * follows from the policy.
 */
export function setAfter(
  { timeline }: Issue,
  { priority, levels, said }: Decisions,
  since: Instant,
  whom: 'person' | 'anybody',
): Instant | null {
  const ours = new Set(timeline.flatMap(({ own, actor }) => (own && actor ? [actor.login] : [])));
  const counts = ({ by, own }: PriorityPeriod): boolean =>
    !own && !ours.has(by ?? '') && (whom === 'anybody' || (by !== null && !isBot(by)));
  // Whoever names the priority that it has already has looked at it.
  const named = said.priority.filter(({ by }) => !isBot(by)).map(({ at }) => ({ from: at }));
  const times = [...priority.periods.filter(counts), ...levels.periods.filter(({ by }) => by !== null), ...named]
    .map(({ from }) => from)
    .filter((from) => from > since);
  return times.length === 0 ? null : Math.min(...times);
}

/** Whether somebody has. */
export function wasSetAfter(...given: Parameters<typeof setAfter>): boolean {
  return setAfter(...given) !== null;
}
