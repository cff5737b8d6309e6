import type { Instant, Interval } from '../../calendar/calendar.ts';
import { argsOf } from '../../engine/command.ts';
import type { EventOf } from '../../model/issue.ts';
import type { Moment } from '../../model/moment.ts';
import type { Priority } from '../../model/priority.ts';
import type { Scene, Track } from '../track.ts';
import { reopenCommand } from '../closing/command.ts';
import { dismissCommand, resolveCommand } from './command.ts';

/** `dismissed` was no incident, or a duplicate; `withdrawn` was closed by a reporter or a bot that could not judge that. */
export interface Ended extends Moment {
  readonly status: 'dismissed' | 'withdrawn';
}

interface State {
  /** The end of the work, whether or not the issue is closed. */
  readonly resolved: Moment | null;
  readonly ended: Ended | null;
  /** When somebody first resolved it since the last reopening; that an alert went away does not mean that anybody is there. */
  readonly confirmed: Moment | null;
  readonly closedAt: Instant | null;
  /** When somebody first closed it who may not end it, and that ended nothing. */
  readonly withdrawal: Moment | null;
  /** Times between an end and a reopening: no clock counts them. */
  readonly gaps: readonly Interval[];
  readonly reopenedAt: Instant | null;
  /** Who said by command that it was not over, the last time that it was reopened so. */
  readonly refused: Moment | null;
  /** Whether we closed it as a duplicate. */
  readonly folded: boolean;
}

interface Needs {
  readonly vouched: { readonly first: object | null };
  readonly priority: { readonly periods: readonly { readonly priority: Priority }[] };
}

interface Result {
  readonly resolved: Moment | null;
  readonly ended: Ended | null;
  /** When the issue was last closed, if it is. */
  readonly closedAt: Instant | null;
  readonly withdrawal: Moment | null;
  readonly gaps: readonly Interval[];
  /** How often it was reopened, and when last. */
  readonly reopened: number;
  readonly reopenedAt: Instant | null;
  /** Who said by command that it was not over, if it was reopened so. */
  readonly refused: Moment | null;
  /** Whether we closed it as a duplicate of an older one, which goes on in its place. */
  readonly isFolded: boolean;
}

const NONE: State = {
  resolved: null,
  ended: null,
  confirmed: null,
  closedAt: null,
  withdrawal: null,
  gaps: [],
  reopenedAt: null,
  refused: null,
  folded: false,
};

/** How an incident ends, and runs again. */
export const resolutionTrack: Track<State, Result, Needs> = {
  start: () => NONE,
  on(state, event, scene) {
    const { at } = event;
    if (event.kind === 'closed') return close({ ...state, closedAt: at }, event, scene);
    if (event.kind === 'healed') return finish(state, { at, by: null, how: 'recovered', text: '' });
    if (event.kind === 'reopened') {
      // What we open again for what it lacks stays resolved.
      if (!event.own || !state.resolved) reopen(state, at, scene);
      return { ...state, closedAt: null };
    }
    if (event.kind === 'labeled' || event.kind === 'unlabeled') {
      if (event.own || event.label !== scene.policy.labels.resolved) return state;
      if (event.kind === 'labeled')
        return finish(state, { at, by: event.actor?.login ?? null, how: 'label', text: '' });
      if (state.closedAt === null) reopen(state, at, scene);
      return state;
    }
    if (event.kind !== 'command') return state;
    const moment = { at, by: event.by, how: 'command' } as const;
    const reopened = argsOf(event, reopenCommand);
    if (reopened) {
      reopen(state, at, scene);
      return { ...state, refused: { ...moment, text: reopened.text } };
    }
    const resolved = argsOf(event, resolveCommand);
    if (resolved) return finish(state, { ...moment, text: resolved.text });
    const dismissed = argsOf(event, dismissCommand);
    return dismissed ? { ...state, ended: { ...moment, text: dismissed.text, status: 'dismissed' } } : state;
  },
  reopen: ({ gaps, folded, refused }, { at, from }) => ({
    ...NONE,
    folded,
    gaps: [...gaps, { from, to: at }],
    reopenedAt: at,
    refused: refused?.at === at ? refused : null,
  }),
  result: ({ resolved, ended, closedAt, withdrawal, gaps, reopenedAt, refused, folded }, { issue }) => ({
    resolved,
    ended,
    closedAt,
    withdrawal: resolved || ended ? null : withdrawal,
    gaps,
    reopened: gaps.length,
    reopenedAt,
    refused,
    isFolded: issue.state === 'closed' && folded,
  }),
};

/** What has not ended cannot be reopened. */
function reopen({ resolved, ended, closedAt, withdrawal }: State, at: Instant, { emit }: Scene<Needs>): void {
  // What was closed by somebody who may not end it has gone on.
  const from = resolved?.at ?? ended?.at ?? (withdrawal === null ? closedAt : null);
  if (from !== null) emit({ kind: 'reopening', at, from, anew: false });
}

/** The work is over. A withdrawal that is confirmed was a resolution from the first. */
function finish(state: State, moment: Moment): State {
  if (state.ended?.status === 'dismissed') return state;
  const end = { ...moment, at: state.ended?.at ?? moment.at };
  return {
    ...state,
    ended: null,
    // A word that is given later explains what was resolved without one.
    resolved:
      state.resolved?.text === '' && end.text !== '' ? { ...state.resolved, text: end.text } : (state.resolved ?? end),
    confirmed: state.confirmed ?? (moment.how === 'recovered' ? null : end),
  };
}

function close(state: State, event: EventOf<'closed'>, scene: Scene<Needs>): State {
  const { at, actor, own, reason } = event;
  const closed = { ...state, folded: own && reason === 'duplicate' };
  if (state.resolved || state.ended) return closed;
  const moment: Moment = { at, by: actor?.login ?? null, how: 'closed', text: '' };
  if (scene.states.priority.periods.at(-1)!.priority !== 'P3') {
    const sound = isSound(event, scene);
    if (sound === undefined) return closed;
    // What somebody with a say stands for does not end because somebody without it says so.
    if (!sound && scene.states.vouched.first !== null) return { ...closed, withdrawal: closed.withdrawal ?? moment };
    if (!sound) return { ...closed, ended: { ...moment, status: 'withdrawn' } };
  }
  if (reason === 'completed') return finish(closed, moment);
  return { ...closed, ended: { ...moment, status: 'dismissed' } };
}

/**
 * Whether whoever closed it could judge that; undefined while a role is not known. Closing takes a right, except for the
 * reporter; a bot that sweeps up what looks forgotten has judged nothing.
 */
function isSound({ at, actor, own, reason }: EventOf<'closed'>, { issue, judge }: Scene<Needs>): boolean | undefined {
  // What we close as a duplicate goes on in another one.
  if (own && reason === 'duplicate') return true;
  if (own) return reason === 'completed';
  if (actor?.bot) return false;
  const act = { what: 'closed', about: null, since: at };
  if (actor === null) return judge.recorded({ kind: 'right', ...act }) ?? true;
  return actor.login === (issue.author?.login ?? null) ? judge.isEntitled(act, actor.login, at) : true;
}
