import type { Instant } from '../../calendar/calendar.ts';
import { type Policy } from '../policy.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import type { Lowering, PriorityPeriod } from '../incident.ts';
import type { Issue } from '../../model/issue.ts';

/** A priority label taken off and another put on within this time is one change, not two. */
const SWAP = 10 * 60_000;
/** A remark of the person who lowers a priority counts as the reason when made this shortly before. */
const REMARK = 10 * 60_000;

/** Follows the priority of an incident through its labels and commands. */
export interface PriorityTrack {
  readonly current: () => Priority;
  /** A label went on or off; labels that carry no priority change nothing. */
  readonly label: (label: string, on: boolean, at: Instant, by: string | null) => void;
  /** A command set the priority, with a reason unless empty. */
  readonly set: (priority: Priority, at: Instant, by: string | null, reason: string) => void;
  /** Somebody looked and left the default: P3, but assessed. */
  readonly accept: (at: Instant, by: string | null) => void;
  /** Somebody wrote a comment, which explains a lowering of theirs. */
  readonly remark: (by: string, at: Instant, text: string) => void;
  readonly finish: () => { readonly periods: readonly PriorityPeriod[]; readonly lowered: Lowering | null };
}

/**
 * The most urgent of the priority labels counts; without any it is P3, not assessed (seed document B: the default of what
 * nobody has looked at). Labels that were there before the timeline began, as after a transfer, count from the opening.
 */
export function trackPriorities(issue: Issue, policy: Policy): PriorityTrack {
  const byLabel = new Map(PRIORITIES.map((priority) => [policy.priorities[priority].label, priority]));
  const inTimeline = new Set(issue.timeline.map((event) => ('label' in event ? event.label : null)));
  const present = new Set<Priority>();
  for (const label of issue.labels) {
    const priority = byLabel.get(label);
    if (priority && !inTimeline.has(label)) present.add(priority);
  }
  let accepted = false;
  const periods: PriorityPeriod[] = [];
  const remarks: { by: string; at: Instant; text: string }[] = [];

  function settle(at: Instant, by: string | null): void {
    const priority = PRIORITIES.find((it) => present.has(it)) ?? 'P3';
    const assessed = present.size > 0 || accepted;
    const last = periods.at(-1);
    if (last?.priority === priority && last.assessed === assessed) return;
    if (last && (last.from === at || (!last.assessed && assessed && periods.length > 1 && at - last.from <= SWAP))) {
      // The state in between was never meant: the change began when it did.
      periods.pop();
      const before = periods.at(-1);
      if (before?.priority !== priority || before.assessed !== assessed)
        periods.push({ from: last.from, priority, assessed, by });
    } else periods.push({ from: at, priority, assessed, by });
  }

  settle(issue.openedAt, issue.author?.login ?? null);
  return {
    current: () => periods.at(-1)!.priority,
    label(label, on, at, by) {
      const priority = byLabel.get(label);
      if (!priority) return;
      if (on) present.add(priority);
      else present.delete(priority);
      settle(at - issue.openedAt <= 1_000 ? issue.openedAt : at, by);
    },
    set(priority, at, by, reason) {
      present.clear();
      present.add(priority);
      settle(at, by);
      if (by && reason) remarks.push({ by, at, text: reason });
    },
    accept(at, by) {
      accepted = true;
      settle(at, by);
    },
    remark: (by, at, text) => void remarks.push({ by, at, text }),
    finish: () => ({ periods, lowered: findLowering(periods, remarks) }),
  };
}

/** Whether `to` is less urgent than `from`. */
export function lowers(from: Priority, to: Priority): boolean {
  return PRIORITIES.indexOf(to) > PRIORITIES.indexOf(from);
}

function findLowering(
  periods: readonly PriorityPeriod[],
  remarks: readonly { by: string; at: Instant; text: string }[],
): Lowering | null {
  const last = periods.at(-1);
  const before = periods.slice(0, -1).findLast(({ assessed }) => assessed);
  if (!before || !last?.by || !last.assessed || !lowers(before.priority, last.priority)) return null;
  const { by, from: at } = last;
  const reason = remarks.find((remark) => remark.by === by && remark.at >= at - REMARK)?.text ?? null;
  return { at, by, from: before.priority, to: last.priority, reason };
}
