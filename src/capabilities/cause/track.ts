import type { Instant } from '../../calendar/calendar.ts';
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
export const causeTrack: Track<State | null, State | null> = {
  start: () => null,
  on(state, event) {
    const named = argsOf(event, causeCommand)?.cause ?? argsOf(event, resolveCommand)?.cause;
    return named && event.kind === 'command' ? { cause: named, at: event.at, by: event.by } : state;
  },
  reopen: () => null,
  result: (state) => state,
};
