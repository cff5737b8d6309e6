import type { Interval } from '../calendar/calendar.ts';
import type { Policy } from '../policy/policy.ts';
import type { Hold, Moment, PriorityPeriod, Silence } from './incident.ts';
import type { Issue } from './issue.ts';

/** The end of the longest wait: of an alert for its duration, of a treatment at once for its window. */
export function holdOf(
  policy: Policy,
  { openedAt }: Issue,
  periods: readonly PriorityPeriod[],
  episodes: readonly Interval[],
  quick: Moment | null,
  silence: Silence | null,
): Hold | null {
  const holds: Hold[] = [];
  const fired = episodes.at(-1)?.from;
  if (fired !== undefined && policy.alerts.hold > 0)
    holds.push({ until: Math.max(fired, openedAt) + policy.alerts.hold, why: 'alert' });
  // Who sets another priority afterwards sees it otherwise.
  const changed =
    quick !== null && periods.some(({ from, by }) => from > quick.at && by !== null && !by.endsWith('[bot]'));
  if (quick && policy.quickPath && !changed) holds.push({ until: quick.at + policy.quickPath.ms, why: 'quick' });
  if (silence) holds.push({ until: silence.until, why: 'silence' });
  return holds.toSorted((a, b) => b.until - a.until)[0] ?? null;
}
