import type { Start } from './context.ts';

/**
 * How long a run goes on before it begins nothing new, in milliseconds. The jobs of the example workflow are cut off after ten minutes:
 * what is under way then has three left, which a few requests and pages without an answer may take.
 */
export const LONGEST_RUN = 7 * 60_000;

/** Whether the time of a run is up: it ends what it does, and leaves the rest to the next one. */
export function isOver({ elapsed }: Pick<Start, 'elapsed'>): boolean {
  return elapsed() >= LONGEST_RUN;
}
