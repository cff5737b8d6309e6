import { writeKey, readKey, type Key } from './keys.ts';
import type { Calendar, Instant } from '../calendar/calendar.ts';
import type { Incident } from '../capabilities/incident.ts';
import type { PriorityPeriod } from '../model/periods.ts';
import type { Done } from './record.ts';
import type { ClockName } from '../capabilities/clocks/table.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { Step } from '../model/escalation.ts';
import type { Clock, Clocks } from './clocks.ts';
import { isRepeating, isSameStart } from './cycles.ts';
import { dueFrom } from '../calendar/target.ts';
import { pausesOf } from './pauses.ts';

/** One sending of an escalation step: the first, or a repetition of it. */
export interface Sending {
  /**
   * Names it in marks and records: the escalation policy, the step, since when it counts where that is not the opening, and
   * how many sendings went before.
   */
  readonly key: Key;
  readonly step: Step<ClockName>;
  readonly due: Instant;
  /** How many sendings of the same step went out before this one. */
  readonly reminder: number;
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
 * The steps of the escalation policy in force, at an instant. A step that was sent is not due again, unless it repeats: then it
 * is when it has fallen due since. A step that could not have been due before its priority applied is due from that moment.
 */
export function readSteps(incident: Incident, policy: Policy, clocks: Clocks, now: Instant): Steps {
  const name = policy.priorities[incident.priority].escalation;
  const steps = (name === null ? undefined : policy.escalationPolicies.get(name)) ?? [];
  const from = sinceWhen(incident, ({ priority }) => policy.priorities[priority].escalation === name);
  const changed = sinceWhen(incident, ({ priority }) => priority === incident.priority);
  const due: Sending[] = [];
  const skipped: (Sending & { stopped: Stop })[] = [];
  const ahead: Sending[] = [];

  for (const step of steps) {
    const clock = clocks.current.find((it) => it.name === step.at.clock) ?? null;
    const moment =
      step.at.clock === 'start' ? incident.openedAt : clock && momentOf(incident, policy, step, clock, now);
    if (moment === null || moment === Infinity) continue;
    const applies = step.at.clock === 'start' ? from : changed;
    const first = Math.max(moment, applies, incident.hold?.until ?? 0);
    const stop = stopOf(incident, step, clock, applies);
    const time = timeOf(incident, policy, step);
    // What starts again falls due again, and so does what a new priority measures anew.
    const start = clock && startsAgain(clock) ? clock.start : Math.max(applies, restartOf(clock));
    const sent = sendingsOf(incident, name!, step.text, start);
    const since = sent ? sent.since : start === incident.openedAt ? null : start;
    const sending = (at: Instant): Sending => ({
      key: writeKey({ kind: 'step', policy: name!, step: step.text, since, n: sent?.count ?? 0 }),
      step,
      due: at,
      reminder: sent?.count ?? 0,
      clock,
    });
    const last = latest(time, step, first, Math.min(now, stop?.at ?? Infinity));
    if (last === null) {
      if (!stop) ahead.push(sending(first));
    } else if (stop) {
      if (sent === null && stop.at > first) skipped.push({ ...sending(last), stopped: stop.by });
    } else {
      const covered = sent !== null && (step.repeat === null || sent.at >= last);
      if (!covered) due.push(sending(last));
      if (step.repeat !== null)
        ahead.push({ ...sending(time.add(last, step.repeat)), reminder: (sent?.count ?? 0) + 1 });
    }
  }
  const byDue = (a: Sending, b: Sending): number => a.due - b.due;
  const byWeight = (a: Sending, b: Sending): number => byDue(a, b) || weight(a) - weight(b);
  const known = ahead.filter((it) => Number.isFinite(it.due));
  return { due: due.sort(byWeight), skipped, next: known.sort(byDue)[0] ?? null };
}

function weight({ clock }: Sending): number {
  return clock?.state === 'missed' ? 1 : 0;
}

/** When the clock was started anew by a cascade to another level; what that level does not do in time is said anew. */
function restartOf(clock: Clock | null): Instant {
  return clock?.name === 'acknowledge' ? clock.start : 0;
}

function startsAgain({ name }: Clock): boolean {
  return isRepeating(name) || name === 'post-mortem' || name === 'review';
}

interface Sent {
  /** The start that the keys of its sendings name. */
  readonly since: Instant | null;
  readonly count: number;
  readonly at: Instant;
}

/** How often a step went out since a start, and when last; of all but the first sending, the record keeps only the last. */
function sendingsOf(incident: Incident, policy: string, step: string, start: Instant): Sent | null {
  const sent = Object.entries(incident.record.done).flatMap(([key, { at, skipped }]) => {
    const parts = skipped === undefined ? readKey(key) : null;
    if (parts?.kind !== 'step' || parts.policy !== policy || parts.step !== step) return [];
    return isSameStart(parts.since ?? incident.openedAt, start) ? [{ since: parts.since, n: parts.n, at }] : [];
  });
  const [first] = sent;
  if (!first) return null;
  return {
    since: first.since,
    count: Math.max(...sent.map(({ n }) => n)) + 1,
    at: Math.max(...sent.map(({ at }) => at)),
  };
}

/** Since when something has held for the priority without a break. */
function sinceWhen({ priorities, openedAt }: Incident, holds: (period: PriorityPeriod) => boolean): Instant {
  const broken = priorities.findLastIndex((period) => !holds(period));
  return priorities[broken + 1]?.from ?? openedAt;
}

/** When a step that watches a clock first falls due; a share of a deadline in days is a share of its open time. */
function momentOf(
  incident: Incident,
  policy: Policy,
  step: Step<ClockName>,
  clock: Clock,
  now: Instant,
): Instant | null {
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
function timeOf(incident: Incident, policy: Policy, { at }: Step<ClockName>): Pick<Calendar, 'add' | 'between'> {
  const target = at.clock === 'start' ? undefined : policy.priorities[incident.priority].clocks[at.clock];
  if (at.clock === 'start' || !target) return { add: (from, ms) => from + ms, between: (from, to) => to - from };
  const pauses = pausesOf(incident, policy, at.clock);
  const { calendar } = target;
  return {
    add: (from, ms) => calendar.add(from, ms, pauses),
    between: (from, to) => calendar.between(from, to, pauses),
  };
}

/** When a step was last due at or before an instant, or null if it was not yet. */
function latest(
  time: Pick<Calendar, 'add' | 'between'>,
  step: Step<ClockName>,
  first: Instant,
  until: Instant,
): Instant | null {
  if (first > until) return null;
  if (step.repeat === null) return first;
  const times = Math.floor(time.between(first, until) / step.repeat);
  return times === 0 ? first : time.add(first, times * step.repeat);
}

/** When somebody first took the incident on, or handed it on: those who are told at its start have nothing to do with it then. */
function firstTaken({ levels }: Incident): { readonly at: Instant } | null {
  const taken = levels.find(({ acknowledged }) => acknowledged)?.acknowledged ?? null;
  const cascade = levels.find(({ by }) => by !== null);
  const handed = cascade ? { at: cascade.from } : null;
  return taken && (!handed || taken.at <= handed.at) ? taken : handed;
}

/** What ended a step, and when. Steps of the post-mortem go on after the resolution, until what they wait for is there. */
function stopOf(
  incident: Incident,
  step: Step<ClockName>,
  clock: Clock | null,
  since: Instant,
): { readonly at: Instant; readonly by: Stop } | null {
  const { resolved, ended } = incident;
  const acknowledged = step.at.clock === 'start' ? firstTaken(incident) : incident.acknowledged;
  const late = clock?.name === 'post-mortem' || clock?.name === 'review';
  if (late) return clock.stoppedAt === null ? null : { at: clock.stoppedAt, by: 'resolved' };
  const end = resolved ?? ended;
  // Who took a P3 on has not taken on the P0 that it became: those whom the new policy starts with must hear of it.
  const stale = step.at.clock === 'start' && acknowledged !== null && acknowledged.at < since;
  const taken = stale ? (incident.progress.find((at) => at > since) ?? null) : (acknowledged?.at ?? null);
  // A workaround that is there, data that is back: what only asks for that is over.
  const own = clock?.name === 'workaround' || clock?.name === 'restore' ? clock.stoppedAt : null;
  const stops = [
    ...(own === null ? [] : [{ at: own, by: 'stopped' as const }]),
    ...(end ? [{ at: end.at, by: 'resolved' as const }] : []),
    ...(step.until === 'acknowledged' && taken !== null ? [{ at: taken, by: 'acknowledged' as const }] : []),
  ].sort((a, b) => a.at - b.at);
  return stops[0] ?? null;
}
