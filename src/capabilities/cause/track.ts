import type { Instant } from '../../calendar/calendar.ts';
import { culpritCommand } from '../changes/culprit.ts';
import { readSeen } from '../changes/seen.ts';
import { revertedIn, type ChangesNeeds } from '../changes/track.ts';
import { argsOf } from '../../engine/command.ts';
import type { Cause } from './policy.ts';
import { resolveCommand } from '../resolution/command.ts';
import type { Track } from '../track.ts';
import { causeCommand } from './command.ts';

interface State {
  readonly cause: Cause;
  readonly at: Instant;
  readonly by: string | null;
}

/** The cause, as it was named last, by itself or with the resolution. */
export const causeTrack: Track<State | null, State | null, ChangesNeeds> = {
  start: () => null,
  on(state, event, { policy }) {
    const named = argsOf(event, causeCommand)?.cause ?? argsOf(event, resolveCommand)?.cause;
    const culprit = argsOf(event, culpritCommand);
    // What somebody has named stays: a change may be to blame for more than it seems.
    if (culprit?.change && state === null && policy.changes?.cause && event.kind === 'command')
      return { cause: policy.changes.cause, at: event.at, by: event.by };
    return named && event.kind === 'command' ? { cause: named, at: event.at, by: event.by } : state;
  },
  reopen: () => null,
  result(state, { own, policy, states }) {
    const reverted = states.said.culprit === null ? revertedIn(readSeen(own.record.seen?.changes), states) : null;
    if (state !== null || reverted === null || !policy.changes?.cause) return state;
    return { cause: policy.changes.cause, at: reverted.at, by: null };
  },
};
