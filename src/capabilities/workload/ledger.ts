import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { readKey } from '../../engine/keys.ts';
import type { IncidentRecord } from '../../engine/record.ts';
import { localHour } from '../../text/time.ts';

/** What of an incident tells who was disturbed: its number, and what its record says was told to whom. */
export interface ToldPage {
  readonly number: number;
  readonly done: IncidentRecord['done'];
}

/** Somebody was mentioned, and perhaps woken. */
export interface Disturbance {
  readonly login: string;
  readonly at: Instant;
  readonly issue: number;
  /** Whether a page went out with it. */
  readonly isPage: boolean;
  /** The date on which the night began in which it came; null by day. */
  readonly night: string | null;
}

/** Somebody's load: how often they were disturbed in each hour of the day, of 24, in the zone of the policy. */
interface Load {
  readonly login: string;
  readonly notifications: readonly number[];
  readonly pages: readonly number[];
  /** The night with the most pages, by the date on which it began; null if there was none. */
  readonly worstNight: { readonly date: string; readonly pages: number } | null;
}

/** A night lasts from the first of these hours to the second. */
const NIGHT = { from: 22, to: 7 } as const;

/**
 * Whom incidents have disturbed since an instant, oldest first: each comment counts once for each person that it names. What went out with
 * it through a notifier counts as a page of those whom it was for, though a notifier may wake others.
 */
export function disturbances(
  all: readonly ToldPage[],
  { zone }: { readonly zone: string },
  since: Instant,
): readonly Disturbance[] {
  const found = new Map<string, Disturbance>();
  for (const { number, done } of all) {
    for (const [key, { at, told = [], paged = [] }] of Object.entries(done)) {
      if (at < since || readKey(key)?.kind === 'reply') continue;
      const isPage = paged.length > 0;
      for (const login of told) {
        const id = `${number} ${at} ${login.toLowerCase()}`;
        const known = found.get(id);
        const night = nightOf(zone, at);
        found.set(id, { login, at, issue: number, isPage: isPage || known?.isPage === true, night });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at || a.issue - b.issue);
}

/** The date on which the night began that an instant is in; null by day. */
export function nightOf(zone: string, at: Instant): string | null {
  const { date, hour } = localHour({ zone, language: 'en' }, at);
  if (hour >= NIGHT.from) return date;
  return hour < NIGHT.to ? localHour({ zone, language: 'en' }, at - DAY / 2).date : null;
}

/** How far back the load of people is counted. In milliseconds. */
const WEEK = 7 * DAY;

/** The load of each person in the 7 days before `now`, the most paged first. */
export function loadOf(all: readonly ToldPage[], policy: { readonly zone: string }, now: Instant): readonly Load[] {
  return workloadLedgerOf(disturbances(all, policy, now - WEEK), policy);
}

/** The load of each person, the most paged first. */
export function workloadLedgerOf(all: readonly Disturbance[], { zone }: { readonly zone: string }): readonly Load[] {
  const loads = byPerson(all).map((its): Load => {
    const byHour = (some: readonly Disturbance[]): readonly number[] => {
      const hours = some.map(({ at }) => localHour({ zone, language: 'en' }, at).hour);
      return Array.from({ length: 24 }, (_, hour) => hours.filter((it) => it === hour).length);
    };
    const pages = its.filter(({ isPage }) => isPage);
    const nights = grouped(pages, ({ night }) => night ?? '')
      .flatMap(([date, some]) => (date === '' ? [] : [{ date, pages: some.length }]))
      .sort((a, b) => b.pages - a.pages || (a.date < b.date ? 1 : -1));
    return {
      login: its[0]!.login,
      notifications: byHour(its),
      pages: byHour(pages),
      worstNight: nights[0] ?? null,
    };
  });
  const sum = (hours: readonly number[]): number => hours.reduce((all, it) => all + it, 0);
  return loads.sort(
    (a, b) =>
      sum(b.pages) - sum(a.pages) || sum(b.notifications) - sum(a.notifications) || (a.login < b.login ? -1 : 1),
  );
}

/** The disturbances of each person. */
export function byPerson(all: readonly Disturbance[]): readonly (readonly Disturbance[])[] {
  return grouped(all, ({ login }) => login.toLowerCase()).map(([, some]) => some);
}

function grouped(
  all: readonly Disturbance[],
  keyOf: (it: Disturbance) => string,
): readonly (readonly [string, readonly Disturbance[]])[] {
  const groups = new Map<string, Disturbance[]>();
  for (const it of all) groups.set(keyOf(it), [...(groups.get(keyOf(it)) ?? []), it]);
  return [...groups];
}
