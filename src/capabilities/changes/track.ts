import type { Moment } from '../../model/moment.ts';
import type { Track } from '../track.ts';
import type { Culprit, Named } from './culprit.ts';
import { readSeen, type Seen } from './seen.ts';

/** What tells when it was mitigated, and whether somebody has named a change. */
export interface ChangesNeeds {
  readonly mitigation: { readonly mitigated: Moment | null };
  readonly resolution: { readonly resolved: Moment | null };
  readonly said: { readonly culprit: Named | null };
}

/** What changed before an incident. */
interface Changes {
  /** What was found when somebody looked; null before that. */
  readonly seen: Seen | null;
  /** The change that is held for what broke it: by somebody, or because it was reverted. */
  readonly culprit: Culprit | null;
}

export const changesTrack: Track<null, Changes, ChangesNeeds> = {
  start: () => null,
  result(_, { own, states }) {
    const seen = readSeen(own.record.seen?.changes);
    const { culprit: said } = states.said;
    const named = said?.change ? { ...said, change: said.change } : null;
    return { seen, culprit: named ?? (said === null ? revertedIn(seen, states) : null) };
  },
};

/** When users could work again, as it stands. */
export function mitigatedAt({ mitigation, resolution }: Omit<ChangesNeeds, 'said'>): number | null {
  return mitigation.mitigated?.at ?? resolution.resolved?.at ?? null;
}

/** The change that was reverted after the incident had begun, as long as it is mitigated. */
export function revertedIn(seen: Seen | null, states: Omit<ChangesNeeds, 'said'>): Culprit | null {
  const after = seen?.after;
  if (!after?.reverted || after.of !== mitigatedAt(states)) return null;
  return { change: { kind: 'pull-request', repository: null, number: after.reverted.number }, at: after.of, by: null };
}
