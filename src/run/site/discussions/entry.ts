import type { Instant } from '../../../calendar/calendar.ts';
import { DAY } from '../../../calendar/length.ts';
import { fileOf } from '../../../status-page/address.ts';
import {
  CONDITIONS,
  type PublicIncident,
  type PublicMaintenance,
  type PublicText,
  type PublicUpdate,
  type StatusPage,
} from '../../../status-page/page.ts';
import { tidy } from '../../../status-page/tidy.ts';
import { siteWords } from '../../../status-page/words.ts';

/** One thing that was told, as subscribers read it. */
export interface SaidInDiscussion {
  readonly id: string;
  readonly at: Instant;
  readonly stage: PublicText;
  readonly text: PublicText;
  readonly correctedAt: Instant | null;
  /** Whether it says that all is over. */
  readonly isEnd: boolean;
}

/** What has a Discussion of its own: an incident of the page, or a maintenance. Made of what the page shows, and of nothing else. */
export interface Entry {
  readonly kind: 'incident' | 'maintenance';
  readonly id: string;
  readonly title: PublicText;
  readonly components: readonly PublicText[];
  /** When a maintenance is planned; null for an incident. */
  readonly planned: { readonly from: Instant; readonly to: Instant } | null;
  /** Its address on the page, in the first language. */
  readonly url: string;
  /** Oldest first; at least one. */
  readonly said: readonly SaidInDiscussion[];
}

/** What there is to tell of a page: the worst incident first, then the newest; maintenance last. */
export function entriesOf(untidy: StatusPage): readonly Entry[] {
  const page = tidy(untidy);
  const named = (ids: readonly string[]): PublicText[] =>
    page.components.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const badness = ({ harm }: PublicIncident): number => CONDITIONS.indexOf(harm);
  const common = (kind: Entry['kind'], it: PublicIncident | PublicMaintenance) => ({
    kind,
    id: it.id,
    title: it.title,
    components: named(it.components),
    url: `${page.url}/${fileOf(kind, it.id)}`,
  });
  return [
    ...page.incidents
      .toSorted((a, b) => badness(b) - badness(a))
      .map((it) => ({
        ...common('incident', it),
        planned: null,
        said: it.updates.map((update) =>
          saidOf(update, 'stage', update.stage === 'resolved' || update.stage === 'postmortem'),
        ),
      })),
    ...page.maintenances.map((it) => ({
      ...common('maintenance', it),
      planned: { from: it.from, to: it.to },
      said: it.updates.map((update) =>
        saidOf(update, 'maintenanceStage', update.stage === 'completed' || update.stage === 'cancelled'),
      ),
    })),
  ];
}

function saidOf<Names extends 'stage' | 'maintenanceStage', Stage extends keyof (typeof siteWords)['en'][Names]>(
  { id, at, stage, text, correctedAt }: PublicUpdate<Stage>,
  names: Names,
  isEnd: boolean,
): SaidInDiscussion {
  const called = { en: siteWords.en[names][stage], fr: siteWords.fr[names][stage] } as PublicText;
  return { id, at, stage: called, text, correctedAt, isEnd };
}

/** Whether something is still news, as for the notifiers of the public: after a day it is none. */
export function isEntryNews(at: Instant, now: Instant): boolean {
  return now - at < DAY;
}

/** When it was over; null while it goes on. What is told after the end, such as a report, ends nothing once more. */
function overAt({ said }: Entry): Instant | null {
  const last = said.findLastIndex(({ isEnd }) => !isEnd);
  return said[last + 1]?.at ?? null;
}

/** Whether it gets a Discussion, if it has none: there is news of it, and it was not over more than a day ago. */
export function isToOpen(entry: Entry, now: Instant): boolean {
  const over = overAt(entry);
  return entry.said.some(({ at }) => isEntryNews(at, now)) && (over === null || isEntryNews(over, now));
}

/** Whether its texts are kept as they are on the page: it goes on, or something was told or corrected within a day. */
export function isKept(entry: Entry, now: Instant): boolean {
  return overAt(entry) === null || entry.said.some(({ at, correctedAt }) => isEntryNews(correctedAt ?? at, now));
}
