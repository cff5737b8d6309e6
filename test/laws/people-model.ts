import type { Incident } from '../../src/capabilities/incident.ts';
import { type Priority } from '../../src/model/priority.ts';
import { type Level, FOLLOWED, TARGETS, MINUTE, LEVELS, textOf } from './people-policy.ts';

/* The model: when a level is due, and what ends it. */

type Span = readonly [from: number, to: number];

/** So much time after an instant, the spans left out; Infinity if one never ends. */
function walk(from: number, ms: number, spans: readonly Span[]): number {
  let at = from;
  let left = ms;
  for (const [begin, end] of [...spans].sort(([a], [b]) => a - b)) {
    if (end <= at) continue;
    if (at + left <= begin) break;
    left -= Math.max(0, begin - at);
    at = end;
  }
  return at + left;
}

interface Owed {
  /** The first time, and the last one up to now or to its stop. */
  readonly first: number;
  readonly last: number;
  readonly stop: number;
  /** Since when a sending counts: before, it was about something else. */
  readonly since: number;
}

/** What is owed of a level by now; null if it is not due. */
export function owed(level: Level, incident: Incident, now: number): Owed | null {
  const {
    acknowledgement: acknowledged,
    mute: hold,
    priority: { periods: priorities, current: priority },
    issue: { openedAt },
    levels: { periods: levels },
    resolution: { gaps, resolved, ended },
    pauses: { spans: labelSpans },
  } = incident;
  const holds = (it: Priority): boolean =>
    level.at === 'start' ? FOLLOWED[it] === FOLLOWED[priority] : it === priority;
  const broken = priorities.findLastIndex((it) => !holds(it.priority));
  const changed = broken < 0 ? openedAt : priorities[broken + 1]!.from;
  const end = resolved?.at ?? ended?.at ?? Infinity;

  const isAcknowledge = level.at === 'acknowledge';
  const begin = isAcknowledge && levels.length > 1 ? levels.at(-1)!.from : openedAt;
  const since = Math.max(changed, begin);
  const target = level.at === 'start' ? 0 : TARGETS[priority][level.at];
  if (target === undefined) return null;
  const spans: Span[] = gaps.map(({ from, to }): Span => [from, to]);
  // What nobody resumes before the clock is stopped ends there.
  const halt = isAcknowledge ? Math.min(acknowledged?.at ?? Infinity, end) : end;
  for (const { from, to } of labelSpans.get('waiting') ?? []) spans.push([from, Math.min(to, halt)]);
  const pauses = level.at === 'start' ? [] : spans.filter(([from, to]) => from < to);
  const share = (level.share ?? 100) / 100;
  const moment = walk(walk(begin, target * share * MINUTE, pauses), (level.plus ?? 0) * MINUTE, pauses);
  const first = Math.max(moment, changed, hold.until ?? 0);

  const stop = Math.min(end, level.at === 'resolve' ? Infinity : taken(level, incident, changed));
  const until = Math.min(now, stop);
  if (first > until) return null;
  let last = first;
  while (level.repeat !== undefined) {
    const next = walk(last, level.repeat * MINUTE, pauses);
    if (next > until) break;
    last = next;
  }
  return { first, last, stop, since };
}

/** When those whom a level tells had no more to do because somebody had taken the incident on, or handed it on. */
function taken(
  { at }: Level,
  { acknowledgement: acknowledged, progress, levels: { periods: levels } }: Incident,
  changed: number,
): number {
  if (at !== 'start') return acknowledged?.at ?? Infinity;
  const times = levels.map((it) => it.acknowledged?.at ?? Infinity);
  const first = Math.min(...times, levels[1]?.from ?? Infinity);
  // Who took on what it was before has not heard of what it is now.
  return first < changed ? Math.min(...progress.filter((it) => it > changed), Infinity) : first;
}

export const isOver = ({ resolution: { resolved, ended } }: Incident): boolean => resolved !== null || ended !== null;
export const isQuiet = (incident: Incident, now: number): boolean =>
  incident.mute.until !== null && now < incident.mute.until && !isOver(incident);
/** The levels of the policy in force, each with the beginning of its keys. */
export const levelsOf = ({ priority: { current: priority } }: Incident): readonly (readonly [string, Level])[] =>
  LEVELS[FOLLOWED[priority]]!.map((level) => [`${FOLLOWED[priority]}:${textOf(level)}`, level]);
