import type { Instant } from '../calendar/calendar.ts';
import type { Incident } from '../capabilities/incident.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { ClockName } from '../capabilities/clocks/table.ts';

/** One course of a clock: from its start to what stops it. */
export interface Course {
  readonly start: Instant;
  /** Null while nothing has stopped it. Stop beats pause beats start. */
  readonly stop: Instant | null;
  /** Whether the stop is what the clock waits for; the end of the incident stops it without meeting it. */
  readonly meets: boolean;
}

/**
 * Two starts this close, in milliseconds, are one: what we set ourselves bears the time of our own clock while the run goes on, and
 * that of GitHub's from the next run on.
 */
const SAME = 60_000;

export function isSameStart(one: Instant, other: Instant): boolean {
  return Math.abs(one - other) <= SAME;
}

/** Whether a clock starts again at every sign that it waits for. */
export function isRepeating(name: ClockName): boolean {
  return name === 'update' || name === 'no-progress';
}

/**
 * The courses of a clock during one stretch of priority (an index of `incident.priorities`), oldest first. Most clocks have
 * one, from the opening, or from the change of priority where the policy says `restart`. Clocks that repeat begin when
 * their priority does, and again at every sign. Those of the post-mortem begin at the resolution.
 */
export function coursesOf(incident: Incident, policy: Policy, name: ClockName, period: number): readonly Course[] {
  const { workaround, restored, resolved, postMortem } = incident;
  const { drafted, update } = incident.said;
  // Of what is confidential nothing is written down, and nothing is due for it.
  const isReported = !incident.confidential;
  const closed = resolved ? after(resolved.at, postMortem?.closedAt ?? undefined) : null;
  switch (name) {
    case 'acknowledge':
      return byLevel(incident, policy, period);
    case 'workaround':
      return [single(incident, policy, period, workaround?.at ?? null)];
    case 'restore':
      return [single(incident, policy, period, restored?.at ?? null)];
    case 'resolve':
      return [single(incident, policy, period, null)];
    case 'update':
      return repeated(incident, period, update);
    case 'no-progress':
      return repeated(incident, period, incident.progress);
    case 'post-mortem':
      return resolved && isReported
        ? [{ start: resolved.at, stop: earliest(after(resolved.at, drafted?.at), closed), meets: true }]
        : [];
    case 'review':
      return resolved && isReported ? [{ start: resolved.at, stop: closed, meets: true }] : [];
  }
}

function single(incident: Incident, policy: Policy, period: number, act: Instant | null): Course {
  const start = policy.onPriorityChange === 'restart' ? changedAt(incident, period) : incident.openedAt;
  const met = earliest(act, incident.resolved?.at ?? null);
  const ended = incident.ended?.at ?? null;
  // What was dismissed or withdrawn is over; whatever people do to it later meets and misses nothing.
  if (ended !== null && (met === null || ended < met)) return { start, stop: ended, meets: false };
  return { start, stop: met, meets: met !== null };
}

/** Each level of support has to take an incident on; what one has not taken on when it hands it further is its miss, or nothing. */
function byLevel(incident: Incident, policy: Policy, period: number): readonly Course[] {
  const { levels } = incident;
  return levels.map(({ from, acknowledged }, i) => {
    const next = levels[i + 1];
    const course = single(incident, policy, period, acknowledged?.at ?? null);
    const start = i === 0 ? course.start : Math.max(course.start, from);
    const healed = incident.resolved?.how === 'recovered' && acknowledged === null;
    if (!next) return healed ? { start, stop: course.stop, meets: false } : { ...course, start };
    // Between an end and a reopening it waited for nobody.
    const ended = incident.gaps.find(({ to }) => to === next.from)?.from;
    return { start, stop: acknowledged?.at ?? ended ?? next.from, meets: acknowledged !== null };
  });
}

/** When the priority of a stretch came into force; that somebody assessed it as what it was already is no change. */
function changedAt({ priorities }: Incident, period: number): Instant {
  let i = period;
  while (i > 0 && priorities[i - 1]!.priority === priorities[period]!.priority) i -= 1;
  return priorities[i]!.from;
}

function repeated(incident: Incident, period: number, signs: readonly Instant[]): readonly Course[] {
  const from = incident.priorities[period]!.from;
  const to = incident.priorities[period + 1]?.from ?? Infinity;
  const end = incident.resolved?.at ?? incident.ended?.at ?? null;
  const starts = [from, ...signs.filter((at) => at > from && at < to)];
  return starts
    .filter((start) => end === null || start <= end)
    .map((start, i) => {
      const next = starts[i + 1];
      if (next !== undefined && (end === null || next <= end)) return { start, stop: next, meets: true };
      return { start, stop: end, meets: false };
    });
}

function earliest(...instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function after(start: Instant, at: Instant | undefined): Instant | null {
  return at !== undefined && at >= start ? at : null;
}
