import * as z from 'zod/mini';
import { DAY } from '../../calendar/length.ts';
import { allPages } from './pages.ts';
import type { Ask, HostedTarget } from './target.ts';
import type { HostedWanted } from './wanted.ts';

const components = z.nullish(z.array(z.object({ id: z.string(), status: z.string() })));

const OURS = z.object({ tocsin: z.object({ id: z.string(), told: z.string() }) });

const INCIDENT = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  created_at: z.string(),
  metadata: z.nullish(z.record(z.string(), z.unknown())),
  components,
  scheduled_for: z.nullish(z.string()),
  scheduled_until: z.nullish(z.string()),
  /** A time; by the documentation a boolean. */
  postmortem_published_at: z.nullish(z.union([z.string(), z.boolean()])),
});

/** An incident or a maintenance of ours, as it stands there. */
export interface StatuspageText extends z.output<typeof INCIDENT> {
  /** The entry that it is for. */
  readonly entry: string;
  /** The versions of updates that it tells. */
  readonly told: readonly string[];
}

/** As far back as our page goes. */
const OLDEST = 400 * DAY;

/**
 * What of ours stands on a page of Statuspage. No search of theirs looks into `metadata`, so the incidents are listed: those that are open, and
 * the newest of all.
 */
export async function readWritten(
  ask: Ask,
  { page }: HostedTarget,
  { at }: HostedWanted,
): Promise<readonly StatuspageText[]> {
  const root = `/pages/${encodeURIComponent(page)}/incidents`;
  const rows = z.array(INCIDENT);
  const unresolved = await allPages(
    async (number) => rows.parse(await ask(`${root}/unresolved?page=${number}&per_page=100`)),
    () => true,
  );
  const all = await allPages(
    async (number) => rows.parse(await ask(`${root}?limit=100&page=${number}`)),
    ({ created_at: created }) => !(Date.parse(created) < at - OLDEST),
  );
  const byId = new Map([...unresolved, ...all].map((row) => [row.id, row]));
  return [...byId.values()].flatMap((row) => {
    const ours = OURS.safeParse(row.metadata);
    if (!ours.success) return [];
    const { id, told } = ours.data.tocsin;
    return [{ ...row, entry: id, told: told.split(' ').filter((version) => version !== '') }];
  });
}
