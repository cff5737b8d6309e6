/** How many rows a full page has. */
const FULL = 100;
/** More pages are not read: a thousand entries are more than anybody looks back on. */
const MOST = 10;

/** The rows of a list, page after page, until one is not full or its last row is not wanted any more. */
export async function allPages<Row>(
  page: (number: number) => Promise<readonly Row[]>,
  isWanted: (row: Row) => boolean,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let number = 1; number <= MOST; number++) {
    const more = await page(number);
    rows.push(...more);
    const last = more.at(-1);
    if (last === undefined || more.length < FULL || !isWanted(last)) break;
  }
  return rows;
}
