import type { Condition, MaintenanceStage, PublicStage } from '../page.ts';
import { newsOf } from './news.ts';
import type { InstatusPage, Posted } from './instatus-read.ts';
import { refOf, versionsIn } from './instatus-ref.ts';
import { soleOf } from './sole.ts';
import { statesWith } from './states.ts';
import { CREATED, type HostedStep, type HostedTarget } from './target.ts';
import type { HostedEntry, HostedWanted } from './wanted.ts';

/** What has to be written so that Instatus shows what is wanted. */
export function planForInstatus(
  wanted: HostedWanted,
  { posted: all, components }: InstatusPage,
  { page }: HostedTarget,
): readonly HostedStep[] {
  const root = `/${encodeURIComponent(page)}`;
  const at = (kind: HostedEntry['kind'], id: string): string =>
    `${root}/${kind}s/${id === CREATED ? id : encodeURIComponent(id)}`;
  const { sole, others } = soleOf(all, (a, b) => (a.id < b.id ? -1 : 1));
  const states = statesWith(wanted, [{ components }], spelled);
  const mend = (entry: string, ids: readonly string[]): readonly HostedStep[] =>
    states.mend(ids).map(([id, status]) => ({
      method: 'PUT',
      path: `${root}/components/${encodeURIComponent(id)}`,
      body: { status },
      entry,
    }));
  const idsOf = (it: Posted | undefined): string[] => (it?.components ?? []).map(({ id }) => id);
  const leaving = [...others, ...[...sole.values()].filter(({ entry }) => wanted.gone.has(entry))];
  return [
    // The components first: once an entry is gone nobody knows what it had concerned.
    ...leaving.flatMap((it): HostedStep[] => [
      ...mend(it.entry, wanted.gone.has(it.entry) ? idsOf(it) : []),
      { method: 'DELETE', path: at(it.kind, it.id), entry: it.entry },
    ]),
    ...wanted.entries.flatMap((entry): readonly HostedStep[] => {
      const posted = sole.get(entry.id);
      const told = toldOf(entry, posted, wanted, { root, at, take: states.take });
      const isOpen = entry.overAt === null && (posted !== undefined || told.length > 0);
      const left = idsOf(posted).filter((id) => !entry.components.includes(id));
      return [
        ...mend(entry.id, isOpen || told.length > 0 ? left : []),
        ...told,
        ...mend(entry.id, isOpen ? entry.components : []),
      ];
    }),
  ];
}

interface Place {
  readonly root: string;
  readonly at: (kind: HostedEntry['kind'], id: string) => string;
  readonly take: (ids: readonly string[]) => Readonly<Record<string, string>>;
}

function toldOf(
  entry: HostedEntry,
  posted: Posted | undefined,
  wanted: HostedWanted,
  { root, at, take }: Place,
): readonly HostedStep[] {
  const { id, kind, title, components } = entry;
  const news = newsOf(entry, posted === undefined ? [] : versionsIn(entry, posted), wanted);
  const path = at(kind, posted?.id ?? CREATED);
  // An update takes no name with it.
  const renamed = posted === undefined ? [] : changedIn(entry, posted, { path, take, isTold: news.length > 0 });
  const told = news.map((it, i): HostedStep => {
    const message = `${it.text}\n\n${refOf(entry, it.update)}`;
    const common = { message, ...concernedOf(components, take), status: STATUS[it.stage], notify: true };
    if (posted === undefined && i === 0) {
      const body = { name: title, ...common, ...timesOf(entry) };
      return { method: 'POST', path: `${root}/${kind}s`, body, creates: true, entry: id };
    }
    const body = { ...common, started: stamp(it.at) };
    return { method: 'POST', path: `${path}/${kind}-updates`, body, entry: id };
  });
  return [...renamed, ...told];
}

/** Another name, and other components of what is open unless an update says them: with no word about it. */
function changedIn(
  { id, kind, title, components, overAt }: HostedEntry,
  posted: Posted,
  { path, take, isTold }: Pick<Place, 'take'> & { readonly path: string; readonly isTold: boolean },
): readonly HostedStep[] {
  if (kind === 'maintenance') return [];
  const isOthers = !isTold && overAt === null && !isSame(components, posted.components ?? []);
  if (title === posted.name && !isOthers) return [];
  const body = { name: title, ...(isOthers && concernedOf(components, take)), notify: false };
  return [{ method: 'PUT', path, body, entry: id }];
}

/** Of maintenance we say how far it is, and no clock of theirs. */
function timesOf(entry: HostedEntry): object {
  if (entry.kind === 'incident') return { started: stamp(entry.from), shouldPublish: true };
  const { from, to } = entry;
  return {
    start: stamp(from),
    end: stamp(to!),
    duration: Math.max(1, Math.round((to! - from) / 60_000)),
    autoStart: false,
    autoEnd: false,
    notifyStart: false,
    notifyEnd: false,
    notifyEarly: false,
  };
}

function concernedOf(ids: readonly string[], take: Place['take']) {
  return { components: ids, statuses: Object.entries(take(ids)).map(([id, status]) => ({ id, status })) };
}

function isSame(ids: readonly string[], there: readonly { readonly id: string }[]): boolean {
  return ids.length === there.length && there.every(({ id }) => ids.includes(id));
}

const stamp = (at: number): string => new Date(at).toISOString();

/** Its words are ours without what stands between them. */
const spelled = (condition: Condition): string => condition.replaceAll('_', '').toUpperCase();

const STATUS: Readonly<Record<PublicStage | MaintenanceStage, string>> = {
  investigating: 'INVESTIGATING',
  identified: 'IDENTIFIED',
  monitoring: 'MONITORING',
  resolved: 'RESOLVED',
  postmortem: 'RESOLVED',
  scheduled: 'NOTSTARTEDYET',
  in_progress: 'INPROGRESS',
  verifying: 'INPROGRESS',
  completed: 'COMPLETED',
  cancelled: 'COMPLETED',
};
