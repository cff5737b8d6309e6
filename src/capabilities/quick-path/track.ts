import type { Moment } from '../../model/moment.ts';
import type { Scene, Track } from '../track.ts';
import type { Proposal } from '../triage/proposal.ts';

export interface QuickNeeds {
  readonly triage: Proposal;
  readonly resolution: { readonly gaps: readonly unknown[] };
  readonly said: { readonly quick: Moment | null };
}

/** Whoever foresaw that it is treated at once; by null is the policy. */
export const quickPathTrack: Track<null, Moment | null, QuickNeeds> = {
  start: () => null,
  result: (_, scene) => quickOf(scene),
};

/** That the policy foresees immediate treatment is decided at first sight, and not again because a text was edited. */
export function quickOf({ issue, policy, judge, states }: Scene<QuickNeeds>): Moment | null {
  if (states.said.quick) return states.said.quick;
  if (!policy.quickPath || states.resolution.gaps.length > 0) return null;
  const recorded = judge.recorded({ kind: 'decision', what: 'quick', since: null });
  const isForeseen = recorded ?? (states.triage.quick && judge.once('quick', null, issue.openedAt, () => true));
  return isForeseen ? { at: issue.openedAt, by: null, how: 'command', text: '' } : null;
}
