import type { Instant } from '../../calendar/calendar.ts';
import { episodesOf, startsOf, type AlertLog } from './log.ts';

/** An alert began to fire; or all had stopped, since the beginning of that episode. */
export type AlertEvent =
  | { readonly at: Instant; readonly kind: 'fired' }
  | { readonly at: Instant; readonly kind: 'recovered'; readonly since: Instant };

/** What monitoring systems told, as events; what was over before the opening happened at it. */
export function alertEvents(alert: AlertLog, openedAt: Instant): readonly AlertEvent[] {
  const starts = startsOf(alert).map((at): AlertEvent => ({ at, kind: 'fired' }));
  const ends = episodesOf(alert).flatMap(({ from, to }): AlertEvent[] =>
    to === Infinity ? [] : [{ at: Math.max(to, openedAt), kind: 'recovered', since: Math.max(from, openedAt) }],
  );
  return [...ends, ...starts];
}
