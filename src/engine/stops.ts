import type { Instant } from '../calendar/calendar.ts';
import type { Step } from '../model/escalation.ts';
import type { Clocked, ClockSpec } from './clocked.ts';
import type { MeasuredClock } from './clocks.ts';
import type { Done } from './record.ts';

/** What ends a step. */
export type StepStop = NonNullable<Done['skipped']>;

/** When somebody first took the incident on, or handed it on: those who are told at its start have nothing to do with it then. */
function firstTaken<N extends string>({ levels }: Clocked<N>): Instant | null {
  const moments = levels.flatMap(({ acknowledged, by, from }) => [
    ...(acknowledged === null ? [] : [acknowledged.at]),
    ...(by === null ? [] : [from]),
  ]);
  return moments.length === 0 ? null : Math.min(...moments);
}

/** Whether a clock of the incident ends with something of its own, before the resolution. */
function isStoppedByItself({ startsAt, stoppedBy }: ClockSpec): boolean {
  return startsAt === 'opening' && stoppedBy.length > 0;
}

/** What ended a step, and when. What watches a clock that starts at the resolution goes on after it, until what it waits for is there. */
export function stopOf<N extends string>(
  clocked: Clocked<N>,
  step: Step<N>,
  clock: MeasuredClock<N> | null,
  since: Instant,
): { readonly at: Instant; readonly by: StepStop } | null {
  const { specs, resolved, ended, progress } = clocked;
  const acknowledged = step.at.clock === 'start' ? firstTaken(clocked) : (clocked.acknowledged?.at ?? null);
  if (clock && specs[clock.name].startsAt === 'resolution')
    return clock.stoppedAt === null ? null : { at: clock.stoppedAt, by: 'resolved' };
  const end = resolved ?? ended;
  // Who took a P3 on has not taken on the P0 that it became: those whom the new policy starts with must hear of it.
  const stale = step.at.clock === 'start' && acknowledged !== null && acknowledged < since;
  const taken = stale ? (progress.find((at) => at > since) ?? null) : acknowledged;
  // A workaround that is there, data that is back: what only asks for that is over.
  const own = clock && isStoppedByItself(specs[clock.name]) ? clock.stoppedAt : null;
  const stops = [
    ...(own === null ? [] : [{ at: own, by: 'stopped' as const }]),
    ...(end ? [{ at: end.at, by: 'resolved' as const }] : []),
    ...(step.until === 'acknowledged' && taken !== null ? [{ at: taken, by: 'acknowledged' as const }] : []),
  ].sort((a, b) => a.at - b.at);
  return stops[0] ?? null;
}
