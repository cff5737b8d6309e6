import type { Instant, Interval } from '../../calendar/calendar.ts';
import type { MaintenanceStage } from '../../status-page/page.ts';
import { LONGEST_MAINTENANCE, type PlanFault, type MaintenancePlan } from './plan.ts';
import type { Revision } from './revision.ts';

/** Somebody did something, and what they said with it. */
export interface MaintenanceAct {
  readonly at: Instant;
  readonly by: string | null;
  readonly text: string;
}

/** What happened to a maintenance that people are told, in the order in which it happened. */
export type MaintenanceStep =
  | {
      readonly kind: 'confirmed' | 'begun' | 'moved' | 'extended' | 'verifying' | 'completed' | 'cancelled';
      readonly act: MaintenanceAct;
    }
  /** A text for the public. */
  | { readonly kind: 'updated'; readonly act: MaintenanceAct };

/** How a maintenance has come along by an instant. */
export interface State {
  /** Null until somebody entitled has confirmed it. */
  readonly confirmed: MaintenanceAct | null;
  /** The plan in force; null until it is confirmed and can be read. */
  readonly plan: MaintenancePlan | null;
  readonly revisions: readonly Revision[];
  /** What is wrong with the text that somebody entitled has vouched for last, and when they did. */
  readonly faults: readonly PlanFault[];
  readonly faultsAt: Instant;
  /** Who has changed the text without a say, so that it does not count as it stands now. */
  readonly changedBy: string | null;
  readonly begunAt: Instant | null;
  readonly verifyingAt: Instant | null;
  readonly endedAt: Instant | null;
  /** How it ended; null while it has not. */
  readonly end: 'completed' | 'cancelled' | null;
  /** Whether it ended because somebody closed the issue, which opening it again undoes. */
  readonly endedByClosing: boolean;
  /** Who has closed the issue last without a say, so that it goes on; null when somebody who has one has said something since. */
  readonly closedInVain: MaintenanceAct | null;
  /** When alerts are held: from the beginning to the end that was planned or extended by then. */
  readonly spans: readonly Interval[];
  readonly owners: readonly string[];
  readonly steps: readonly MaintenanceStep[];
  /** When somebody last opened the issue again after its end, who may have thought that it goes on. */
  readonly reopened: MaintenanceAct | null;
}

export const START: State = {
  confirmed: null,
  plan: null,
  revisions: [],
  faults: [],
  faultsAt: 0,
  changedBy: null,
  begunAt: null,
  verifyingAt: null,
  endedAt: null,
  end: null,
  endedByClosing: false,
  closedInVain: null,
  spans: [],
  owners: [],
  steps: [],
  reopened: null,
};

/** The most steps that are kept, the last. */
const MOST_STEPS = 60;

/** A state in which a step was taken besides. */
export function took(state: State, kind: MaintenanceStep['kind'], act: MaintenanceAct): State {
  return { ...state, steps: [...state.steps, { kind, act }].slice(-MOST_STEPS) };
}

/** How far it is. Null until it is confirmed. */
export function maintenanceStageOf({ plan, begunAt, verifyingAt, end }: State): MaintenanceStage | null {
  if (end !== null) return end;
  if (plan === null) return null;
  if (verifyingAt !== null) return 'verifying';
  return begunAt === null ? 'scheduled' : 'in_progress';
}

/**
 * What time alone brings about up to an instant: it begins when that was planned, and what is done is completed when nobody has said otherwise
 * for as long as the policy says, in milliseconds; null for never. The true times, however late the run.
 */
export function advanceMaintenance(state: State, now: Instant, verify: number | null): State {
  const { plan, confirmed, begunAt, end } = state;
  if (plan === null || confirmed === null || end !== null) return state;
  // What was planned too late for its own beginning begins when it was planned.
  const planned = state.steps.findLast(({ kind }) => kind === 'confirmed' || kind === 'moved');
  const since = planned?.act.at ?? confirmed.at;
  const from = Math.max(plan.from, since);
  const begun =
    begunAt === null && from <= now && from < plan.to ? begin(state, { at: from, by: null, text: '' }) : state;
  if (begun.verifyingAt === null || verify === null || begun.verifyingAt + verify > now) return begun;
  return finish(begun, 'completed', { at: begun.verifyingAt + verify, by: null, text: '' });
}

/** It begins: alerts are held from now on. */
export function begin(state: State, act: MaintenanceAct): State {
  const spans = [...state.spans, { from: act.at, to: state.plan!.to }];
  return took({ ...state, begunAt: act.at, spans }, 'begun', act);
}

/** It begins before its time, and is as long as was planned: what was planned for another week must not hold alerts until then. */
export function startNow(state: State, act: MaintenanceAct): State {
  const { from, to } = state.plan!;
  return begin({ ...state, plan: { ...state.plan!, from: act.at, to: act.at + to - from } }, act);
}

/** It is over, and nothing is held any more. */
export function finish(state: State, end: 'completed' | 'cancelled', act: MaintenanceAct, byClosing = false): State {
  const spans = state.spans.flatMap(({ from, to }) => (from < act.at ? [{ from, to: Math.min(to, act.at) }] : []));
  return took({ ...state, end, endedAt: act.at, endedByClosing: byClosing, spans }, end, act);
}

/**
 * It ends at another time than was planned, at most as long after its beginning as a maintenance may last. What it has run over by then stays
 * outside: those alerts were told.
 */
export function extendTo(state: State, until: Instant, act: MaintenanceAct): State {
  const to = Math.min(until, (state.begunAt ?? state.plan!.from) + LONGEST_MAINTENANCE);
  const plan = { ...state.plan!, to };
  const last = state.spans.at(-1);
  if (state.begunAt === null || !last) return took({ ...state, plan }, 'extended', act);
  const goesOn = act.at <= last.to;
  const spans = goesOn
    ? [...state.spans.slice(0, -1), { from: last.from, to: Math.max(to, act.at) }]
    : [...state.spans, ...(act.at < to ? [{ from: act.at, to }] : [])];
  return took({ ...state, plan, spans }, 'extended', act);
}
