import type { Instant } from '../../calendar/calendar.ts';
import type { Policy } from '../policy.ts';
import type { Level } from '../../model/level.ts';
import type { LevelPeriod } from '../incident.ts';
import type { Moment } from '../../model/moment.ts';

/** Follows an incident through the levels of support. */
export interface LevelTrack {
  readonly current: () => Level;
  /**
   * Hands the incident to another level, which has to take it on anew; `acknowledged` is how the present one did. Says whether
   * that changed anything.
   */
  readonly cascade: (
    level: Level,
    at: Instant,
    by: string | null,
    text: string,
    acknowledged: Moment | null,
  ) => boolean;
  /** The same level has to take it on anew. */
  readonly again: (at: Instant) => void;
  readonly finish: (acknowledged: Moment | null) => readonly LevelPeriod[];
}

/** Begins on the level on which the incident landed. */
export function trackLevels(first: Level, openedAt: Instant): LevelTrack {
  const periods: LevelPeriod[] = [{ level: first, from: openedAt, by: null, text: '', acknowledged: null }];
  const last = (): LevelPeriod => periods.at(-1)!;
  return {
    current: () => last().level,
    cascade(level, from, by, text, acknowledged) {
      if (last().level === level) return false;
      periods.push({ ...periods.pop()!, acknowledged }, { level, from, by, text, acknowledged: null });
      return true;
    },
    again(from) {
      periods.push({ level: last().level, from, by: null, text: '', acknowledged: null });
    },
    finish: (acknowledged) => [...periods.slice(0, -1), { ...last(), acknowledged }],
  };
}

/** A source as the policy spells it. */
export function sourceOf({ sources }: Policy, text: string | null): string | null {
  const known = [...sources.keys()].find((name) => name.toLowerCase() === text?.toLowerCase());
  return known ?? text;
}
