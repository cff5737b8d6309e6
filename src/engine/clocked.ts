import type { Instant, Interval } from '../calendar/calendar.ts';
import type { Target } from '../calendar/target.ts';
import type { Step } from '../model/escalation.ts';
import type { Moment } from '../model/moment.ts';
import type { LevelPeriod, PriorityPeriod } from '../model/periods.ts';
import type { Priority } from '../model/priority.ts';
import type { Done, ClockVerdict } from './record.ts';

/** One kind of clock, as its table says it. */
export interface ClockSpec {
  /**
   * When it starts: at the opening, or from the change of priority where the policy says `restart`; when each level of support gets
   * the incident; when its priority comes into force; or at the resolution, and then it waits for no reopening.
   */
  readonly startsAt: 'opening' | 'level' | 'priority' | 'resolution';
  /** The moments that it waits for, by name; besides the resolution, which stops all but those that start with it. */
  readonly stoppedBy: readonly string[];
  /** The moment since which there is anything to wait for, by name; null if there always is. Without that moment there is no clock. */
  readonly neededSince: string | null;
  /** The signs at each of which it starts again, by name; null if it does not repeat. */
  readonly repeatsAt: string | null;
}

/** An incident and the policy for it, as far as clocks and escalation steps depend on them. `N` are the names of the clocks. */
export interface Clocked<N extends string> {
  readonly now: Instant;
  readonly specs: Readonly<Record<N, ClockSpec>>;
  readonly openedAt: Instant;
  readonly priorities: readonly PriorityPeriod[];
  readonly levels: readonly LevelPeriod[];
  readonly acknowledged: Moment | null;
  readonly resolved: Moment | null;
  /** Dismissed or withdrawn. */
  readonly ended: Moment | null;
  /** Times between an end and a reopening, and how many there were. */
  readonly gaps: readonly Interval[];
  /** In which nothing is missed: an alert that healed by itself, or still may. */
  readonly excused: readonly Interval[];
  /** When what a clock waits for was there, since when it is needed, and the signs at which one starts again, by the names of the table. */
  readonly moments: Readonly<Record<string, Instant | null>>;
  readonly signs: Readonly<Record<string, readonly Instant[]>>;
  /** When something moved: whoever has a more urgent incident than they took on shows so that they have it. */
  readonly progress: readonly Instant[];
  /** Until when nobody is told. */
  readonly mutedUntil: Instant;
  readonly verdicts: readonly ClockVerdict<N>[];
  readonly done: Readonly<Record<string, Done>>;
  readonly restartsAtPriority: boolean;
  readonly targetOf: (priority: Priority, clock: N) => Target | undefined;
  /** Since when somebody may have met a clock of whom that could not be judged; null if nobody. */
  readonly unjudgedSince: (clock: N) => Instant | null;
  /** When labels that stop a clock were on the issue. */
  readonly pausesOf: (clock: N) => readonly Interval[];
  /** The escalation policy of a priority by name, and its steps; null if there is none. */
  readonly escalationOf: (priority: Priority) => string | null;
  readonly stepsOf: (priority: Priority) => readonly Step<N>[];
}

/**
 * When a clock does not count: while a label that pauses it is on the issue, and between an end and a reopening. They may
 * overlap; a calendar counts that once. A pause that still goes on when the clock is stopped ends there and counts.
 */
export function pausesOf<N extends string>(
  { gaps, pausesOf: labelled }: Clocked<N>,
  name: N,
  stop: Instant | null = null,
): readonly Interval[] {
  return [...gaps, ...labelled(name)]
    .map(({ from, to }) => ({ from, to: Math.min(to, stop ?? Infinity) }))
    .filter(({ from, to }) => from < to);
}
