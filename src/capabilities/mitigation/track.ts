import { argsOf } from '../../engine/command.ts';
import type { Moment } from '../../model/moment.ts';
import type { IncidentEvent, Track } from '../track.ts';
import { mitigateCommand, restoredCommand, workaroundCommand } from './command.ts';

interface State {
  readonly workaround: Moment | null;
  readonly mitigated: Moment | null;
  readonly restored: Moment | null;
}

/** That users can work again, that they are no longer harmed, that lost data is back. */
export const mitigationTrack: Track<State, State> = {
  start: () => ({ workaround: null, mitigated: null, restored: null }),
  on(state, event, { policy }) {
    if (event.kind === 'labeled' || event.kind === 'unlabeled') {
      if (event.own || event.label !== policy.labels.mitigated) return state;
      if (event.kind === 'unlabeled') return { ...state, mitigated: null };
      return end(state, { at: event.at, by: event.actor?.login ?? null, how: 'label', text: '' });
    }
    const [workaround, mitigated, restored] = [workaroundCommand, mitigateCommand, restoredCommand].map((it) =>
      momentOf(event, it),
    );
    if (workaround) return { ...state, workaround: state.workaround ?? workaround };
    if (mitigated) return end(state, mitigated);
    return restored ? { ...state, restored: state.restored ?? restored } : state;
  },
  reopen: (state) => ({ ...state, mitigated: null }),
  result: (state) => state,
};

/** Users are no longer harmed, by whatever means: that is a workaround too. */
function end(state: State, moment: Moment): State {
  return { ...state, mitigated: state.mitigated ?? moment, workaround: state.workaround ?? moment };
}

function momentOf(event: IncidentEvent, command: typeof mitigateCommand): Moment | null {
  const said = argsOf(event, command);
  return said && event.kind === 'command' ? { at: event.at, by: event.by, how: 'command', text: said.text } : null;
}
