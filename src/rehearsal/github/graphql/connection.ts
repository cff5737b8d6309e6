import { notFound } from '../refusal.ts';

export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** Where an item stands in its list: compared part by part. A cursor is this key, so pages survive what is added or taken away. */
export type SortKey = readonly (string | number)[];

/** One page of a list, as every connection type shows it; `extra` answers the fields that only some have. */
export interface Connection<Item = unknown> {
  readonly nodes: readonly Item[];
  readonly cursorAt: (index: number) => string;
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly extra: Readonly<Record<string, unknown>>;
}

/**
 * The page of `items` that the arguments ask for. The items come sorted, `keyOf` gives the places by which they are:
 * ascending, or descending with `direction` -1.
 */
export function connectionOf<Item>(
  items: readonly Item[],
  page: PageArguments,
  keyOf: (item: Item, index: number) => SortKey,
  { direction = 1, extra = {} }: { direction?: 1 | -1; extra?: Readonly<Record<string, unknown>> } = {},
): Connection<Item> {
  let start = 0;
  let end = items.length;
  if (page.after) {
    const after = decode(page.after);
    while (start < end && direction * compareKeys(keyOf(items[start]!, start), after) <= 0) start += 1;
  }
  if (page.before) {
    const before = decode(page.before);
    while (end > start && direction * compareKeys(keyOf(items[end - 1]!, end - 1), before) >= 0) end -= 1;
  }
  const filteredCount = end - start;
  if (typeof page.first === 'number') end = Math.min(end, start + page.first);
  else if (typeof page.last === 'number') start = Math.max(start, end - page.last);
  const nodes = items.slice(start, end);
  // Encoded only where one asks for it: a page has many items and seldom needs more than its last cursor.
  const cursorAt = (index: number) => encode(keyOf(nodes[index]!, start + index));
  return {
    nodes,
    cursorAt,
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length > 0 ? cursorAt(0) : null,
      endCursor: nodes.length > 0 ? cursorAt(nodes.length - 1) : null,
    },
    extra: { filteredCount, pageCount: nodes.length, ...extra },
  };
}

/** The key of lists that have no better order than the one they are in. */
export function byIndex(_item: unknown, index: number): SortKey {
  return [index];
}

export function compareKeys(a: SortKey, b: SortKey): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}

function encode(key: SortKey): string {
  return Buffer.from(`cursor:v2:${JSON.stringify(key)}`).toString('base64');
}

function decode(cursor: string): SortKey {
  const text = Buffer.from(cursor, 'base64').toString();
  if (!text.startsWith('cursor:v2:')) throw notFound(`\`${cursor}\` does not appear to be a valid cursor.`);
  return JSON.parse(text.slice('cursor:v2:'.length)) as SortKey;
}
