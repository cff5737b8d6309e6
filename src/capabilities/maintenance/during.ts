import type { Instant, Interval } from '../../calendar/calendar.ts';
import { readKey, writeKey, type Key } from '../../engine/keys.ts';
import type { Done } from '../../engine/record.ts';
import type { Moment } from '../../model/moment.ts';
import type { AlertLog } from '../alerts/log.ts';
import type { FoundCategory } from '../category/category.ts';
import { servicesAmong } from '../impact/services.ts';
import { setAfter, type Decisions } from '../mute/wait.ts';
import type { Scene } from '../track.ts';
import type { Proposal } from '../triage/proposal.ts';
import type { Maintenance } from './window.ts';

export interface DuringNeeds extends Decisions {
  readonly alert: AlertLog | null;
  readonly category: { readonly held: FoundCategory | null };
  readonly triage: Pick<Proposal, 'category' | 'applies'>;
  readonly resolution: {
    readonly resolved: Moment | null;
    readonly ended: Moment | null;
    readonly reopenedAt: Instant | null;
    readonly refused: Moment | null;
  };
  readonly said: Decisions['said'] & { readonly impact: { readonly from: Instant } | null };
}

const NAME = 'maintenance-';

/**
 * The maintenances that an incident has gone on in. Those that the run knows of, by the service or category that they share with it or that is named `besides`; others
 * as the card keeps them, since a maintenance that was closed long ago is read no more. One that cannot be found any more ends when that is noticed.
 */
export function maintenancesOfIncident(
  { issue, policy, knowledge, own, states }: Scene<DuringNeeds>,
  besides: readonly string[] = [],
): readonly Maintenance[] {
  const { all: known = [], at: seenAt = Infinity } = knowledge.maintenances ?? {};
  const isKnown = new Set(known.map(({ number }) => number));
  const kept = Object.entries(own.record.done).flatMap(([key, done]) => readKept(key, done, seenAt) ?? []);
  const names = new Set([
    ...servicesAmong(issue.labels, policy.services).map(({ name }) => name),
    ...categoryOf(states),
    ...besides,
  ]);
  const from = Math.min(issue.openedAt, states.said.impact?.from ?? Infinity);
  const to = (states.resolution.resolved ?? states.resolution.ended)?.at ?? Infinity;
  const shared = known.flatMap((it) => {
    const services = it.services.filter((name) => names.has(name));
    const spans = it.spans.filter((span) => span.from < to && span.to > from);
    return services.length === 0 || spans.length === 0 ? [] : [{ ...it, services, spans }];
  });
  return [...kept.filter(({ number }) => !isKnown.has(number)), ...shared].sort((a, b) => a.number - b.number);
}

/**
 * From when to when nobody is told of an incident, because its alert began during a maintenance of its service; null if it did not. Whoever
 * sets a priority or a level ends it: an alert that somebody has looked at is no side effect. What people have been told of, because its
 * service was not known at first, is theirs and goes on.
 */
export function heldIn(scene: Scene<DuringNeeds>): Interval | null {
  const { issue, states, own } = scene;
  if (states.alert === null) return null;
  if (isReopenedByPerson(scene)) return null;
  const from = states.resolution.reopenedAt ?? issue.openedAt;
  const parts = partsOf(scene);
  const all = maintenancesOfIncident(
    scene,
    parts.flatMap(({ name }) => name ?? []),
  );
  const ends = parts.map(({ name, since }) => {
    const spans = all.flatMap((it) => (name !== null && it.services.includes(name) ? it.spans : []));
    const covering = spans.filter((it) => it.from <= from && from < it.to);
    // What is not in maintenance ends it when that becomes known.
    return covering.length === 0 ? since : Math.max(...covering.map(({ to }) => to));
  });
  if (ends.length === 0 || ends.some((end) => end <= from)) return null;
  const told = Object.entries(own.record.done).flatMap(([key, { at, skipped }]) =>
    readKey(key)?.kind === 'step' && skipped === undefined && at >= from ? [at] : [],
  );
  return { from, to: Math.min(...told, setAfter(issue, states, from, 'person') ?? Infinity, ...ends) };
}

/** What a person opens again is no side effect, whoever opened it first. */
function isReopenedByPerson({ issue, states: { resolution } }: Scene<DuringNeeds>): boolean {
  const { reopenedAt, refused } = resolution;
  if (reopenedAt === null) return false;
  const event = issue.timeline.find(({ kind, at }) => kind === 'reopened' && at === reopenedAt);
  const isTheirs = event !== undefined && !event.own && event.actor?.bot === false;
  return isTheirs || refused?.at === reopenedAt;
}

/**
 * All that an alert is of, each with when that became known; null for what nobody knows. An alert is held only where somebody, or its own labels,
 * have said what it is of: the only service there is does not do. Its category counts where no service is known.
 */
function partsOf({ issue, policy, states }: Scene<DuringNeeds>): readonly { name: string | null; since: Instant }[] {
  const known = policy.services.map(({ name }) => name).filter((name) => issue.labels.includes(name));
  const labels = known.length > 0 ? known : categoryOf(states);
  if (labels.length === 0) return [];
  const sinceOf = (name: string): Instant =>
    issue.timeline.findLast((it) => it.kind === 'labeled' && it.label === name)?.at ?? issue.openedAt;
  // Of what it was opened with its labels tell.
  const later = (states.alert?.services ?? []).filter(({ name, at }) => name !== null || at > issue.openedAt);
  return [
    ...labels.map((name) => ({ name, since: sinceOf(name) })),
    ...later.map(({ name, at }) => ({ name, since: at })),
  ];
}

/** Its category; of an alert also the one that its own labels, or a rule that is applied, are about to give it. */
function categoryOf({ category: { held }, alert, triage }: DuringNeeds): readonly string[] {
  const coming = alert !== null && triage.applies.category ? triage.category : null;
  const found = held ?? coming;
  return found ? [found.category.name] : [];
}

/** What the card of an incident keeps of them. */
export function keptMaintenances(all: readonly Maintenance[]): Readonly<Record<Key, Done>> {
  return Object.fromEntries(
    all.map(({ number, services, spans }) => [
      writeKey({ kind: 'opened', name: `${NAME}${number}` }),
      {
        at: spans[0]!.from,
        issue: number,
        text: services.join(', '),
        parts: Object.fromEntries(spans.map(({ from, to }) => [String(from), String(to)])),
      },
    ]),
  );
}

function readKept(key: string, { issue: number, text = '', parts = {} }: Done, until: Instant): Maintenance | null {
  const read = readKey(key);
  if (read?.kind !== 'opened' || !read.name.startsWith(NAME) || number === undefined) return null;
  const spans = Object.entries(parts).map(([from, to]) => ({
    from: Number(from),
    to: Math.min(Number(to), until),
  }));
  return spans.length === 0 ? null : { number, services: text.split(', '), spans };
}
