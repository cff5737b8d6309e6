import type { Instant } from '../../calendar/calendar.ts';
import type { Situation } from '../situation.ts';

/** Whether an incident is one that a watch is for: it runs, and its priority is watched. */
export function isWatchable({ incident, policy }: Pick<Situation, 'incident' | 'policy'>): boolean {
  const { resolution, issue, priority } = incident;
  const isOver = resolution.resolved !== null || resolution.ended !== null || issue.state === 'closed';
  return !isOver && policy.watch.for.includes(priority.current);
}

/** Until when an incident is watched, if it is. */
export function watchedUntil(situation: Situation): Instant | null {
  return isWatchable(situation) ? situation.watchedUntil : null;
}
