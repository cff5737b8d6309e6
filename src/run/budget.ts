import type { Run, Start } from './context.ts';
import type { Stop } from './report.ts';

/**
 * How long a run goes on before it begins nothing new, in milliseconds. The jobs of the example workflow are cut off after ten minutes:
 * what is under way then has three left, which a few requests and pages without an answer may take.
 */
const LONGEST_RUN = 7 * 60_000;

/** Whether the time of a run is up: it ends what it does, and leaves the rest to the next one. */
export function isOver({ elapsed }: Pick<Start, 'elapsed'>): boolean {
  return elapsed() >= LONGEST_RUN;
}

/** The share of the hour's allowance that is kept for the runs after this one; what is not urgent leaves more. */
const RESERVE = { urgent: 0.1, others: 0.25 } as const;

/** Why a run begins no other incident, be it an urgent one or not; null if it goes on. */
export function whyStop(run: Pick<Run, 'elapsed' | 'github'>, isUrgent: boolean): Stop | null {
  if (isOver(run)) return 'time';
  return run.github.allowance() < RESERVE[isUrgent ? 'urgent' : 'others'] ? 'allowance' : null;
}

/** After so long a run that is not yet done looks whether there is a new P0, in milliseconds. */
export const LOOK_AGAIN = 60_000;

const FEWEST = 10;
const MOST = 100;

/**
 * How many incidents are dealt with side by side: as many as take a minute, if they take as long as those before, in milliseconds each. The
 * most urgent, before which there was none, is dealt with by itself, and waits for no other.
 */
export function sizeOfGroup(each: number | null, allowance: number): number {
  if (each === null) return 1;
  return allowance > 0.5 ? Math.max(FEWEST, Math.min(MOST, Math.floor(LOOK_AGAIN / Math.max(1, each)))) : FEWEST;
}
