import type { Instant } from '../calendar/calendar.ts';
import type { Verdict } from '../incident/record.ts';
import type { Situation } from '../plan/situation.ts';
import type { ClockName, Priority } from '../policy/policy.ts';
import { duration, shortInstant } from './time.ts';

type Sight = Pick<Situation, 'policy' | 'words'>;

/** Below this a breach counts as noticed when it happened. In milliseconds. */
const AT_ONCE = 60_000;

/** A verdict in words: met with its margin, or missed with the true moment and how much later a run first saw it. */
export function verdictText(situation: Sight, verdict: Verdict): string {
  const { policy, words } = situation;
  const { met, at, due, seen, clock, priority } = verdict;
  if (met) return words.card.met(shortInstant(policy, at), between(situation, clock, priority, at, due));
  const lag = seen - at >= AT_ONCE ? duration(policy.language, seen - at) : null;
  return words.card.missed(shortInstant(policy, at), lag);
}

/** The time between two instants as a clock counts it: open time of its calendar, in words. */
export function between({ policy }: Sight, clock: ClockName, priority: Priority, from: Instant, to: Instant): string {
  const calendar = policy.priorities[priority].clocks[clock]?.calendar;
  return duration(policy.language, calendar ? calendar.between(from, to) : to - from);
}
