import type { ServiceFigures } from './figures.ts';

/** How a service stands against what is promised of a time. */
export interface FigureStanding {
  /** The share of the time gone by for which it was available, from 0 to 1: by what counts, and by all; null if nothing was promised. */
  readonly availability: number | null;
  readonly availabilityOfAll: number | null;
  readonly objective: number | null;
  /** How much downtime the objective allows for in the whole time, and how much of that is left; less than 0 if it is overspent. In milliseconds; null without an objective. */
  readonly budget: number | null;
  readonly left: number | null;
  /** The same as a share; null where nothing is allowed. */
  readonly leftShare: number | null;
  /** How fast it is spent: 1 spends it exactly by the end. Null at the beginning, and where nothing is allowed. */
  readonly burn: number | null;
}

/** By its month, or by its year with the figures of the year. */
export function figureStandingOf(figures: ServiceFigures, of: 'month' | 'year'): FigureStanding {
  const { objective: both, promised, promisedInYear, elapsed, down, counted } = figures;
  const objective = both[of];
  const whole = of === 'month' ? promised : promisedInYear;
  // In whole milliseconds: 1 - 0.999 is not quite 0.001.
  const budget = objective === null ? null : Math.round(whole * (1 - objective));
  const share = (gone: number): number | null => (elapsed > 0 ? Math.max(0, 1 - gone / elapsed) : null);
  const isAllowed = budget !== null && budget > 0;
  return {
    availability: share(counted),
    availabilityOfAll: share(down),
    objective,
    budget,
    left: budget === null ? null : budget - counted,
    leftShare: isAllowed ? (budget - counted) / budget : null,
    burn: isAllowed && elapsed > 0 && whole > 0 ? counted / budget / (elapsed / whole) : null,
  };
}
