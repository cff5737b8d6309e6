import type { Instant } from '../../calendar/calendar.ts';
import type { Language } from '../../model/language.ts';
import { conditionsOf, worstOf } from '../condition.ts';
import type {
  Condition,
  Harm,
  MaintenanceStage,
  PublicIncident,
  PublicMaintenance,
  PublicStage,
  PublicUpdate,
  StatusPage,
} from '../page.ts';
import { tidy } from '../tidy.ts';
import type { HostedTarget } from './target.ts';

/** One thing that was told, in the first language of the page. */
export interface Update<Stage = PublicStage | MaintenanceStage> {
  readonly id: string;
  readonly at: Instant;
  readonly stage: Stage;
  /** Markdown. */
  readonly text: string;
  readonly correctedAt: Instant | null;
}

interface EntryOf<Kind, Stage> {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  /** What its components are called there; those without a name there are left out. */
  readonly components: readonly string[];
  readonly stage: Stage;
  readonly from: Instant;
  /** Null while it goes on; of maintenance, as planned. */
  readonly to: Instant | null;
  /** Since when nothing more is expected of it; null while something is. */
  readonly overAt: Instant | null;
  /** Oldest first; at least one. */
  readonly updates: readonly Update<Stage>[];
}

export type IncidentEntry = EntryOf<'incident', PublicStage> & { readonly harm: Harm };
export type MaintenanceEntry = EntryOf<'maintenance', MaintenanceStage>;
export type HostedEntry = IncidentEntry | MaintenanceEntry;

/** What a hosted page is to show. */
export interface HostedWanted {
  readonly at: Instant;
  readonly language: Language;
  /** The worst first, then the oldest: where time allows only a part, that part is told. */
  readonly entries: readonly HostedEntry[];
  /** The ids of what is known and not for the public: what of it stands there is taken off. */
  readonly gone: ReadonlySet<string>;
  /** How each component is by all that is on the page, by what it is called there. */
  readonly states: ReadonlyMap<string, Condition>;
}

/** What a hosted page is to show of a status page. `keyOf` has the keys of components by their ids. */
export function hostedWantedOf(
  untidy: StatusPage,
  target: Pick<HostedTarget, 'components'>,
  keyOf: ReadonlyMap<string, string>,
  gone: ReadonlySet<string>,
): HostedWanted {
  const page = tidy(untidy);
  const language = page.languages[0]!;
  const called = (id: string): string | undefined => target.components[keyOf.get(id) ?? ''];
  const named = (ids: readonly string[]): string[] => [...new Set(ids.flatMap((id) => called(id) ?? []))];
  const states = new Map<string, Condition>();
  for (const [id, condition] of conditionsOf(page)) {
    const name = called(id);
    if (name !== undefined) states.set(name, worstOf([states.get(name) ?? 'operational', condition]));
  }
  const common = <Stage>(it: PublicIncident | PublicMaintenance, updates: readonly PublicUpdate<Stage>[]) => ({
    id: it.id,
    title: it.title[language],
    components: named(it.components),
    from: it.from,
    updates: updates.map((update) => ({ ...update, text: update.text[language] || '–' })),
  });
  return {
    at: page.at,
    language,
    gone,
    states,
    entries: [
      ...page.incidents.map((it): IncidentEntry => {
        const { harm, stage, to, updates } = it;
        return { kind: 'incident', ...common(it, updates), harm, stage, to, overAt: overAtOf(it, IS_OVER) };
      }),
      ...page.maintenances.map((it): MaintenanceEntry => {
        const { stage, to, updates } = it;
        return { kind: 'maintenance', ...common(it, updates), stage, to, overAt: overAtOf(it, IS_DONE) };
      }),
    ].sort((a, b) => weightOf(a) - weightOf(b) || a.from - b.from || (a.id < b.id ? -1 : 1)),
  };
}

const IS_OVER: readonly unknown[] = ['resolved', 'postmortem'] satisfies PublicStage[];
const IS_DONE: readonly unknown[] = ['completed', 'cancelled'] satisfies MaintenanceStage[];
const HARMS: readonly Harm[] = ['major_outage', 'partial_outage', 'degraded_performance'];

function weightOf(entry: HostedEntry): number {
  if (entry.kind === 'maintenance') return 2 * HARMS.length;
  return HARMS.indexOf(entry.harm) + (entry.overAt === null ? 0 : HARMS.length);
}

/** When the first of the updates at its end was told that say it is over. */
function overAtOf<Stage>(
  { updates }: { readonly updates: readonly PublicUpdate<Stage>[] },
  over: readonly unknown[],
): Instant | null {
  const last = updates.findLastIndex(({ stage }) => !over.includes(stage));
  return updates[last + 1]?.at ?? null;
}
