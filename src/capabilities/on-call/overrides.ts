import type { Instant } from '../../calendar/calendar.ts';
import type { Override, Schedule } from './schedule.ts';
import { shiftsBetween } from './shifts.ts';
import { spansInOrder, subtract } from './spans.ts';

/** An override that never changes who is on call. */
export interface DeadOverride {
  readonly override: Override;
  /** Its place in the list of overrides, from 0. */
  readonly index: number;
  /** It is no time at all; later overrides hide it; or its person is on call then anyway. */
  readonly why: 'empty' | 'hidden' | 'same';
}

/**
 * The overrides that never apply, but for those that are over at `now`. Without all of them together the schedule is still
 * the same: of two equal ones only the first is named.
 */
export function deadOverrides(schedule: Schedule, now: Instant): DeadOverride[] {
  const dead: DeadOverride[] = [];
  // An override that goes must not make the next one look needless, nor hide another that then would be needed.
  const standing: Override[] = [];
  for (const [index, override] of schedule.overrides.entries()) {
    const later = schedule.overrides.slice(index + 1);
    const why = override.to <= now ? null : fault({ ...schedule, overrides: standing }, override, later);
    if (why === null) standing.push(override);
    else dead.push({ override, index, why });
  }
  return dead;
}

/** What is wrong with an override above `below` and under the later ones; null if it changes anything. */
function fault(below: Schedule, override: Override, later: readonly Override[]): DeadOverride['why'] | null {
  if (override.from >= override.to) return 'empty';
  const seen = subtract([override], spansInOrder(later));
  if (seen.length === 0) return 'hidden';
  const needless = seen.every(({ from, to }) => {
    const [shift] = shiftsBetween(below, from, to);
    return shift?.login === override.login && shift.from === from && shift.to === to;
  });
  return needless ? 'same' : null;
}
