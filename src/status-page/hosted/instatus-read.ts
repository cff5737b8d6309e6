import * as z from 'zod/mini';
import { DAY } from '../../calendar/length.ts';
import type { Instant } from '../../calendar/calendar.ts';
import { readRef, type Ref } from './instatus-ref.ts';
import { allPages } from './pages.ts';
import type { Ask, HostedTarget } from './target.ts';
import type { HostedEntry, HostedWanted } from './wanted.ts';

const UPDATE = z.object({ message: z.nullish(z.string()), createdAt: z.nullish(z.string()) });

const ROW = z.object({
  id: z.string(),
  name: z.string(),
  /** Of an incident. */
  started: z.nullish(z.string()),
  /** Of a maintenance. */
  start: z.nullish(z.string()),
  updates: z.nullish(z.array(UPDATE)),
  components: z.nullish(z.array(z.object({ id: z.string() }))),
});

/** An incident or a maintenance of ours, as it stands there. */
export interface Posted extends z.output<typeof ROW> {
  /** The entry that it is for. */
  readonly entry: string;
  readonly kind: HostedEntry['kind'];
  /** What its messages refer to. */
  readonly told: readonly Ref[];
  /** When it was made there; null where that is not said. */
  readonly madeAt: Instant | null;
}

const COMPONENTS = z.array(z.object({ id: z.string(), status: z.string() }));

/** A page of Instatus. */
export interface InstatusPage {
  readonly posted: readonly Posted[];
  readonly components: z.output<typeof COMPONENTS>;
}

const OLDEST = 400 * DAY;

/** What of ours stands on a page of Instatus, and how its components are: the newest of its incidents and maintenances are listed. */
export async function readPosted(ask: Ask, { page }: HostedTarget, { at }: HostedWanted): Promise<InstatusPage> {
  const root = `/${encodeURIComponent(page)}`;
  const rows = z.array(ROW);
  const list = async (kind: HostedEntry['kind']): Promise<readonly Posted[]> => {
    const all = await allPages(
      async (number) => rows.parse(await ask(`${root}/${kind}s?page=${number}&per_page=100`)),
      ({ started, start }) => !(Date.parse(started ?? start ?? '') < at - OLDEST),
    );
    return all.flatMap((row) => {
      const updates = row.updates ?? [];
      const told = updates.flatMap(({ message }) => readRef(message ?? '') ?? []);
      const made = updates.map(({ createdAt }) => Date.parse(createdAt ?? '')).filter((at) => !Number.isNaN(at));
      const [first] = told;
      if (first === undefined) return [];
      return [{ ...row, entry: first.entry, kind, told, madeAt: made.length === 0 ? null : Math.min(...made) }];
    });
  };
  const posted = [...(await list('incident')), ...(await list('maintenance'))];
  const components = await allPages(
    async (number) => COMPONENTS.parse(await ask(`${root}/components?page=${number}&per_page=100`)),
    () => true,
  );
  return { posted, components: [...components] };
}
