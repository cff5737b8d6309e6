import { showPath, type Path } from '../../policy/tree.ts';
import type { Policy } from '../policy.ts';
import { wordsOf } from '../words.ts';

/** Which region people mean by an abbreviation; `CST`, `IST` and the like mean others elsewhere, so this is a guess. */
const REGIONS: Readonly<Record<string, string>> = {
  EST: 'America/New_York',
  EST5EDT: 'America/New_York',
  CST: 'America/Chicago',
  CST6CDT: 'America/Chicago',
  MST: 'America/Denver',
  MST7MDT: 'America/Denver',
  PST: 'America/Los_Angeles',
  PST8PDT: 'America/Los_Angeles',
  AST: 'America/Halifax',
  HST: 'Pacific/Honolulu',
  CET: 'Europe/Paris',
  MET: 'Europe/Paris',
  ECT: 'Europe/Paris',
  EET: 'Europe/Athens',
  WET: 'Europe/Lisbon',
  BST: 'Europe/London',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
};

/** Capitals without a city; names of countries such as `GB` have the rules of a region. */
const ABBREVIATION = /^(?!UTC$|UCT$|GMT$|PRC$|ROC$|ROK$)(?:[A-Z]{3}|[A-Z]{3}\d[A-Z]{3})$/i;
/** `Etc/GMT+5`; those without an offset are UTC. */
const OFFSET = /^(?:Etc\/)?GMT[+-](?!0$)\d/i;

/** Time zones that are no regions, and so may know no summer time, each with its place and the region that is meant. */
export function zoneWarnings(policy: Policy): readonly string[] {
  const { zone, calendars, schedules, language } = policy;
  const words = wordsOf(language);
  const others = [
    ...[...calendars].map(([name, it]) => [['calendars', name, 'timezone'], it.zone] as const),
    ...[...schedules].map(([name, it]) => [['schedules', name, 'timezone'], it.zone] as const),
  ].filter(([, own]) => own !== zone);
  const all: readonly (readonly [Path, string])[] = [[['timezone'], zone], ...others];
  return all.flatMap(([path, name]) => {
    const place = showPath(null, path);
    if (OFFSET.test(name)) return [words.fixedZone(place, name)];
    return ABBREVIATION.test(name) ? [words.shortZone(place, name, REGIONS[name.toUpperCase()] ?? null)] : [];
  });
}
