import { argsOf } from '../../engine/command.ts';
import type { Spoken } from '../../engine/conversation.ts';
import { AT_OPENING } from '../../engine/timeline.ts';
import { includesLogin } from '../../model/login.ts';
import type { EventOf } from '../../model/issue.ts';
import type { Level } from '../../model/level.ts';
import type { Moment } from '../../model/moment.ts';
import type { Priority } from '../../model/priority.ts';
import type { Answered } from '../answers/track.ts';
import type { Assignment } from '../assignment/track.ts';
import type { Category } from '../category/policy.ts';
import type { Scene, Track } from '../track.ts';
import type { Reported } from '../triage/proposal.ts';
import { ackCommand } from './command.ts';
import { isResponder, wasNotified, type ResponderStanding } from './responders.ts';

interface State {
  /** How those who have it took it on. */
  readonly current: Moment | null;
  /** How each former level of support did. */
  readonly former: readonly (Moment | null)[];
}

interface Needs {
  readonly triage: Reported;
  readonly priority: { readonly periods: readonly { readonly priority: Priority }[] };
  readonly category: { readonly held: { readonly category: Category } | null };
  readonly levels: {
    readonly periods: readonly { readonly level: Level; readonly from: number; readonly by: string | null }[];
  };
  readonly resolution: { readonly confirmed: Moment | null };
  readonly assignment: Assignment;
  readonly answers: readonly Answered[];
  readonly said: { readonly role: ResponderStanding['holders'] };
}

/** How an incident was taken on: by a command, an assignment, an answer in a pager, a comment of somebody who was to act, or its resolution; by each level anew. */
export const acknowledgementTrack: Track<State, Moment | null, Needs> = {
  start: () => ({ current: null, former: [] }),
  on(before, event, scene) {
    const state = followLevels(before, scene);
    if (state.current) return state;
    const current = acknowledgedBy(event, scene, state.former) ?? scene.states.resolution.confirmed;
    return { ...state, current };
  },
  reopen: (state, _, scene) => followLevels(state, scene),
  result: ({ current }) => current,
};

/** Another level has to take it on anew. */
function followLevels({ current, former }: State, { states }: Scene<Needs>): State {
  const isHandedOn = states.levels.periods.length > former.length + 1;
  return isHandedOn ? { current: null, former: [...former, current] } : { current, former };
}

function acknowledgedBy(
  event: Parameters<NonNullable<typeof acknowledgementTrack.on>>[1],
  scene: Scene<Needs>,
  former: State['former'],
): Moment | null {
  const { at } = event;
  if (event.kind === 'assigned')
    return assignedBy(event, scene) ? { at, by: event.assignee, how: 'assigned', text: '' } : null;
  if (event.kind === 'spoken')
    return showsPresence(event, scene, former) ? { at, by: event.by, how: 'comment', text: '' } : null;
  if (event.kind === 'answered') {
    const counts = scene.states.answers.at(-1)?.counts === true;
    return counts ? { at, by: event.by, how: 'pager', text: event.notifier } : null;
  }
  if (event.kind !== 'command') return null;
  const said = argsOf(event, ackCommand);
  if (said) return { at, by: event.by, how: 'command', text: said.text };
  return event.command.works ? { at, by: event.by, how: 'command', text: '' } : null;
}

/** Whether an assignment takes the incident on: one that somebody with the right made, or that a command asked for. */
function assignedBy(
  { at, actor, own, assignee }: EventOf<'assigned'>,
  { issue, judge, states }: Scene<Needs>,
): boolean {
  if (own) {
    const order = states.assignment.ordered.get(assignee?.toLowerCase() ?? '');
    return order !== undefined && !order.isAcknowledgement && order.at >= states.levels.periods.at(-1)!.from;
  }
  if (actor?.bot) return false;
  // A form assigns in the name of its reporter, who may have no say in it: only there must the right be asked for.
  const atOpening = actor !== null && actor.login === issue.author?.login && at - issue.openedAt <= AT_OPENING;
  return !atOpening || judge.isEntitled({ what: 'assigned', about: assignee, since: null }, actor.login, at) === true;
}

/** Whatever a responder writes shows that they are there, be it a command that somebody else must give. */
function showsPresence(
  { at, by, comment, isIdle }: Spoken,
  { issue, policy, judge, own, states }: Scene<Needs>,
  former: State['former'],
): boolean {
  const handedOn = former.flatMap((moment) => moment?.by ?? []);
  const level = states.levels.periods.at(-1)!;
  // Whoever hands it on has not taken it on for those who are to have it.
  const handsOn = level.from === at && level.by === by;
  if (handsOn || isIdle) return false;
  const standing: ResponderStanding = {
    level: level.level,
    priority: states.priority.periods.at(-1)!.priority,
    // What is only reported as confidential is for its own responders from the first.
    category: states.category.held?.category ?? states.triage.confidential,
    // Whoever had it on a former level has handed it on.
    assignees: new Set([...states.assignment.assignees].filter((login) => !includesLogin(handedOn, login))),
    holders: states.said.role,
  };
  const isReporter = by === issue.author?.login;
  return judge.showsPresence(at, comment, by, () => {
    if (!isReporter && isResponder(policy, standing, by)) return true;
    if (standing.category?.confidential || !wasNotified(own.record.done, by, level.from, at)) return false;
    // Whoever reports a thing goes on to describe it; that it is theirs to mend as well takes more than a mention.
    return !isReporter || judge.isEntitled({ what: 'opening', about: null, since: null }, by, issue.openedAt) === true;
  });
}
