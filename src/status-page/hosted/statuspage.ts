import { planForStatuspage } from './statuspage-plan.ts';
import { readWritten, type StatuspageText } from './statuspage-read.ts';
import type { HostedKind } from './target.ts';
import type { HostedWanted } from './wanted.ts';

/**
 * Statuspage of Atlassian, by its documented API (https://developer.statuspage.io). What was told stands in the `metadata` of its incidents,
 * whose top-level values must be objects, and is written with the update itself: `{ tocsin: { id, told } }`. A token may send one
 * request a second.
 */
export const statuspage: HostedKind<HostedWanted, readonly StatuspageText[]> = {
  title: 'Statuspage',
  pace: 1_000,
  apiOf: () => 'https://api.statuspage.io/v1',
  headersOf: (token) => ({ Authorization: `OAuth ${token}` }),
  read: readWritten,
  plan: planForStatuspage,
};
