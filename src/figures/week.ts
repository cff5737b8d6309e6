import type { Interval } from '../calendar/calendar.ts';
import { counts, countOf, isIn } from './counted.ts';
import type { IncidentFacts } from './facts.ts';
import type { Count, FiguresPolicy } from './figures.ts';

/** A week in short. */
export interface WeekFigures extends Count {
  readonly met: number;
  readonly missed: number;
}

/** What some days come to, counted as a month is. */
export function weekOf(all: readonly IncidentFacts[], policy: FiguresPolicy, time: Interval): WeekFigures {
  const facts = all.filter((it) => counts(it, policy));
  const clocks = facts.flatMap((it) => it.clocks.filter(({ at }) => isIn(at, time)));
  const number = (result: 'met' | 'missed'): number =>
    clocks.reduce((sum, it) => sum + (it.result === result ? it.times : 0), 0);
  const incidents = facts.filter(({ kind }) => kind === 'incident');
  return { ...countOf(incidents, time), met: number('met'), missed: number('missed') };
}
