import type { Interval } from '../../calendar/calendar.ts';
import { HOUR } from '../../calendar/length.ts';
import type { Incident } from '../../capabilities/incident.ts';

/** So long, in milliseconds, may nothing be on record of an incident that somebody works on. */
const LONG = HOUR;

/** The most holes that are named, the longest. */
const MOST = 5;

/** The stretches of a resolved incident of which the record has nothing that people did or said, in their order. */
export function holesIn({ issue, resolution }: Pick<Incident, 'issue' | 'resolution'>): readonly Interval[] {
  const end = resolution.resolved?.at;
  if (end === undefined) return [];
  const acts = issue.timeline
    .filter(({ at, own, actor }) => !own && actor?.bot !== true && at > issue.openedAt && at < end)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const starts = [issue.openedAt, ...acts];
  return starts
    .map((from, i) => ({ from, to: starts[i + 1] ?? end }))
    .filter(({ from, to }) => to - from > LONG)
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, MOST)
    .sort((a, b) => a.from - b.from);
}
