import type { Instant } from '../../calendar/calendar.ts';
import type { Issue } from '../../model/issue.ts';
import type { Moment } from '../../model/moment.ts';
import type { PriorityPeriod } from '../../model/periods.ts';
import { episodesOf, type AlertLog } from '../alerts/log.ts';
import { quickOf } from '../quick-path/track.ts';
import type { Scene, Track } from '../track.ts';
import type { Proposal } from '../triage/proposal.ts';
import type { Silence } from './command.ts';

/** Until when nobody is told of an incident: an alert must last first, it is foreseeably treated at once, or somebody says so. */
export interface Hold {
  readonly until: Instant;
  readonly why: 'alert' | 'quick' | 'silence';
  /** Until when the alert must last, if one must. */
  readonly alert: Instant | null;
}

interface Needs {
  readonly alert: AlertLog | null;
  readonly triage: Proposal;
  readonly priority: { readonly periods: readonly PriorityPeriod[] };
  readonly levels: { readonly periods: readonly { readonly from: Instant; readonly by: string | null }[] };
  readonly resolution: { readonly gaps: readonly unknown[]; readonly reopenedAt: Instant | null };
  readonly said: { readonly quick: Moment | null; readonly silence: Silence | null };
}

/** Until when notifications are held back. */
export const mute: Track<null, Hold | null, Needs> = {
  start: () => null,
  result: (_, scene) => holdOf(scene),
};

/**
 * The end of the longest wait: of an alert for its duration, of a treatment at once for its window. Whoever sets a priority or a
 * level afterwards sees it otherwise, be it a bot; only the silence that somebody has asked for goes on.
 */
function holdOf(scene: Scene<Needs>): Hold | null {
  const { issue, policy, states } = scene;
  const quick = quickOf(scene);
  const { silence } = states.said;
  const holds: Pick<Hold, 'until' | 'why'>[] = [];
  const fired = (states.alert ? episodesOf(states.alert) : []).at(-1)?.from;
  const isDecided = wasSetAfter(issue, states, states.resolution.reopenedAt ?? issue.openedAt);
  const alert =
    fired === undefined || policy.alerts.hold === 0 || isDecided
      ? null
      : Math.max(fired, issue.openedAt) + policy.alerts.hold;
  if (alert !== null) holds.push({ until: alert, why: 'alert' });
  // A rule for small things does not know what is big; a person who says so does.
  const isBig = quick?.by === null && states.priority.periods.at(-1)!.priority === 'P0';
  if (quick && policy.quickPath && !isBig && !wasSetAfter(issue, states, quick.at))
    holds.push({ until: quick.at + policy.quickPath.ms, why: 'quick' });
  if (silence) holds.push({ until: silence.until, why: 'silence' });
  const [longest] = holds.toSorted((a, b) => b.until - a.until);
  return longest ? { ...longest, alert } : null;
}

/** Whether the incident was an alert that went away before it had lasted: nobody was told, and nothing is to be learned. */
export function isHealed({ resolution: { resolved }, mute: hold }: Healing): boolean {
  return resolved?.how === 'recovered' && hold !== null && hold.alert !== null && resolved.at < hold.alert;
}

interface Healing {
  readonly resolution: { readonly resolved: Moment | null };
  readonly mute: Hold | null;
}

/** Whether a priority or a level was set since by anybody but us: what we set follows from the policy. */
function wasSetAfter({ timeline }: Issue, { priority, levels }: Needs, since: Instant): boolean {
  const ours = new Set(timeline.flatMap(({ own, actor }) => (own && actor ? [actor.login] : [])));
  return (
    priority.periods.some(({ from, by }) => from > since && !ours.has(by ?? '')) ||
    levels.periods.some(({ from, by }) => from > since && by !== null)
  );
}
