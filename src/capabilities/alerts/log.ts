import type { Instant, Interval } from '../../calendar/calendar.ts';
import { cutTo } from '../../text/cut.ts';
import { withGrade, type Grade } from './grade.ts';

/** One time that an alert fired. The same firing is told again and again by monitoring systems; it counts once. */
export interface Firing {
  /** Names the alert within its group, such as the fingerprint of Alertmanager. With `from` it names the firing. */
  readonly alert: string;
  readonly from: Instant;
  /** Null while it goes on. The same as `from` if only the recovery was told, and nobody knows when it began. */
  readonly to: Instant | null;
}

/** What monitoring systems have told about one incident, as the mark in the body of its issue keeps it. */
export interface AlertLog {
  /** What makes alerts one incident. */
  readonly key: string;
  readonly source: string | null;
  /** Distinct, oldest first; whole seconds. */
  readonly firings: readonly Firing[];
  /** How many older ones are counted but no longer kept. */
  readonly earlier: number;
  /** The latest beginning among those. What began by then and is not kept has been counted. */
  readonly earlierUntil?: Instant;
  /** When those fired, as far as they do not overlap. */
  readonly past?: readonly Interval[];
  /** How grave it was at first, and whenever it became graver than all before. */
  readonly grades?: readonly Grade[];
  /** The services that its alerts were of, each since when, if any of them is known; null for an alert that is of none of them. */
  readonly services?: readonly LoggedService[];
}

/** A service of the policy that an alert was of, or null, and when that was first told; whole seconds. */
export interface LoggedService {
  readonly name: string | null;
  readonly at: Instant;
}

/** The most firings that are kept; with the text of the alert they fit into the body of an issue. */
export const MOST_FIRINGS = 300;
/** The most services that are kept. */
const MOST_SERVICES = 20;
/** The most characters of an alert's name. */
export const LONGEST_NAME = 40;

/**
 * The log with these firings in it. The same firing told again changes nothing; of two ends the later wins, and an end is
 * never lost again. The order in which firings are told makes no difference, as long as all of them are kept.
 */
export function mergeLogs(log: AlertLog, firings: readonly Firing[], told: readonly Grade[] = []): AlertLog {
  const fresh = firings.map(normal).filter((it) => !isForgotten(log, it));
  const grades = told.reduce(withGrade, log.grades ?? []);
  return bounded(
    { ...log, ...(grades.length > 0 && { grades }), firings: distinct([...log.firings, ...fresh]) },
    MOST_FIRINGS,
  );
}

/**
 * The log of an incident whose alerts are of these services as well; null stands for an alert that is of none. That says something only where
 * others are of one: then it is no part of what is known of them.
 */
export function withServices(log: AlertLog, told: readonly (string | null)[], now: Instant): AlertLog {
  const before = log.services ?? [];
  const isTold = [...before.map(({ name }) => name), ...told].some((name) => name !== null);
  const names = isTold ? new Set(told) : new Set<string | null>();
  const fresh = [...names].filter((name) => before.every((it) => it.name !== name));
  // Beyond so many it does not matter which.
  const some = before.length + fresh.length > MOST_SERVICES ? [null] : fresh;
  const added = some.filter((name) => before.every((it) => it.name !== name));
  if (added.length === 0) return log;
  return { ...log, services: [...before, ...added.map((name) => ({ name, at: seconds(now) }))] };
}

/** Whether a firing is in the log with all that is told of it, or was counted and is no longer kept. */
export function knows(log: AlertLog, told: Firing): boolean {
  const firing = normal(told);
  const kept = log.firings.find((it) => isSame(it, firing));
  if (kept) return firing.to === null || (kept.to !== null && kept.to >= firing.to);
  return isForgotten(log, firing);
}

/** Whether a firing is in the log, whatever is told of its end. */
export function isLogged(log: AlertLog, told: Firing): boolean {
  const firing = normal(told);
  return log.firings.some((it) => isSame(it, firing)) || isForgotten(log, firing);
}

/** When the alert fired: from a first firing to the end of the last that overlaps it. The last may end at Infinity. */
export function episodesOf(log: AlertLog): readonly Interval[] {
  return united([...(log.past ?? []), ...log.firings.map(({ from, to }) => ({ from, to: to ?? Infinity }))]);
}

/** When the alert began to fire, each time, as far as the log still knows. */
export function startsOf(log: AlertLog): readonly Instant[] {
  return [...new Set([...(log.past ?? []), ...log.firings].map(({ from }) => from))];
}

/** Spans of time in order, those that touch or overlap made one. */
function united(spans: readonly Interval[]): Interval[] {
  const all: { from: Instant; to: Instant }[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}

/** How often the alert has fired: its distinct firings, kept or not. */
export function alertCountOf({ firings, earlier }: AlertLog): number {
  const ends = new Set(firings.filter((it) => !isRecovery(it)).map(({ alert, to }) => `${alert}\n${to}`));
  return earlier + firings.filter((it) => !isRecovery(it) || !ends.has(`${it.alert}\n${it.to}`)).length;
}

/** A text as it is, if it is short enough; otherwise its beginning and a digest of the whole. In UTF-16 units. */
export function fittedLog(text: string, most: number): string {
  if (text.length <= most) return text;
  const digest = digestOf(text);
  return `${cutTo(text, most - digest.length - 1)}…${digest}`;
}

/** 53 bits of a text (cyrb53): to tell names apart, not to keep secrets. */
function digestOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** Whether only the recovery was told, and nobody knows when the firing began. */
export function isRecovery({ from, to }: Firing): boolean {
  return from === to;
}

export function isSame(one: Firing, other: Firing): boolean {
  return one.alert === other.alert && one.from === other.from;
}

function isForgotten(log: AlertLog, firing: Firing): boolean {
  const { earlierUntil } = log;
  return earlierUntil !== undefined && firing.from <= earlierUntil && !log.firings.some((it) => isSame(it, firing));
}

/** A firing as the mark can keep it: whole seconds, an end that is not before the beginning, a short and plain name. */
export function normal({ alert, from, to }: Firing): Firing {
  const start = seconds(from);
  const isPlain = alert.length <= LONGEST_NAME && /^[\w.:/=@+~-]+$/.test(alert) && !alert.includes('--');
  return {
    alert: isPlain ? alert : `${alert.replace(/[^\w.:/=@+~-]+|-{2,}/g, '_').slice(0, 20)}~${digestOf(alert)}`,
    from: start,
    to: to === null ? null : Math.max(start, seconds(to)),
  };
}

function seconds(at: Instant): Instant {
  return Math.floor(at / 1000) * 1000;
}

/** Each firing once, with the latest of its ends, oldest first. */
export function distinct(firings: readonly Firing[]): readonly Firing[] {
  const byName = new Map<string, Firing>();
  for (const firing of firings) {
    const name = `${firing.from} ${firing.alert}`;
    const to = byName.get(name)?.to ?? null;
    byName.set(name, { ...firing, to: to === null ? firing.to : Math.max(to, firing.to ?? to) });
  }
  return [...byName.values()].sort((a, b) => a.from - b.from || (a.alert < b.alert ? -1 : 1));
}

/** The log without its oldest firings if there are more than so many: first those that have ended. */
export function bounded(log: AlertLog, most: number): AlertLog {
  const surplus = log.firings.length - most;
  if (surplus <= 0) return log;
  const ended = log.firings.filter(({ to }) => to !== null);
  const going = log.firings.filter(({ to }) => to === null);
  const dropped = new Set([...ended, ...going].slice(0, surplus));
  return {
    ...log,
    firings: log.firings.filter((it) => !dropped.has(it)),
    earlier: log.earlier + dropped.size,
    earlierUntil: Math.max(log.earlierUntil ?? -Infinity, ...[...dropped].map(({ from }) => from)),
    past: united([...(log.past ?? []), ...[...dropped].map(({ from, to }) => ({ from, to: to ?? from }))]).slice(
      -MOST_FIRINGS,
    ),
  };
}
