import type { Instant } from '../../calendar/calendar.ts';
import { argsOf } from '../../engine/command.ts';
import { includesLogin } from '../../model/login.ts';
import type { AlertLog } from '../alerts/log.ts';
import { reopenCommand } from '../closing/command.ts';
import type { Scene, Track } from '../track.ts';
import type { IncidentEvent } from '../track.ts';

/** Somebody with a say who has done something about an incident. */
interface Voucher {
  readonly at: Instant;
  readonly by: string;
}

export interface VouchedState {
  /** The first of all. */
  readonly first: Voucher | null;
  /** The first since somebody without a say has opened it again. */
  readonly last: Voucher | null;
  /** When somebody without a say last reopened the issue. */
  readonly reopened: Instant | null;
}

/** Who stands for it that an incident is one. */
interface Vouched {
  /** The first person with a say, other than whoever reported it; since the last reopening, if that was of somebody without. */
  readonly voucher: Voucher | null;
  /** Whether whoever reported it has a say: somebody entitled, one of a role of the policy, or a monitoring system. */
  readonly reporter: boolean;
}

interface Needs {
  readonly alert: AlertLog | null;
}

/**
 * Whether anybody with a say stands for the incident. On a public repository anybody can open an issue, and close and reopen their own;
 * nobody is woken for that alone. Labels and assignments take a right there, but for those that a form sets in the name of its reporter.
 */
export const vouchedTrack: Track<VouchedState, Vouched, Needs> = {
  start: () => ({ first: null, last: null, reopened: null }),
  on(state, event, scene) {
    const by = actorOf(event);
    if (by === null) return state;
    const isReopened = event.kind === 'reopened' || argsOf(event, reopenCommand) !== null;
    if (isReopened && isReporter(by, scene) && !hasSay(scene)) return { ...state, reopened: event.at };
    if (!takesRight(event, by, scene)) return state;
    const voucher = { at: event.at, by };
    return { ...state, first: state.first ?? voucher, last: state.last ?? voucher };
  },
  // Only what had ended begins again: what went on meanwhile is as it was.
  reopen: (state, { at }) => (state.reopened === at ? { ...state, last: null } : state),
  result: ({ last }, scene) => ({ voucher: last, reporter: hasSay(scene) }),
};

/** The person who did something; null for a bot, and for what is no act. */
function actorOf(event: IncidentEvent): string | null {
  if (event.kind === 'command' || event.kind === 'spoken') return event.by;
  if (!('actor' in event) || event.own || event.actor === null || event.actor.bot) return null;
  return event.actor.login;
}

/** Whether an event shows that somebody has a say: a command that was accepted, or what only somebody with a right can do. */
function takesRight(event: IncidentEvent, by: string, scene: Scene<Needs>): boolean {
  switch (event.kind) {
    case 'command':
      // What whoever reported it may say takes no right.
      return !('command' in event && event.command.forReporter === true && isReporter(by, scene));
    case 'spoken':
      return isListed(by, scene);
    case 'labeled':
    case 'unlabeled':
    case 'assigned':
    case 'unassigned':
    case 'closed':
    case 'reopened':
      return !isReporter(by, scene);
    default:
      return false;
  }
}

function isReporter(by: string, { issue }: Pick<Scene, 'issue'>): boolean {
  return includesLogin([issue.author?.login ?? ''], by);
}

function isListed(login: string, { policy }: Pick<Scene, 'policy'>): boolean {
  return [...policy.roles.values()].some((people) => includesLogin(people, login));
}

/** Asks about whoever reported it only where that would change anything. */
function hasSay(scene: Scene<Needs>): boolean {
  return sayOf(scene, scene.policy.notifiers.length > 0 || scene.policy.statusPage !== null) === true;
}

/**
 * Whether whoever reported it has a say in it; undefined while their role is not known. It is asked for only where that `matters`, or has
 * been asked before.
 */
function sayOf(scene: Scene<Needs>, matters: boolean): boolean | undefined {
  const { issue, judge, states } = scene;
  const { author } = issue;
  if (states.alert || issue.own) return true;
  if (author === null || author.bot) return false;
  if (isListed(author.login, scene)) return true;
  const act = { what: 'opening', about: null, since: null };
  if (!matters && judge.recorded({ kind: 'right', ...act }) === undefined) return false;
  return judge.isEntitled(act, author.login, issue.openedAt);
}

/**
 * Whether what the report says is settled: somebody with a say has seen it, so that an edit of whoever has none proposes, and decides
 * nothing more.
 */
export function isSettled(scene: Scene<Needs & { readonly vouched: VouchedState }>): boolean {
  return scene.states.vouched.first !== null && sayOf(scene, true) === false;
}
