import type { Instant } from '../../calendar/calendar.ts';
import type { Policy } from '../policy.ts';
import type { Clock } from './clocked.ts';

/**
 * The time between a deadline and the stop of its clock, in milliseconds as the clock counts them (open time of its calendar):
 * positive to spare, negative late.
 */
export function marginOf(
  policy: Policy,
  { name, priority }: Pick<Clock, 'name' | 'priority'>,
  due: Instant,
  stop: Instant,
): number {
  const calendar = policy.priorities[priority].clocks[name]?.calendar;
  const between = (from: Instant, to: Instant): number => (calendar ? calendar.between(from, to) : to - from);
  return stop <= due ? between(stop, due) : -between(due, stop);
}
