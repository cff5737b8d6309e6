import { reminder, type Step } from '../../model/escalation.ts';
import type { Priority } from '../../model/priority.ts';
import type { ClockName } from '../clocks/table.ts';
import { stepsOf } from '../escalation/steps.ts';
import type { Policy } from '../policy.ts';
import { POST_MORTEM_OWNER } from './standing.ts';

/** The clocks of a post-mortem, by the audience that each is waiting for. */
const CLOCKS = ['post-mortem', 'review', 'publish'] as const satisfies readonly ClockName[];

/**
 * The reminders of a post-mortem, of the clocks of which the escalation policy says nothing: first who has to write it, and when it is late
 * by as much again, management and the fallback.
 */
export function remindersOf(policy: Policy, priority: Priority): readonly Step<ClockName>[] {
  const own = stepsOf(policy, priority);
  const { clocks } = policy.priorities[priority];
  return CLOCKS.filter((clock) => clocks[clock] && !own.some(({ at }) => at.clock === clock)).flatMap((clock) => [
    reminder({ clock, offset: 0 }, `${clock} due`, [POST_MORTEM_OWNER]),
    reminder({ clock, percent: 200 }, `${clock} due twice`, [POST_MORTEM_OWNER, 'management', 'fallback']),
  ]);
}
