import { argsOf } from '../../engine/command.ts';
import type { Moment } from '../../model/moment.ts';
import type { PostIncidentTrack } from '../event.ts';
import { waiveCommand } from './commands/waive.ts';

/** What became of it when somebody closed it. */
export interface Gate {
  /** When we opened it again, because it was closed too early. */
  readonly gated: number | null;
  /** Somebody entitled has closed it all the same. */
  readonly exception: Pick<Moment, 'at' | 'by'> | null;
  /** Action items without which it may be closed, by their numbers. */
  readonly waived: ReadonlyMap<number, { readonly by: string; readonly reason: string }>;
}

/** Follows who closes a post-mortem, and what may be left open then. */
export const gateTrack: PostIncidentTrack<Gate, Gate> = {
  start: () => ({ gated: null, exception: null, waived: new Map() }),
  on(state, event, { judge }) {
    const { at } = event;
    if (event.kind === 'reopened') return event.own ? { ...state, gated: at } : { ...state, exception: null };
    if (event.kind === 'closed' && !event.own && event.actor !== null && !event.actor.bot) {
      const by = event.actor.login;
      const stands = state.gated !== null && judge.isEntitled({ what: 'closed', about: null, since: at }, by, at);
      return stands === true ? { ...state, exception: { at, by } } : state;
    }
    const waive = event.kind === 'command' ? argsOf(event, waiveCommand) : null;
    if (waive === null || event.kind !== 'command') return state;
    return { ...state, waived: new Map([...state.waived, [waive.issue, { by: event.by, reason: waive.reason }]]) };
  },
  result: (state) => state,
};
