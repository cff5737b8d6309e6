import type { Instant, Interval } from '../../calendar/calendar.ts';
import type { Policy } from '../policy.ts';
import type { Hold, Incident, LevelPeriod, PriorityPeriod, Silence } from '../incident.ts';
import type { Moment } from '../../model/moment.ts';
import type { Issue } from '../../model/issue.ts';

/** What waits depend on. */
interface Waits {
  readonly periods: readonly PriorityPeriod[];
  readonly levels: readonly LevelPeriod[];
  readonly episodes: readonly Interval[];
  readonly quick: Moment | null;
  readonly silence: Silence | null;
  readonly reopenedAt: Instant | null;
}

/**
 * The end of the longest wait: of an alert for its duration, of a treatment at once for its window. Whoever sets a priority or a
 * level afterwards sees it otherwise, be it a bot; only the silence that somebody has asked for goes on.
 */
export function holdOf(policy: Policy, issue: Issue, waits: Waits): Hold | null {
  const { episodes, quick, silence, reopenedAt, periods } = waits;
  const holds: Pick<Hold, 'until' | 'why'>[] = [];
  const fired = episodes.at(-1)?.from;
  const isDecided = wasSetAfter(issue, waits, reopenedAt ?? issue.openedAt);
  const alert =
    fired === undefined || policy.alerts.hold === 0 || isDecided
      ? null
      : Math.max(fired, issue.openedAt) + policy.alerts.hold;
  if (alert !== null) holds.push({ until: alert, why: 'alert' });
  // A rule for small things does not know what is big; a person who says so does.
  const isBig = quick?.by === null && periods.at(-1)!.priority === 'P0';
  if (quick && policy.quickPath && !isBig && !wasSetAfter(issue, waits, quick.at))
    holds.push({ until: quick.at + policy.quickPath.ms, why: 'quick' });
  if (silence) holds.push({ until: silence.until, why: 'silence' });
  const [longest] = holds.toSorted((a, b) => b.until - a.until);
  return longest ? { ...longest, alert } : null;
}

/** Whether the incident was an alert that went away before it had lasted: nobody was told, and nothing is to be learned. */
export function isHealed({ resolved, hold }: Pick<Incident, 'resolved' | 'hold'>): boolean {
  return resolved?.how === 'recovered' && hold !== null && hold.alert !== null && resolved.at < hold.alert;
}

/** Whether a priority or a level was set since by anybody but us: what we set follows from the policy. */
function wasSetAfter({ timeline }: Issue, { periods, levels }: Waits, since: Instant): boolean {
  const ours = new Set(timeline.flatMap(({ own, actor }) => (own && actor ? [actor.login] : [])));
  return (
    periods.some(({ from, by }) => from > since && !ours.has(by ?? '')) ||
    levels.some(({ from, by }) => from > since && by !== null)
  );
}
