import type { Instant } from '../../calendar/calendar.ts';
import { argsOf } from '../../engine/command.ts';
import { noticeKey } from '../notification/keys.ts';
import { includesLogin } from '../../model/login.ts';
import type { Moment } from '../../model/moment.ts';
import type { Scene, Track } from '../track.ts';
import { acceptCommand } from './command.ts';

/** How the reporter found what was done; without a word where silence counts. */
interface Acceptance {
  readonly at: Instant;
  readonly by: string | null;
  readonly how: 'command' | 'closed' | 'resolved' | 'silence';
}

interface State {
  readonly accepted: Acceptance | null;
  /** When we opened the issue again, because it was closed without what the policy requires. */
  readonly gated: Instant | null;
  /** Somebody entitled has closed it all the same. */
  readonly exception: Pick<Moment, 'at' | 'by'> | null;
}

interface Needs {
  readonly resolution: { readonly resolved: Moment | null };
}

/** The key of the word that the silence of the reporter counted, since a resolution. */
export const silenceKey = (resolved: Instant) => noticeKey('silence', resolved);

const NONE: State = { accepted: null, gated: null, exception: null };

/** What became of the issue after the resolution: accepted by whom, opened again by us, closed all the same. */
export const closingTrack: Track<State, State, Needs> = {
  start: () => NONE,
  on(state, event, scene) {
    const { resolved } = scene.states.resolution;
    if (!resolved) return state;
    const { at } = event;
    if (event.kind === 'reopened' && event.own) return { ...state, gated: at };
    if (event.kind === 'closed' && !event.own && event.actor !== null && !event.actor.bot) {
      const by = event.actor.login;
      if (isReporter(by, scene)) return { ...state, accepted: state.accepted ?? { at, by, how: 'closed' } };
      const stands = state.gated !== null && scene.judge.isEntitled({ what: 'closed', about: null, since: at }, by, at);
      return stands === true ? { ...state, exception: { at, by } } : state;
    }
    if (event.kind !== 'command' || argsOf(event, acceptCommand) === null) return state;
    return { ...state, accepted: state.accepted ?? { at, by: event.by, how: 'command' } };
  },
  reopen: () => NONE,
  result(state, scene) {
    const { resolved } = scene.states.resolution;
    if (!resolved || state.accepted) return state;
    const { at, by } = resolved;
    // Whoever has mended what they reported has found it done.
    if (by !== null && isReporter(by, scene)) return { ...state, accepted: { at, by, how: 'resolved' } };
    const silent = scene.own.record.done[silenceKey(at)];
    return silent === undefined ? state : { ...state, accepted: { at: silent.at, by: null, how: 'silence' } };
  },
};

function isReporter(login: string, { issue }: Scene<Needs>): boolean {
  return issue.author !== null && !issue.author.bot && !issue.own && includesLogin([issue.author.login], login);
}
