/** A way to answer one question many times; `run(count)` gives a sum of the answers, so that none can be left out. */
export interface Contestant {
  readonly name: string;
  readonly run: (count: number) => number;
}

/** Operations per second: the median of rounds that each take at least `roundMs`, after warming up. */
export function rate({ run }: Contestant, roundMs = 120, rounds = 7): number {
  let count = 1;
  let took = timed(run, count);
  while (took < roundMs) {
    count = Math.ceil(count * Math.min(10, Math.max(1.5, (1.2 * roundMs) / Math.max(took, 0.001))));
    took = timed(run, count);
  }
  const rates = Array.from({ length: took > 5 * roundMs ? 1 : rounds }, () => (count / timed(run, count)) * 1000);
  return median(rates);
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Milliseconds that `run(count)` takes. */
export function timed(run: (count: number) => number, count: number): number {
  const start = performance.now();
  if (Number.isNaN(run(count))) throw new Error('a contestant answered NaN');
  return performance.now() - start;
}

/** 51234567 as `51.2 M`. */
export function short(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toFixed(1)} M`;
  if (value >= 1e3) return `${(value / 1e3).toFixed(1)} k`;
  return value.toFixed(1);
}
