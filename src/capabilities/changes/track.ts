import type { Track } from '../track.ts';
import type { Culprit } from './culprit.ts';
import { readSeen, type Seen } from './seen.ts';

interface Needs {
  readonly said: { readonly culprit: Culprit | null };
}

/** What changed before an incident. */
interface Changes {
  /** What was found when somebody looked; null before that. */
  readonly seen: Seen | null;
  /** The change that is held for what broke it: by somebody, or because it was reverted. */
  readonly culprit: Culprit | null;
}

export const changesTrack: Track<null, Changes, Needs> = {
  start: () => null,
  result(_, { own, states }) {
    const seen = readSeen(own.record.seen?.changes);
    return { seen, culprit: states.said.culprit ?? revertedIn(seen) };
  },
};

/** The change that was reverted after the incident had begun. */
export function revertedIn(seen: Seen | null): Culprit | null {
  const after = seen?.after;
  if (!after?.reverted) return null;
  return { change: { kind: 'pull-request', repository: null, number: after.reverted.number }, at: after.of, by: null };
}
