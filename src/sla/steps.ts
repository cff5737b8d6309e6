import type { Instant } from '../calendar/calendar.ts';
import type { Incident } from '../incident/incident.ts';
import type { Policy, Step } from '../policy/policy.ts';
import type { Clock, Clocks } from './clocks.ts';
import { dueFrom } from './explain.ts';

/** One sending of an escalation step: the first, or a repetition of it. */
export interface Sending {
  /** Names it in marks and records: the escalation policy, the step, the opening where that matters, the repetition. */
  readonly key: string;
  readonly step: Step;
  readonly due: Instant;
  /** How many repetitions went before, due or collapsed. */
  readonly repetition: number;
  /** The clock that the step watches; null for `start`. */
  readonly clock: Clock | null;
}

export interface Steps {
  /** What must be sent now, in the order in which it fell due. */
  readonly due: readonly Sending[];
  /** What fell due unseen and was stopped before it could go out. */
  readonly skipped: readonly (Sending & { readonly stopped: 'acknowledged' | 'resolved' })[];
  /** The next step that will fall due if nothing happens. */
  readonly next: Sending | null;
}

/**
 * The steps of the escalation policy in force, at an instant. A step that was sent is not due again; of a repeated step only
 * the latest repetition is. A step that could not have been due before its priority applied is due from that moment.
 */
export function readSteps(incident: Incident, policy: Policy, clocks: Clocks, now: Instant): Steps {
  const name = policy.priorities[incident.priority].escalation;
  const steps = (name === null ? undefined : policy.escalationPolicies.get(name)) ?? [];
  const from = sinceWhen(incident, policy, name);
  const due: Sending[] = [];
  const skipped: (Sending & { stopped: 'acknowledged' | 'resolved' })[] = [];
  const ahead: Sending[] = [];

  for (const step of steps) {
    const clock = clocks.current.find((it) => it.name === step.at.clock) ?? null;
    const moment = step.at.clock === 'start' ? incident.openedAt : clock && momentOf(incident, policy, step, clock);
    if (moment === null || moment === Infinity) continue;
    const first = Math.max(moment, from);
    const stop = stopOf(incident, step);
    const sending = (repetition: number, at: Instant): Sending => ({
      key: `${name}:${step.text}${repetition > 0 ? `#${repetition}` : ''}`,
      step,
      due: at,
      repetition,
      clock,
    });
    const last = latest(incident, policy, step, first, Math.min(now, stop?.at ?? Infinity));
    if (last === null) {
      if (!stop) ahead.push(sending(0, first));
      continue;
    }
    const sent = isSent(incident, sending(last.repetition, last.at).key);
    if (stop) {
      const never = !Object.keys(incident.record.done).some((key) => key.split('#')[0] === sending(0, first).key);
      if (never && stop.at > last.at) skipped.push({ ...sending(last.repetition, last.at), stopped: stop.by });
      continue;
    }
    if (!sent) due.push(sending(last.repetition, last.at));
    if (step.repeat !== null)
      ahead.push(sending(last.repetition + 1, later(incident, policy, step, last.at, step.repeat)));
  }
  const byDue = (a: Sending, b: Sending): number => a.due - b.due;
  return { due: due.sort(byDue), skipped, next: ahead.sort(byDue)[0] ?? null };
}

function isSent(incident: Incident, key: string): boolean {
  return Object.hasOwn(incident.record.done, key);
}

/** Since when the escalation policy in force has applied without a break: raising P1 to P0 on one policy starts nothing anew. */
function sinceWhen(incident: Incident, policy: Policy, escalation: string | null): Instant {
  let from = incident.openedAt;
  for (const period of incident.priorities.toReversed()) {
    if (policy.priorities[period.priority].escalation !== escalation) break;
    from = period.from;
  }
  return from;
}

/** When a step that watches a clock first falls due; a share of a deadline in days is a share of its open time. */
function momentOf(incident: Incident, policy: Policy, step: Step, clock: Clock): Instant | null {
  const target = policy.priorities[incident.priority].clocks[clock.name];
  if (!target) return null;
  const { calendar } = target;
  // A recorded deadline stands although the target has changed since.
  const due = clock.state === 'running' ? dueFrom(target, incident.openedAt, incident.gaps) : clock.due;
  if ('percent' in step.at) {
    const whole = calendar.between(incident.openedAt, due, incident.gaps);
    return calendar.add(incident.openedAt, Math.round((whole * step.at.percent) / 100), incident.gaps);
  }
  const offset = 'offset' in step.at ? step.at.offset : 0;
  if (offset < 0) return calendar.subtract(due, -offset, incident.gaps);
  return offset > 0 ? calendar.add(due, offset, incident.gaps) : due;
}

function later(incident: Incident, policy: Policy, step: Step, from: Instant, ms: number): Instant {
  const target = step.at.clock === 'start' ? undefined : policy.priorities[incident.priority].clocks[step.at.clock];
  return target ? target.calendar.add(from, ms, incident.gaps) : from + ms;
}

/** The latest sending of a step at or before an instant, or null if none is due by then. */
function latest(
  incident: Incident,
  policy: Policy,
  step: Step,
  first: Instant,
  until: Instant,
): { readonly repetition: number; readonly at: Instant } | null {
  if (first > until) return null;
  if (step.repeat === null) return { repetition: 0, at: first };
  const target = step.at.clock === 'start' ? undefined : policy.priorities[incident.priority].clocks[step.at.clock];
  const open = target ? target.calendar.between(first, until, incident.gaps) : until - first;
  const repetition = Math.floor(open / step.repeat);
  return { repetition, at: repetition === 0 ? first : later(incident, policy, step, first, repetition * step.repeat) };
}

/** What ended a step, and when. */
function stopOf(
  incident: Incident,
  step: Step,
): { readonly at: Instant; readonly by: 'acknowledged' | 'resolved' } | null {
  const { acknowledged, resolved, ended } = incident;
  const end = resolved ?? ended;
  const stops = [
    ...(end ? [{ at: end.at, by: 'resolved' as const }] : []),
    ...(step.until === 'acknowledged' && acknowledged ? [{ at: acknowledged.at, by: 'acknowledged' as const }] : []),
  ].sort((a, b) => a.at - b.at);
  return stops[0] ?? null;
}
