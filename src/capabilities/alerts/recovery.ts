import type { Instant, Interval } from '../../calendar/calendar.ts';
import type { Moment } from '../../model/moment.ts';
import { heldIn, type DuringNeeds } from '../maintenance/during.ts';
import type { Ended } from '../resolution/track.ts';
import type { Scene, Track } from '../track.ts';
import { isSeen, type AlertNeeds } from './wait.ts';

interface Needs extends Omit<AlertNeeds, 'said'>, Pick<DuringNeeds, 'category' | 'said' | 'triage'> {
  readonly resolution: {
    readonly resolved: Moment | null;
    readonly ended: Ended | null;
    readonly reopenedAt: Instant | null;
    readonly refused: Moment | null;
  };
  readonly acknowledgement: { readonly current: Moment | null };
}

interface State {
  /** Whether it has lasted since the last end for longer than it must before people are told. */
  readonly outlasted: boolean;
  readonly healed: readonly Interval[];
}

/** The recovery of an alert may end its incident, and its return open it again. The result are the times in which it healed by itself. */
export const healedTrack: Track<State, readonly Interval[], Needs> = {
  start: () => ({ outlasted: false, healed: [] }),
  on(state, event, scene) {
    if (event.kind === 'fired') refire(event.at, scene);
    return event.kind === 'recovered' ? recover(event.at, event.since, state, scene) : state;
  },
  reopen: (state) => ({ ...state, outlasted: false }),
  result: ({ healed }) => healed,
};

/** The alert is gone: that ends the incident if the policy says so, or if nobody had been told yet. */
function recover(at: Instant, from: Instant, state: State, scene: Scene<Needs>): State {
  const { judge, policy, states, emit } = scene;
  if (states.resolution.resolved || states.resolution.ended) return { ...state, outlasted: false };
  const { hold, recovery: effect } = policy.alerts;
  const isNew = judge.recorded({ kind: 'decision', what: 'recovered', since: at }) === undefined;
  // Once people may have been told, a brief return of the alert heals nothing.
  const isUntold = states.acknowledgement.current === null && !state.outlasted && !isSeen(scene);
  const held = isNew && isUntold ? heldIn(scene) : null;
  const isHeld = at < from + hold || (held !== null && held.from <= at && at < held.to);
  const heals = isNew && isUntold && isHeld && judge.once('healed', at, at, () => true);
  const isHealed = heals || judge.recorded({ kind: 'decision', what: 'healed', since: at }) === true;
  const ends = judge.once('recovered', at, at, () => isHealed || effect !== 'record');
  if (ends) emit({ kind: 'healed', at });
  return {
    outlasted: !ends && (state.outlasted || at >= from + hold),
    healed: isHealed ? [...state.healed, { from, to: at }] : state.healed,
  };
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
