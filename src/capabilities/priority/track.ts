import type { Instant } from '../../calendar/calendar.ts';
import { argsOf } from '../../engine/command.ts';
import type { PriorityPeriod } from '../../model/periods.ts';
import { lowers, PRIORITIES, type Priority } from '../../model/priority.ts';
import { kindOf } from '../assistance/kind.ts';
import type { Policy } from '../policy.ts';
import type { Track } from '../track.ts';
import { priorityCommand } from './command.ts';

/** A priority label taken off and another put on within this time is one change, not two. In milliseconds. */
const SWAP = 10 * 60_000;
/** A remark of the person who lowers a priority counts as the reason when made this shortly before. In milliseconds. */
const REMARK = 10 * 60_000;
/** A label that was put on this shortly after the opening came with it. In milliseconds. */
const AT_ONCE = 1_000;

/** A priority made less urgent by a person. */
interface Lowering {
  readonly at: Instant;
  readonly by: string;
  readonly from: Priority;
  readonly to: Priority;
  readonly reason: string | null;
}

interface Remark {
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
}

interface State {
  readonly present: ReadonlySet<Priority>;
  /** Somebody looked and left the default: P3, but assessed. */
  readonly accepted: boolean;
  readonly periods: readonly PriorityPeriod[];
  readonly remarks: readonly Remark[];
}

interface Result {
  readonly current: Priority;
  readonly assessed: boolean;
  /** Never empty, oldest first; the last is in force. */
  readonly periods: readonly PriorityPeriod[];
  readonly lowered: Lowering | null;
}

/**
 * The most urgent of the priority labels counts; without any it is P3, not assessed (seed document B: the default of what
 * nobody has looked at). Labels that were there before the timeline began, as after a transfer, count from the opening.
 */
export const priorityTrack: Track<State, Result> = {
  start({ issue, policy }) {
    const inTimeline = new Set(issue.timeline.map((event) => ('label' in event ? event.label : null)));
    const present = issue.labels.flatMap((label) => (inTimeline.has(label) ? [] : (priorityOf(policy, label) ?? [])));
    const state = { present: new Set(present), accepted: false, periods: [], remarks: [] };
    return settle(state, { at: issue.openedAt, by: issue.author?.login ?? null, own: false });
  },
  on(state, event, { issue, policy }) {
    const { at } = event;
    if (event.kind === 'labeled' || event.kind === 'unlabeled') {
      const { actor, own } = event;
      const change = { at, by: actor?.login ?? null, own };
      const changed = priorityOf(policy, event.label);
      const isAccepted = event.kind === 'unlabeled' && event.label === policy.labels.needsAssessment && !event.own;
      if (isAccepted && kindOf(issue, policy) === 'incident') return settle({ ...state, accepted: true }, change);
      if (!changed) return state;
      const others = [...state.present].filter((it) => it !== changed);
      const present = new Set(event.kind === 'labeled' ? [...others, changed] : others);
      return settle({ ...state, present }, at - issue.openedAt <= AT_ONCE ? { ...change, at: issue.openedAt } : change);
    }
    // A comment without commands explains a lowering of its author.
    if (event.kind === 'spoken' && event.commands.length === 0) return remark(state, event.by, at, event.comment.body);
    const said = argsOf(event, priorityCommand);
    if (!said || event.kind !== 'command') return state;
    const change = { at, by: event.by, own: false };
    return remark(settle({ ...state, present: new Set([said.priority]) }, change), event.by, at, said.reason);
  },
  result({ periods, remarks }) {
    const { priority, assessed } = periods.at(-1)!;
    return { current: priority, assessed, periods, lowered: findLowering(periods, remarks) };
  },
};

function priorityOf({ priorities }: Policy, label: string): Priority | undefined {
  return PRIORITIES.find((it) => priorities[it].label === label);
}

function remark(state: State, by: string, at: Instant, text: string): State {
  return text === '' ? state : { ...state, remarks: [...state.remarks, { by, at, text }] };
}

/** Who changed something, and when. */
type Change = Pick<PriorityPeriod, 'by' | 'own'> & { readonly at: Instant };

function settle(state: State, { at, by, own }: Change): State {
  const { present, accepted, periods } = state;
  const priority = PRIORITIES.find((it) => present.has(it)) ?? 'P3';
  const assessed = present.size > 0 || accepted;
  const last = periods.at(-1);
  if (last?.priority === priority && last.assessed === assessed) return state;
  const isSwap = last && !last.assessed && assessed && periods.length > 1 && at - last.from <= SWAP;
  if (!last || (last.from !== at && !isSwap))
    return { ...state, periods: [...periods, { from: at, priority, assessed, by, own }] };
  // The state in between was never meant: the change began when it did.
  const rest = periods.slice(0, -1);
  const before = rest.at(-1);
  const isSame = before?.priority === priority && before.assessed === assessed;
  return { ...state, periods: isSame ? rest : [...rest, { from: last.from, priority, assessed, by, own }] };
}

function findLowering(periods: readonly PriorityPeriod[], remarks: readonly Remark[]): Lowering | null {
  const last = periods.at(-1);
  const before = periods.slice(0, -1).findLast(({ assessed }) => assessed);
  if (!before || !last?.by || !last.assessed || !lowers(before.priority, last.priority)) return null;
  const { by, from: at } = last;
  const reason = remarks.find((it) => it.by === by && it.at >= at - REMARK)?.text ?? null;
  return { at, by, from: before.priority, to: last.priority, reason };
}
