import type { Instant, Interval } from '../calendar/calendar.ts';
import type { Incident } from '../capabilities/incident.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { ClockName } from '../capabilities/clocks/table.ts';

/**
 * When a clock does not count: while a label that pauses it is on the issue, and between an end and a reopening. They may
 * overlap; a calendar counts that once. A pause that still goes on when the clock is stopped ends there and counts.
 */
export function pausesOf(
  incident: Incident,
  policy: Policy,
  name: ClockName,
  stop: Instant | null = null,
): readonly Interval[] {
  const labels = [...policy.pauses].filter(([, clocks]) => clocks.includes(name)).map(([label]) => label);
  const spans = labels.flatMap((label) => incident.labelSpans.get(label) ?? []);
  // The post-mortem waits for no reopening: it begins with the resolution that counts.
  const gaps = name === 'post-mortem' || name === 'review' ? [] : incident.gaps;
  return [...gaps, ...spans]
    .map(({ from, to }) => ({ from, to: Math.min(to, stop ?? Infinity) }))
    .filter(({ from, to }) => from < to);
}
