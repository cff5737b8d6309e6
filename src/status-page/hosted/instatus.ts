import { planForInstatus } from './instatus-plan.ts';
import { readPosted, type InstatusPage } from './instatus-read.ts';
import type { HostedKind } from './target.ts';
import type { HostedWanted } from './wanted.ts';

/**
 * Instatus, by its documented API (https://instatus.com/help/api and its OpenAPI description, instatushq/openapi). It has no place for data
 * of others. So each message ends in a line that readers see and that says what it tells, see `refOf`; relied on is nothing but that the
 * API gives back `message` as it was written.
 *
 * A post-mortem is a further update, and maintenance is `INPROGRESS` while it is verified. The API takes no other time or name of a
 * maintenance without another message: there such a change stands in the words of the next update
 * only.
 */
export const instatus: HostedKind<HostedWanted, InstatusPage> = {
  title: 'Instatus',
  // It documents no limit.
  pace: 1_000,
  apiOf: () => 'https://api.instatus.com/v1',
  headersOf: (token) => ({ Authorization: `Bearer ${token}` }),
  read: readPosted,
  plan: planForInstatus,
};
