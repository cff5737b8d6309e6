import type { Instant } from '../../calendar/calendar.ts';
import { DAY, HOUR, MINUTE } from '../../calendar/length.ts';
import { DAY_KEYS, daysOf, parseSpan, WEEKDAYS } from '../../policy/hours.ts';
import { readInstant } from '../../policy/instant.ts';
import { createRegister, properZone } from '../../policy/names.ts';
import type { ReportProblem } from '../../policy/section.ts';
import type { Path } from '../../policy/tree.ts';
import { quote } from '../../policy/wording.ts';
import type { LayerFile, SchedulesFile } from './form.ts';
import type { Layer, Member, Override, Schedule, Window } from './schedule.ts';
import { parseRhythm } from './spelling.ts';

/** An override of more than a year is a slip in its dates, or belongs into the layers. */
const LONGEST_OVERRIDE = 366 * DAY;

/**
 * Resolves the schedules of a section that has passed its schema; `zone` is that of the policy, for those that name none.
 * What is wrong is reported: names that differ in capitals only, somebody who leaves before they join or before the first
 * hand-off, overrides that end before they begin or last more than a year. The result counts only if nothing is.
 */
export function readSchedules(
  section: SchedulesFile,
  zone: string,
  report: ReportProblem,
): ReadonlyMap<string, Schedule> {
  const isTaken = createRegister();
  // A login means the same person in any capitals.
  const spellings = new Map<string, string>();
  const spell = (login: string) => {
    const key = login.toLowerCase();
    if (!spellings.has(key)) spellings.set(key, login);
    return spellings.get(key)!;
  };
  return new Map(
    Object.entries(section).map(([name, file]) => {
      const path = ['schedules', name];
      if (isTaken(name)) report(path, `${quote(name)} is the name of an earlier schedule`, 'key');
      const own: Local = { zone: file.timezone === undefined ? zone : properZone(file.timezone), spell, report };
      const layers = file.layers.map((layer, at) => readLayer(layer, [...path, 'layers', at], own));
      const overrides = (file.overrides ?? []).map((override, at): Override => {
        const place = [...path, 'overrides', at];
        const span = { from: readInstant(override.from, own.zone), to: readInstant(override.to, own.zone) };
        checkOverride(span, override, place, report);
        return { login: spell(override.person), ...span };
      });
      return [name, { name, zone: own.zone, layers, overrides }];
    }),
  );
}

/** What holds for everything in one schedule. */
interface Local {
  readonly zone: string;
  /** The one spelling of a login. */
  readonly spell: (login: string) => string;
  readonly report: ReportProblem;
}

function readLayer(file: LayerFile, path: Path, own: Local): Layer {
  const every = parseRhythm(file.every) ?? { count: 1, unit: 'day' };
  const start = readInstant(file.from, own.zone);
  const people = file.people.map((given, at): Member => {
    const person = typeof given === 'string' ? { login: given } : given;
    const from = person.from === undefined ? -Infinity : readInstant(person.from, own.zone);
    const to = person.until === undefined ? Infinity : readInstant(person.until, own.zone);
    if (to <= Math.max(from, start)) {
      const begin = from >= start ? `"from", ${person.from ?? ''}` : `the first hand-off of the layer, ${file.from}`;
      own.report(
        [...path, 'people', at, 'until'],
        `${quote(person.until ?? '')} is not after ${begin}: ${quote(person.login)} would never be on call`,
      );
    }
    return { login: own.spell(person.login), from, to };
  });
  // As if in UTC: hand-offs are counted on the wall clock, and only then found in the zone.
  return { rotation: { every, first: readInstant(file.from, 'UTC'), people }, window: readWindow(file) };
}

function readWindow({ hours, days }: Pick<LayerFile, 'hours' | 'days'>): Window | null {
  if (hours === undefined && days === undefined) return null;
  const [opens, closes] = parseSpan(hours ?? '00:00-24:00') ?? ['00:00', '24:00'];
  const [from, to] = [sinceMidnight(opens), sinceMidnight(closes)];
  const keys = days === undefined ? ['mon-sun'] : typeof days === 'string' ? [days] : days;
  const named = new Set(DAY_KEYS.filter((key) => keys.includes(key)).flatMap(daysOf));
  return {
    from,
    to: to > from ? to : to + DAY,
    days: WEEKDAYS.flatMap((day, at) => (named.has(day) ? [at] : [])),
  };
}

/** Milliseconds after midnight of `HH:MM`. */
function sinceMidnight(time: string): number {
  return Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * MINUTE;
}

function checkOverride(
  { from, to }: { readonly from: Instant; readonly to: Instant },
  file: { readonly from: string; readonly to: string },
  path: Path,
  report: ReportProblem,
): void {
  // The wall clock decides: a time that the zone skips makes an override empty, and that is a warning of its own.
  if (readInstant(file.to, 'UTC') <= readInstant(file.from, 'UTC')) {
    report([...path, 'to'], `${quote(file.to)} is not after "from", ${file.from}`);
  } else if (to - from > LONGEST_OVERRIDE) {
    report(
      [...path, 'to'],
      `${quote(file.to)} is more than a year after "from", ${file.from}; change the layers instead`,
    );
  }
}
