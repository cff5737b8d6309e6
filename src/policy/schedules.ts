import * as z from 'zod';
import type { Instant } from '../calendar/calendar.ts';
import type { Layer, Member, Override, Schedule, Window } from '../capabilities/on-call/schedule.ts';
import {
  parseRhythm,
  RHYTHM,
  WALL,
  wrongDays,
  wrongRhythm,
  wrongWall,
  wrongWindow,
} from '../capabilities/on-call/spelling.ts';
import { properZone } from './calendars.ts';
import { DAY, HOUR, MINUTE } from '../calendar/length.ts';
import { list, map, named, not, text } from './expect.ts';
import { DAY_KEY, DAY_KEYS, daysOf, parseSpan, SPAN, WEEKDAYS } from './hours.ts';
import { readInstant } from './instant.ts';
import { createRegister, LOGIN, wrongLogin } from './names.ts';
import type { Report } from './scope.ts';
import type { Path } from './tree.ts';
import { name, zone } from './values.ts';
import { quote } from './wording.ts';

/** An override of more than a year is a slip in its dates, or belongs into the layers. */
const LONGEST_OVERRIDE = 366 * DAY;

/* The shape of the section. */

const every = text('a time between hand-offs', `e.g. ${RHYTHM}`, wrongRhythm, '^0*[1-9]\\d{0,3}(?:d|w|mo)$');

/** Wall-clock time in the zone of the schedule. */
const wall = text(
  'a date and time',
  `e.g. ${WALL}`,
  wrongWall,
  '^\\d{4}-\\d{2}-\\d{2}(?:[Tt]\\d{2}:\\d{2}(?::\\d{2})?)?$',
);

const hours = text('a daily window', 'e.g. 08:00-20:00', wrongWindow, SPAN.source);

const day = text('a day or a range of days', 'e.g. mon-fri', wrongDays, DAY_KEY);

const login = text('a login', 'e.g. alice', wrongLogin, LOGIN.source);

const person = z.union(
  [
    login,
    map('a person', {
      login: login.describe('Who it is.'),
      from: wall.optional().describe('When they join the rotation; from its beginning on if left out.'),
      until: wall
        .optional()
        .describe('When they leave it: from then on they are passed over, and the next in turn is on call instead.'),
    }),
  ],
  { error: not('a person', 'a login, or { login: alice, until: 2026-06-01 }', (value) => LOGIN.test(value)) },
);

const layer = map('a layer', {
  every: every.describe('How often it changes hands: days (`1d`), weeks (`2w`) or months (`1mo`).'),
  from: wall.describe(
    'The first hand-off, and so the time of day of all of them, in the zone of the schedule. Before it, the layer has nobody.',
  ),
  hours: hours
    .optional()
    .describe(
      'The hours of the day in which the layer counts: `08:00-20:00`, or over midnight `20:00-08:00`; all if left out.',
    ),
  days: z
    .union([day, list(day, 'a list of days', 'is empty; expected days, or leave it out')], {
      error: not('days of the week', 'e.g. mon-fri or [mon, wed-fri]'),
    })
    .optional()
    .describe('The days of the week on which its hours begin: `sat`, `mon-fri`, or a list of such; all if left out.'),
  people: list(person, 'a list of people', 'has nobody; expected at least one person').describe(
    'Who takes turns, in this order.',
  ),
}).meta({ id: 'layer', description: 'People who take turns, and the hours in which they do.' });

const override = map('an override', {
  from: wall.describe('When it begins, in the zone of the schedule.'),
  to: wall.describe('When it ends, in the zone of the schedule.'),
  person: login.describe('Who is on call then, whatever the layers say.'),
});

const schedule = map('a schedule', {
  timezone: zone
    .optional()
    .describe('IANA name of the zone that its times are in; the time zone of the policy if left out.'),
  layers: list(layer, 'a list of layers', 'is empty; expected at least one layer').describe(
    'Rotations. A later one beats an earlier one wherever it has somebody.',
  ),
  overrides: z
    .array(override, { error: not('a list of overrides', '') })
    .optional()
    .describe('Exceptions. They beat all layers; of two at the same time the later in the list wins.'),
}).meta({ id: 'schedule', description: 'Who is on call when; one person at a time.' });

/** The section `schedules` of the policy. */
export const schedules = named(
  'schedules',
  '{ sre: { layers: [{ every: 1w, from: 2026-01-05T09:00, people: [alice, bob] }] } }',
  name('a schedule', []),
  schedule,
);
export type SchedulesFile = z.output<typeof schedules>;
type LayerFile = z.output<typeof layer>;

/* From the file to schedules. */

/**
 * Resolves the schedules of a section that has passed its schema; `zone` is that of the policy, for those that name none.
 * What is wrong is reported: names that differ in capitals only, somebody who leaves before they join or before the first
 * hand-off, overrides that end before they begin or last more than a year. The result counts only if nothing is.
 */
export function readSchedules(section: SchedulesFile, zone: string, report: Report): ReadonlyMap<string, Schedule> {
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
  readonly report: Report;
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
  report: Report,
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
