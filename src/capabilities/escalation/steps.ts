import type { ClockName } from '../clocks/table.ts';
import type { Policy } from '../policy.ts';
import type { Step } from '../../model/escalation.ts';
import type { Priority } from '../../model/priority.ts';

/** The steps of the escalation policy that a priority has; none if it has no such policy. */
export function stepsOf({ priorities, escalationPolicies }: Policy, priority: Priority): readonly Step<ClockName>[] {
  const { escalation } = priorities[priority];
  return (escalation === null ? undefined : escalationPolicies.get(escalation)) ?? [];
}
