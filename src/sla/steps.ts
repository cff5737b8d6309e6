import type { Calendar, Instant } from '../calendar/calendar.ts';
import type { Incident } from '../incident/incident.ts';
import type { Done } from '../incident/record.ts';
import type { Policy, Step } from '../policy/policy.ts';
import type { Clock, Clocks } from './clocks.ts';
import { isRepeating } from './courses.ts';
import { dueFrom } from './explain.ts';
import { pausesOf } from './pauses.ts';

/** One sending of an escalation step: the first, or a repetition of it. */
export interface Sending {
  /** Names it in marks and records: the escalation policy, the step, the opening where that matters, the repetition. */
  readonly key: string;
  readonly step: Step;
  readonly due: Instant;
  /** How many repetitions went before, due or collapsed. */
  readonly repetition: number;
  /** Whether an earlier sending of the same step went out. */
  readonly isReminder: boolean;
  /** The clock that the step watches; null for `start`. */
  readonly clock: Clock | null;
}

/** What ends a step. */
export type Stop = NonNullable<Done['skipped']>;

export interface Steps {
  /** What must be sent now, in the order in which it fell due; of what fell due together, a breach comes last. */
  readonly due: readonly Sending[];
  /** What fell due unseen and was stopped before it could go out. */
  readonly skipped: readonly (Sending & { readonly stopped: Stop })[];
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
  const skipped: (Sending & { stopped: Stop })[] = [];
  const ahead: Sending[] = [];

  for (const step of steps) {
    const clock = clocks.current.find((it) => it.name === step.at.clock) ?? null;
    const moment =
      step.at.clock === 'start' ? incident.openedAt : clock && momentOf(incident, policy, step, clock, now);
    if (moment === null || moment === Infinity) continue;
    const first = Math.max(moment, from);
    const stop = stopOf(incident, step, clock);
    const time = timeOf(incident, policy, step);
    // What starts again falls due again.
    const since = clock && startsAgain(clock) ? `@${clock.start / 1000}` : '';
    const sending = (repetition: number, at: Instant): Sending => ({
      key: `${name}:${step.text}${since}${repetition > 0 ? `#${repetition}` : ''}`,
      step,
      due: at,
      repetition,
      isReminder: repetition > 0 && wasSent(incident, `${name}:${step.text}${since}`),
      clock,
    });
    const last = latest(time, step, first, Math.min(now, stop?.at ?? Infinity));
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
    if (step.repeat !== null) ahead.push(sending(last.repetition + 1, time.add(last.at, step.repeat)));
  }
  const byDue = (a: Sending, b: Sending): number => a.due - b.due;
  const byWeight = (a: Sending, b: Sending): number => byDue(a, b) || weight(a) - weight(b);
  return { due: due.sort(byWeight), skipped, next: ahead.sort(byDue)[0] ?? null };
}

function weight({ clock }: Sending): number {
  return clock?.state === 'missed' ? 1 : 0;
}

function startsAgain({ name }: Clock): boolean {
  return isRepeating(name) || name === 'post-mortem' || name === 'review';
}

/** Whether any sending of a step went out; of all but the first, the record keeps only the last. */
function wasSent(incident: Incident, first: string): boolean {
  return Object.keys(incident.record.done).some(
    (key) => (key === first || key.startsWith(`${first}#`)) && isSent(incident, key),
  );
}

function isSent(incident: Incident, key: string): boolean {
  return Object.hasOwn(incident.record.done, key) && incident.record.done[key]!.skipped === undefined;
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
function momentOf(incident: Incident, policy: Policy, step: Step, clock: Clock, now: Instant): Instant | null {
  const target = policy.priorities[incident.priority].clocks[clock.name];
  if (!target) return null;
  const { calendar, amount } = target;
  const pauses = pausesOf(incident, policy, clock.name, clock.stoppedAt);
  if ('percent' in step.at) {
    const share = step.at.percent / 100;
    if ('ms' in amount) return calendar.add(clock.start, Math.round(amount.ms * share), pauses);
    // While a pause goes on the whole is not known; up to now it is, and only what lies before now can be due.
    const known = clock.due === Infinity ? pausesOf(incident, policy, clock.name, now) : pauses;
    const whole = calendar.between(clock.start, dueFrom(target, clock.start, known), known);
    return calendar.add(clock.start, Math.round(whole * share), pauses);
  }
  const offset = 'offset' in step.at ? step.at.offset : 0;
  if (clock.due === Infinity) return Infinity;
  if (offset < 0) return calendar.subtract(clock.due, -offset, pauses);
  return offset > 0 ? calendar.add(clock.due, offset, pauses) : clock.due;
}

/** Time on the clock that a step watches; on the wall for `start`. */
function timeOf(incident: Incident, policy: Policy, { at }: Step): Pick<Calendar, 'add' | 'between'> {
  const target = at.clock === 'start' ? undefined : policy.priorities[incident.priority].clocks[at.clock];
  if (at.clock === 'start' || !target) return { add: (from, ms) => from + ms, between: (from, to) => to - from };
  const pauses = pausesOf(incident, policy, at.clock);
  const { calendar } = target;
  return {
    add: (from, ms) => calendar.add(from, ms, pauses),
    between: (from, to) => calendar.between(from, to, pauses),
  };
}

/** The latest sending of a step at or before an instant, or null if none is due by then. */
function latest(
  time: Pick<Calendar, 'add' | 'between'>,
  step: Step,
  first: Instant,
  until: Instant,
): { readonly repetition: number; readonly at: Instant } | null {
  if (first > until) return null;
  const repetition = step.repeat === null ? 0 : Math.floor(time.between(first, until) / step.repeat);
  return { repetition, at: repetition === 0 ? first : time.add(first, repetition * step.repeat!) };
}

/** What ended a step, and when. Steps of the post-mortem go on after the resolution, until what they wait for is there. */
function stopOf(
  incident: Incident,
  step: Step,
  clock: Clock | null,
): { readonly at: Instant; readonly by: Stop } | null {
  const { acknowledged, resolved, ended } = incident;
  const late = clock?.name === 'post-mortem' || clock?.name === 'review';
  if (late) return clock.stoppedAt === null ? null : { at: clock.stoppedAt, by: 'resolved' };
  const end = resolved ?? ended;
  // A workaround that is there, data that is back: what only asks for that is over.
  const own = clock?.name === 'workaround' || clock?.name === 'restore' ? clock.stoppedAt : null;
  const stops = [
    ...(own === null ? [] : [{ at: own, by: 'stopped' as const }]),
    ...(end ? [{ at: end.at, by: 'resolved' as const }] : []),
    ...(step.until === 'acknowledged' && acknowledged ? [{ at: acknowledged.at, by: 'acknowledged' as const }] : []),
  ].sort((a, b) => a.at - b.at);
  return stops[0] ?? null;
}
