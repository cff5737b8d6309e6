import type { Figures, MonthFigures, Points } from './figures.ts';
import { thinned } from './points.ts';

/** How much of each list is kept, from all of it to as good as nothing. */
const STEPS = [
  { rows: 500, lists: 500, points: 500 },
  { rows: 250, lists: 100, points: 200 },
  { rows: 120, lists: 50, points: 100 },
  { rows: 50, lists: 25, points: 50 },
  { rows: 0, lists: 10, points: 20 },
  { rows: 0, lists: 3, points: 5 },
] as const;

/**
 * As much of some figures as fits somewhere: of long lists the beginning stays, of many points some that tell the same, and of the rows
 * the newest. Sums and counts stay as they are.
 */
export function fitted(figures: MonthFigures, fits: (it: MonthFigures) => boolean): MonthFigures {
  const all = STEPS.map((step) => shortened(figures, step));
  return all.find(fits) ?? all.at(-1)!;
}

function shortened(figures: MonthFigures, { rows, lists, points }: (typeof STEPS)[number]): MonthFigures {
  const few = (it: Points): Points => thinned(it, points);
  const first = <K extends keyof Figures>(key: K): Figures[K] =>
    (figures[key] as readonly unknown[]).slice(0, lists) as unknown as Figures[K];
  return {
    ...figures,
    categories: first('categories'),
    subcategories: first('subcategories'),
    owners: first('owners'),
    causes: first('causes'),
    recurring: first('recurring'),
    corrections: first('corrections'),
    load: first('load'),
    tolerances: first('tolerances'),
    services: first('services'),
    durations: figures.durations.map((it) => ({ ...it, ...few(it) })),
    clocks: figures.clocks.map((it) => ({ ...it, late: few(it.late), lag: few(it.lag) })),
    rows: rows === 0 ? [] : figures.rows.slice(-rows),
    isCut: figures.isCut || figures.rows.length > rows,
  };
}
