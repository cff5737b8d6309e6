import { isUrgent, type Priority } from '../../model/priority.ts';
import { reminder, type Step } from '../../model/escalation.ts';
import type { ClockName } from '../clocks/table.ts';
import { stepsOf } from '../escalation/steps.ts';
import { MANAGER } from '../people/roles.ts';
import { remindersOf } from '../post-mortem/reminders.ts';
import type { Policy } from '../policy.ts';

/** The clocks that start again at every sign, and so have somebody who must give one. */
const CLOCKS = ['update', 'no-progress'] as const satisfies readonly ClockName[];

/** What the steps belong to where a priority has no escalation policy. */
const NAMELESS = 'cadence';

type PriorityInForce = readonly [policy: Policy, priority: Priority];

/**
 * The steps for a priority: those of its escalation policy and, for a P0 or P1 whose policy says nothing of the clock, those of its
 * cadence. When an update or a sign of progress is missed the incident manager is reminded, and when the next one is missed too, the role
 * `management` and the fallback (seed document B). Both go on until one comes, as all steps on these clocks do.
 */
export function stepsInEffect(...[policy, priority]: PriorityInForce): readonly Step<ClockName>[] {
  return [...stepsOf(policy, priority), ...builtInFor(policy, priority)];
}

/** The name of the escalation policy in effect for a priority; null if it has no steps. */
export function escalationInEffect(...[policy, priority]: PriorityInForce): string | null {
  return policy.priorities[priority].escalation ?? (builtInFor(policy, priority).length > 0 ? NAMELESS : null);
}

function builtInFor(...[policy, priority]: PriorityInForce): readonly Step<ClockName>[] {
  return [...cadenceOf(policy, priority), ...remindersOf(policy, priority)];
}

function cadenceOf(...[policy, priority]: PriorityInForce): readonly Step<ClockName>[] {
  if (!isUrgent(priority)) return [];
  const own = stepsOf(policy, priority);
  const first = own.filter(({ at }) => at.clock === 'start').flatMap(({ notify }) => notify);
  const lead = policy.roles.has(MANAGER) ? [MANAGER] : [...new Set([...first, 'responder', 'assignee'])];
  const above = ['management', 'fallback'];
  return CLOCKS.filter(
    (clock) => policy.priorities[priority].clocks[clock] && !own.some(({ at }) => at.clock === clock),
  ).flatMap((clock) => [
    reminder({ clock, offset: 0 }, `${clock} due`, lead),
    reminder({ clock, percent: 200 }, `${clock} due twice`, [...above, ...lead]),
  ]);
}
