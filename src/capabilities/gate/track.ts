import { argsOf } from '../../engine/command.ts';
import type { Moment } from '../../model/moment.ts';
import type { Track } from '../track.ts';
import { freezeCommand, unfreezeCommand } from './command.ts';

/** Since when an incident lets deployments through, by whom and why; null while nobody has said so. */
interface Deployments {
  readonly allowed: Moment | null;
}

export const deploymentsTrack: Track<Deployments, Deployments> = {
  start: () => ({ allowed: null }),
  on(state, event, { policy }) {
    if (event.kind === 'labeled' || event.kind === 'unlabeled') {
      // Ours only follows what was said.
      if (event.own || event.label !== policy.labels.deployAnyway) return state;
      if (event.kind === 'unlabeled') return { allowed: null };
      return { allowed: state.allowed ?? { at: event.at, by: event.actor?.login ?? null, how: 'label', text: '' } };
    }
    if (event.kind !== 'command') return state;
    const said = argsOf(event, unfreezeCommand);
    if (said) return { allowed: { at: event.at, by: event.by, how: 'command', text: said.text } };
    return argsOf(event, freezeCommand) ? { allowed: null } : state;
  },
  // What is broken again was not what somebody had in mind.
  reopen: () => ({ allowed: null }),
  result: (state) => state,
};
