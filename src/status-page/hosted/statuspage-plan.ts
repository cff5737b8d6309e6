import { API_IMPACT } from '../api/incident.ts';
import { newsOf, type News } from './news.ts';
import { soleOf } from './sole.ts';
import type { StatuspageText } from './statuspage-read.ts';
import { statesWith } from './states.ts';
import { CREATED, type HostedStep, type HostedTarget } from './target.ts';
import type { HostedEntry, HostedWanted } from './wanted.ts';

/** What has to be written so that Statuspage shows what is wanted. */
export function planForStatuspage(
  wanted: HostedWanted,
  remote: readonly StatuspageText[],
  { page }: HostedTarget,
): readonly HostedStep[] {
  const root = `/pages/${encodeURIComponent(page)}`;
  const at = ({ id }: { readonly id: string }) => `${root}/incidents/${id === CREATED ? id : encodeURIComponent(id)}`;
  const { sole, others } = soleOf(remote, (a, b) => (a.created_at < b.created_at ? -1 : 1));
  const states = statesWith(wanted, remote);
  const mend = (entry: string, ids: readonly string[]): readonly HostedStep[] =>
    states.mend(ids).map(([id, status]) => ({
      method: 'PATCH',
      path: `${root}/components/${encodeURIComponent(id)}`,
      body: { component: { status } },
      entry,
    }));
  const idsOf = (it: StatuspageText | undefined): string[] => (it?.components ?? []).map(({ id }) => id);
  const leaving = [...others, ...[...sole.values()].filter(({ entry }) => wanted.gone.has(entry))];
  return [
    // The components first: once an entry is gone nobody knows what it had concerned.
    ...leaving.flatMap((it): HostedStep[] => [
      ...mend(it.entry, wanted.gone.has(it.entry) ? idsOf(it) : []),
      { method: 'DELETE', path: at(it), entry: it.entry },
    ]),
    ...wanted.entries.flatMap((entry): readonly HostedStep[] => {
      const written = sole.get(entry.id);
      const told = toldOf(entry, { wanted, written, at, take: states.take });
      const isOpen = entry.overAt === null && (written !== undefined || told.length > 0);
      const left = idsOf(written).filter((id) => !entry.components.includes(id));
      return [
        // What is no longer concerned is let go before the entry forgets it.
        ...mend(entry.id, isOpen || told.length > 0 ? left : []),
        ...told,
        ...mend(entry.id, isOpen ? entry.components : []),
      ];
    }),
  ];
}

interface Place {
  readonly wanted: HostedWanted;
  readonly written: StatuspageText | undefined;
  readonly at: (it: { readonly id: string }) => string;
  readonly take: (ids: readonly string[]) => Readonly<Record<string, string>>;
}

/** What is new of one entry, each in a request of its own: that is what its readers are notified of. */
function toldOf(entry: HostedEntry, { wanted, written, at, take }: Place): readonly HostedStep[] {
  const news = newsOf(entry, written?.told ?? [], wanted);
  const { id, components: concerned } = entry;
  // There is room for one.
  const document = entry.updates.find(({ stage }) => stage === 'postmortem');
  const record = (it: News) => ({
    metadata: { ...written?.metadata, tocsin: { id, told: it.told.join(' ') } },
  });
  if (news.length === 0) return written === undefined ? [] : changed(entry, written, { path: at(written), take });
  return news.flatMap((it, i): readonly HostedStep[] => {
    const isNew = written === undefined && i === 0;
    const path = at(written ?? { id: CREATED });
    const before = i === 0 ? written?.status : statusOf(news[i - 1]!);
    if (it.update.id === document?.id && before === 'resolved')
      return publication(it, { path, entry: id, written, ...record(it) });
    const incident = {
      name: entry.title,
      status: statusOf(it),
      body: it.text,
      impact_override: entry.kind === 'incident' ? API_IMPACT[entry.harm] : 'maintenance',
      ...concernedOf(concerned, take),
      ...plannedOf(entry),
      deliver_notifications: true,
      ...record(it),
    };
    return [
      isNew
        ? {
            method: 'POST',
            path: at({ id: '' }).slice(0, -1),
            body: { incident: { ...incident, ...(entry.kind === 'maintenance' && BY_HAND) } },
            creates: true,
            entry: id,
          }
        : { method: 'PATCH', path, body: { incident }, entry: id },
    ];
  });
}

/** Where its words are others. A post-mortem is a document beside an incident that is resolved. */
const STATUS: Readonly<Record<string, string>> = { postmortem: 'resolved', cancelled: 'completed' };

const statusOf = ({ stage }: News): string => STATUS[stage] ?? stage;

/** We say how far a maintenance is, and no clock of theirs. */
const BY_HAND = {
  scheduled_auto_in_progress: false,
  scheduled_auto_completed: false,
  auto_transition_to_maintenance_state: false,
  auto_transition_to_operational_state: false,
};

function plannedOf(entry: HostedEntry) {
  if (entry.kind === 'incident') return {};
  const stamp = (at: number): string => new Date(at).toISOString();
  return { scheduled_for: stamp(entry.from), scheduled_until: stamp(entry.to!) };
}

/** The post-mortem: a draft that is published, and then noted as told. What was published already notifies nobody again. */
function publication(
  { update }: News,
  {
    path,
    entry,
    written,
    metadata,
  }: { path: string; entry: string; written: StatuspageText | undefined; metadata: object },
): readonly HostedStep[] {
  const isOut = Boolean(written?.postmortem_published_at);
  return [
    { method: 'PUT', path: `${path}/postmortem`, body: { postmortem: { body_draft: update.text } }, entry },
    { method: 'PUT', path: `${path}/postmortem/publish`, body: { postmortem: { notify_subscribers: !isOut } }, entry },
    { method: 'PATCH', path, body: { incident: { metadata, deliver_notifications: false } }, entry },
  ];
}

/** Another title, other components of what is open, or another time of a maintenance to come: with no word about it. */
function changed(entry: HostedEntry, written: StatuspageText, { path, take }: Pick<Place, 'take'> & { path: string }) {
  const { components, title, overAt } = entry;
  const ids = (written.components ?? []).map(({ id }) => id);
  const isOthers = overAt === null && (ids.length !== components.length || !components.every((id) => ids.includes(id)));
  const isMoved =
    entry.kind === 'maintenance' &&
    overAt === null &&
    !(isSecond(entry.from, written.scheduled_for) && isSecond(entry.to!, written.scheduled_until));
  if (title === written.name && !isMoved && !isOthers) return [];
  const incident = {
    name: title,
    ...(isOthers && concernedOf(components, take)),
    ...(isMoved && plannedOf(entry)),
    deliver_notifications: false,
  };
  return [{ method: 'PATCH', path, body: { incident }, entry: entry.id } satisfies HostedStep];
}

/** Whether a time there is the same to the second. */
function isSecond(at: number, there: string | null | undefined): boolean {
  return Math.floor(at / 1_000) === Math.floor(Date.parse(there ?? '') / 1_000);
}

function concernedOf(ids: readonly string[], take: Place['take']) {
  return { ...(ids.length > 0 && { components: take(ids) }), component_ids: ids };
}
