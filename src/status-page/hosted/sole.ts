interface Made {
  readonly entry: string;
  readonly told: readonly unknown[];
}

/**
 * What stands there of each entry, by its id: of several, which only runs at the same time can have made, the one that tells most, or else the
 * first by `before`. The others are to go.
 */
export function soleOf<Row extends Made>(
  rows: readonly Row[],
  before: (a: Row, b: Row) => number,
): { readonly sole: ReadonlyMap<string, Row>; readonly others: readonly Row[] } {
  const sole = new Map<string, Row>();
  const others: Row[] = [];
  for (const row of [...rows].sort((a, b) => b.told.length - a.told.length || before(a, b)))
    if (sole.has(row.entry)) others.push(row);
    else sole.set(row.entry, row);
  return { sole, others };
}
