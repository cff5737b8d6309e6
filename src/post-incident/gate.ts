import type { Instant } from '../calendar/calendar.ts';
import { DAY } from '../calendar/length.ts';
import type { Intent } from '../capabilities/situation.ts';
import { argsOf } from '../engine/command.ts';
import { keyOfNotice } from '../engine/keys.ts';
import type { Issue } from '../model/issue.ts';
import type { Moment } from '../model/moment.ts';
import { waiveCommand } from './action-items/waive.ts';
import type { PostIncidentTrack } from './event.ts';

/** For how long a closing is news, in milliseconds: what is older when a policy begins to ask for something is left alone. */
const NEWS = DAY;

/** What became of it when somebody closed it. */
export interface ClosingGate {
  /** When we opened it again, because it was closed too early. */
  readonly gated: number | null;
  /** Somebody entitled has closed it all the same. */
  readonly exception: Pick<Moment, 'at' | 'by'> | null;
  /** Action items without which it may be closed, by their numbers. */
  readonly waived: ReadonlyMap<number, { readonly by: string; readonly reason: string }>;
}

/** Follows who closes what follows an incident, and what may be left open then. */
export const gateTrack: PostIncidentTrack<ClosingGate, ClosingGate> = {
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

/** What deciding about the closing of an issue rests on. */
interface GateGround {
  readonly issue: Issue;
  readonly gate: ClosingGate;
  readonly now: Instant;
  /** What it lacks to be closed, a line each. */
  readonly missing: readonly string[];
  /** Whether it closes once it lacks nothing. */
  readonly closes: boolean;
  /** Who hears of it where a bot has closed it. */
  readonly owners: readonly string[];
  /** What whoever closed it is told, how it closes all the same, and why it is opened or closed. */
  readonly words: { readonly ask: string; readonly how: string; readonly reopened: string; readonly done: string };
}

/**
 * What is closed before it is done is opened again, once; what lacks nothing any more closes, unless somebody has opened it again.
 */
export function gateIntents({ issue, gate, now, missing, closes, owners, words }: GateGround): readonly Intent[] {
  if (issue.state === 'open')
    return closes && missing.length === 0 && !isReopened(issue)
      ? [{ do: 'close', issue: issue.number, reason: 'completed', why: words.done }]
      : [];
  const closing = issue.timeline.findLast(({ kind }) => kind === 'closed');
  const isNews = closing !== undefined && !closing.own && now - closing.at < NEWS;
  if (!isNews || missing.length === 0 || gate.gated !== null) return [];
  return [
    {
      do: 'tell',
      keys: [keyOfNotice('gate', closing.at)],
      to: closing.actor && !closing.actor.bot ? [closing.actor.login] : owners,
      ask: words.ask,
      lines: [missing.map((it) => `- ${it}`).join('\n'), words.how],
      why: words.reopened,
    },
    { do: 'reopen', issue: issue.number, why: words.reopened },
  ];
}

/** Whether somebody has opened it again, to write in it or to have others join it: so somebody closes it. */
export function isReopened({ timeline }: Pick<Issue, 'timeline'>): boolean {
  const last = timeline.findLast(({ kind }) => kind === 'closed' || kind === 'reopened');
  return last?.kind === 'reopened' && !last.own;
}

/** Whether we closed an issue because two runs had opened one each: nobody follows it up. What people call a duplicate is theirs. */
export function isDouble({ timeline }: Pick<Issue, 'timeline'>): boolean {
  const last = timeline.findLast(({ kind }) => kind === 'closed' || kind === 'reopened');
  return last?.kind === 'closed' && last.own && last.reason === 'duplicate';
}
