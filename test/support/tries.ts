/** How many times as many cases as usual are tried: one in the suite, many in `.ci/run` and in `npm run torture`. */
const TIMES = Number(process.env.TOCSIN_FUZZ ?? 1);

/**
 * For fast-check: so many random cases, times `TOCSIN_FUZZ`. They are the same each time, unless `TOCSIN_SEED` names others; a
 * failure tells its seed.
 */
export function tries(numRuns: number, seed = 20261121): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: Math.ceil(numRuns * TIMES), seed: Number(process.env.TOCSIN_SEED ?? seed) };
}

/** Of the cases of a search that leaves nothing out, the suite tries one in so many; with more tries than usual, all are. */
const ONE_IN = TIMES > 1 ? 1 : 4;

/** The cases of such a search that are tried, other ones in each turn. */
export function share<Case>(cases: readonly Case[], turn: number): Case[] {
  return cases.filter((_, at) => (at + turn) % ONE_IN === 0);
}

/** Of `count` cases, how many such a share has at least. */
export const inShare = (count: number): number => Math.max(1, Math.floor(count / ONE_IN));
