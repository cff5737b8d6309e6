/** How many times as many cases as usual are tried: one in the suite, many in `.ci/run` and in `npm run torture`. */
const TIMES = Number(process.env.TOCSIN_FUZZ ?? 1);

/**
 * For fast-check: so many random cases, times `TOCSIN_FUZZ`. They are the same each time, unless `TOCSIN_SEED` names others; a
 * failure tells its seed.
 */
export function tries(numRuns: number, seed = 20261121): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: Math.ceil(numRuns * TIMES), seed: Number(process.env.TOCSIN_SEED ?? seed) };
}
