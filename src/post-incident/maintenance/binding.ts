import type { Instant } from '../../calendar/calendar.ts';
import type { MaintenanceScene } from './event.ts';
import { LONGEST_MAINTENANCE, readServices, readTimes, type PlanFault, type MaintenancePlan } from './plan.ts';
import { fingerprints, type Revision } from './revision.ts';
import { extendTo, took, type State } from './state.ts';

/**
 * Somebody entitled answers for the text as it is. If it has changed since, by whomever, it is not the text that they have read: then who
 * changed it last says whether it counts. What of it is as it was, such as a time that `/move` has changed since, stays as it is.
 */
export function bind(state: State, at: Instant, by: string, scene: MaintenanceScene, isEdit = false): State {
  const { issue, answers, kept } = scene;
  const confirmed = state.confirmed ?? { at, by, text: '' };
  const next = { ...state, confirmed };
  // What was bound then is on record.
  if (kept.some((it) => it.at === at) || state.end !== null) return next;
  const { editedAt = null } = issue;
  if (!isEdit && editedAt !== null && editedAt >= at) return next;
  const now = fingerprints(answers);
  const last = state.revisions.at(-1)?.answers;
  const isNew = (name: keyof typeof now): boolean => last?.[name] !== now[name];
  if (last && !(Object.keys(now) as (keyof typeof now)[]).some(isNew)) return { ...next, faults: [], changedBy: null };
  const ground = { policy: scene.policy, at };
  const written = editedAt ?? issue.openedAt;
  const services = state.plan === null || isNew('services') ? readServices(answers, ground) : state.plan;
  const times =
    state.plan === null || isNew('from') || isNew('to') ? readTimes(answers, { ...ground, written }) : state.plan;
  const late = 'faults' in times || state.begunAt === null ? null : tooLate(times, state.begunAt, at, isNew('from'));
  const faults = [
    ...[services, times].flatMap((it) => ('faults' in it ? it.faults : [])),
    ...(late === null ? [] : [{ ...late, text: answers[late.field] ?? '' }]),
  ];
  if (late !== null || 'faults' in services || 'faults' in times) return { ...next, faults, faultsAt: at };
  const { from, to } = times;
  const notice = state.plan === null || isNew('public') ? (answers.public ?? null) : state.plan.notice;
  return applyBinding(next, { at, by, plan: { from, to, services: services.services, notice }, answers: now });
}

/** What of other times does not fit one that has begun already: alerts would be held until then. */
function tooLate(
  { from, to }: Pick<MaintenancePlan, 'from' | 'to'>,
  begunAt: Instant,
  at: Instant,
  isMoved: boolean,
): Pick<PlanFault, 'field' | 'why'> | null {
  if (isMoved && from > at) return { field: 'from', why: 'begun' };
  return to - begunAt > LONGEST_MAINTENANCE ? { field: 'to', why: 'long' } : null;
}

/** The plan is as a revision says. What has begun can only end at another time. */
export function applyBinding(state: State, revision: Revision): State {
  const { at, by, plan } = revision;
  const act = { at, by, text: '' };
  const revised = { ...state, revisions: [...state.revisions, revision], faults: [], changedBy: null };
  const { plan: before } = state;
  if (before === null) return took({ ...revised, confirmed: state.confirmed ?? act, plan }, 'confirmed', act);
  const isSame = plan.services.join() === before.services.join();
  if (state.begunAt !== null) {
    const still = { ...revised, plan: { ...plan, from: before.from, to: before.to } };
    if (plan.to !== before.to) return extendTo(still, plan.to, act);
    return isSame ? still : took(still, 'moved', act);
  }
  return isSame && plan.from === before.from && plan.to === before.to
    ? { ...revised, plan }
    : took({ ...revised, plan }, 'moved', act);
}
