import type { Instant } from '../../calendar/calendar.ts';
import type { Moment } from '../../model/moment.ts';
import type { Ended } from '../resolution/track.ts';
import type { Scene, Track } from '../track.ts';

interface Needs {
  readonly resolution: { readonly resolved: Moment | null; readonly ended: Ended | null };
  readonly acknowledgement: { readonly current: Moment | null };
}

/**
 * Whether an alert has lasted for longer than it must before people are told, since the last end. Its recovery may end the incident,
 * and its return open it again.
 */
export const outlastedTrack: Track<boolean, boolean, Needs> = {
  start: () => false,
  on(before, event, scene) {
    if (event.kind === 'fired') refire(event.at, scene);
    return event.kind === 'recovered' ? recover(event.at, event.since, before, scene) || before : before;
  },
  reopen: () => false,
  result: (state) => state,
};

/** The alert is gone: that ends the incident if the policy says so, or if nobody had been told yet. Says whether it outlasted its hold. */
function recover(at: Instant, from: Instant, outlasted: boolean, scene: Scene<Needs>): boolean {
  const { judge, policy, states, emit } = scene;
  if (states.resolution.resolved || states.resolution.ended) return false;
  const { hold, recovery: effect } = policy.alerts;
  // Once people may have been told, a brief return of the alert heals nothing.
  const isHealed = hold > 0 && states.acknowledgement.current === null && !outlasted && at < from + hold;
  if (!judge.once('recovered', at, at, () => isHealed || effect !== 'record')) return at >= from + hold;
  emit({ kind: 'healed', at });
  return false;
}

/** The alert is back: shortly after its end, the same incident goes on. */
function refire(at: Instant, { judge, policy, states, emit }: Scene<Needs>): void {
  const { resolved, ended } = states.resolution;
  // What a bot has closed as stale, or a reporter, is not over because they said so.
  const end = resolved ?? (ended?.status === 'withdrawn' ? ended : null);
  if (!end || at <= end.at) return;
  if (!judge.once('fired', at, at, () => at - end.at <= policy.alerts.reopenWithin)) return;
  // Nobody has taken on what only went away for a while.
  emit({ kind: 'reopening', at, from: end.at, anew: states.acknowledgement.current === null });
}
