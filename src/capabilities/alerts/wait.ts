import type { Instant } from '../../calendar/calendar.ts';
import type { Moment } from '../../model/moment.ts';
import { wasSetAfter, type Decisions, type Wait } from '../mute/wait.ts';
import { episodesOf, type AlertLog } from './log.ts';

interface Needs extends Decisions {
  readonly alert: AlertLog | null;
  readonly resolution: { readonly reopenedAt: Instant | null };
}

/** An alert must last for as long as the policy says. Whoever sets a priority or a level sees it otherwise. */
export const alertWait: Wait<Needs> = {
  until({ issue, policy, states }) {
    const fired = states.alert ? episodesOf(states.alert).at(-1)?.from : undefined;
    if (fired === undefined || policy.alerts.hold === 0) return null;
    if (wasSetAfter(issue, states, states.resolution.reopenedAt ?? issue.openedAt)) return null;
    return Math.max(fired, issue.openedAt) + policy.alerts.hold;
  },
  window: ({ policy, states }) => (states.alert ? policy.alerts.hold : 0),
};

/** Whether the incident was an alert that went away before it had lasted: nobody was told, and nothing is to be learned. */
export function isHealed({
  resolution: { resolved },
  mute,
}: {
  readonly resolution: { readonly resolved: Moment | null };
  readonly mute: { readonly waits: { readonly alert?: Instant | null } };
}): boolean {
  const until = mute.waits.alert ?? null;
  return resolved?.how === 'recovered' && until !== null && resolved.at < until;
}
