import type { Instant } from '../calendar/calendar.ts';
import type { Clocked } from './clocked.ts';

/** One cycle of a clock: from its start to what stops it. */
export interface Cycle {
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

/**
 * The cycles of a clock during one stretch of priority (an index of `priorities`), oldest first. Most clocks have one; those that
 * repeat begin when their priority does, and again at every sign.
 */
export function cyclesOf<N extends string>(clocked: Clocked<N>, name: N, period: number): readonly Cycle[] {
  const { specs, signs, resolved } = clocked;
  const { startsAt, repeatsAt } = specs[name];
  const since = neededSince(clocked, name);
  if (since === null) return [];
  switch (startsAt) {
    case 'opening': {
      const cycle = single(clocked, period, metBy(clocked, name));
      return [{ ...cycle, start: Math.max(cycle.start, since) }];
    }
    case 'level':
      return byLevel(clocked, period);
    case 'priority':
      return repeated(clocked, period, signs[repeatsAt ?? ''] ?? []);
    case 'resolution':
      return resolved ? [{ start: resolved.at, stop: metBy(clocked, name, resolved.at), meets: true }] : [];
  }
}

/** Since when there is anything that a clock waits for; null if there is nothing. */
export function neededSince<N extends string>({ specs, moments }: Clocked<N>, name: N): Instant | null {
  const { neededSince: moment } = specs[name];
  return moment === null ? -Infinity : (moments[moment] ?? null);
}

/**
 * When the first of the moments was there that a clock waits for, besides the resolution, of those from an instant on: by default
 * since it is needed.
 */
export function metBy<N extends string>(
  clocked: Clocked<N>,
  name: N,
  from = neededSince(clocked, name) ?? Infinity,
): Instant | null {
  const { specs, moments } = clocked;
  const known = specs[name].stoppedBy.flatMap((moment) => moments[moment] ?? []);
  return earliest(...known.filter((at) => at >= from));
}

function single<N extends string>(clocked: Clocked<N>, period: number, act: Instant | null): Cycle {
  const start = clocked.restartsAtPriority ? changedAt(clocked, period) : clocked.openedAt;
  const met = earliest(act, clocked.resolved?.at ?? null);
  const ended = clocked.ended?.at ?? null;
  // What was dismissed or withdrawn is over; whatever people do to it later meets and misses nothing.
  if (ended !== null && (met === null || ended < met)) return { start, stop: ended, meets: false };
  return { start, stop: met, meets: met !== null };
}

/** Each level of support has to take an incident on; what one has not taken on when it hands it further is its miss, or nothing. */
function byLevel<N extends string>(clocked: Clocked<N>, period: number): readonly Cycle[] {
  const { levels, resolved, gaps } = clocked;
  return levels.map(({ from, acknowledged }, i) => {
    const next = levels[i + 1];
    const cycle = single(clocked, period, acknowledged?.at ?? null);
    const start = i === 0 ? cycle.start : Math.max(cycle.start, from);
    const healed = resolved?.how === 'recovered' && acknowledged === null;
    if (!next) return healed ? { start, stop: cycle.stop, meets: false } : { ...cycle, start };
    // Between an end and a reopening it waited for nobody.
    const ended = gaps.find(({ to }) => to === next.from)?.from;
    return { start, stop: acknowledged?.at ?? ended ?? next.from, meets: acknowledged !== null };
  });
}

/** When the priority of a stretch came into force; that somebody assessed it as what it was already is no change. */
function changedAt<N extends string>({ priorities }: Clocked<N>, period: number): Instant {
  let i = period;
  while (i > 0 && priorities[i - 1]!.priority === priorities[period]!.priority) i -= 1;
  return priorities[i]!.from;
}

function repeated<N extends string>(clocked: Clocked<N>, period: number, signs: readonly Instant[]): readonly Cycle[] {
  const { priorities, resolved, ended } = clocked;
  const from = priorities[period]!.from;
  const to = priorities[period + 1]?.from ?? Infinity;
  const end = resolved?.at ?? ended?.at ?? null;
  const starts = [from, ...signs.filter((at) => at > from && at < to && at <= (end ?? Infinity))];
  return starts.map((start, i) => ({ start, stop: starts[i + 1] ?? end, meets: i + 1 < starts.length }));
}

function earliest(...instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
