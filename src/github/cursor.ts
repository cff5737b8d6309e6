import type { RawPage, RawTicket } from './translate.ts';

/** How far a list has been read. */
export interface Cursor {
  after: string | null;
  more: boolean;
}

/** It goes on behind a page, if everything is wanted; a page that was not asked for changes nothing. */
export function advanceCursor(cursor: Cursor, page: RawPage<RawTicket> | undefined, everything: boolean): void {
  if (!page) return;
  cursor.after = page.pageInfo.endCursor;
  cursor.more = everything && page.pageInfo.hasNextPage;
}
