import type { Instant, Interval } from '../../calendar/calendar.ts';
import type { Moment } from '../../model/moment.ts';
import { wasSetAfter, type Decisions, type MuteWait } from '../mute/wait.ts';
import type { Scene } from '../track.ts';
import { episodesOf, type AlertLog } from './log.ts';

export interface AlertNeeds extends Decisions {
  readonly alert: AlertLog | null;
  readonly resolution: { readonly reopenedAt: Instant | null };
}

/** An alert must last for as long as the policy says. A person who sets a priority or a level sees it otherwise. */
export const alertWait: MuteWait<AlertNeeds> = {
  until(scene) {
    const { issue, policy, states } = scene;
    const fired = states.alert ? episodesOf(states.alert).at(-1)?.from : undefined;
    if (fired === undefined || policy.alerts.hold === 0 || isSeen(scene)) return null;
    return Math.max(fired, issue.openedAt) + policy.alerts.hold;
  },
  window: ({ policy, states }) => (states.alert ? policy.alerts.hold : 0),
};

/** Whether a person has said, since it opened, that it need not last. */
export function isSeen({ issue, states }: Pick<Scene<AlertNeeds>, 'issue' | 'states'>): boolean {
  return wasSetAfter(issue, states, states.resolution.reopenedAt ?? issue.openedAt, 'person');
}

/** Whether the incident was an alert that went away before it had lasted: nobody was told, and nothing is to be learned. */
export function isHealed({
  resolution: { resolved },
  healed,
}: {
  readonly resolution: { readonly resolved: Moment | null };
  readonly healed: readonly Interval[];
}): boolean {
  return resolved?.how === 'recovered' && healed.some(({ to }) => to === resolved.at);
}
