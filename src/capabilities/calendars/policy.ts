import * as z from 'zod/mini';
import { always, CalendarError, compileCalendar } from '../../calendar/calendar.ts';
import type { Calendar, CalendarSpec, Hours, Weekday } from '../../calendar/calendar.ts';
import { HolidaysError, loadHolidays } from '../../calendar/holidays.ts';
import { list, map, named, not, text } from '../../policy/expect.ts';
import { DAY_KEY, DAY_KEYS, daysOf, readHours, type DayKey } from '../../policy/hours.ts';
import { documented, key } from '../../policy/keys.ts';
import { properZone } from '../../policy/names.ts';
import { section, type ReportProblem, type Scope } from '../../policy/section.ts';
import { keysAt, type Path } from '../../policy/tree.ts';
import { date, name, openHours, zone } from '../../policy/values.ts';
import { either, quote } from '../../policy/wording.ts';
import { timezoneSection } from '../reader/policy.ts';

/** All of them are shown as one key, to people and to editors. */
const aboutDays = {
  shown: '`mon` … `sun`, `mon-fri`, `sat-mon`, …',
  pattern: DAY_KEY,
  default: 'closed',
  meaning: 'A day, or a range of days. A range may go around the end of the week. Each day may be named once.',
};
const dayKeys = Object.fromEntries(
  DAY_KEYS.map((day) => [day, documented(z.optional(openHours), aboutDays)]),
) as Record<DayKey, z.ZodMiniOptional<typeof openHours>>;

const country = text('a country', 'e.g. FR', (value) =>
  /^[A-Z]{2}(?:-[A-Z0-9]+)*$/i.test(value)
    ? undefined
    : `${quote(value)} is not the code of a country; expected e.g. FR, DE-BY or a list of dates`,
);

const calendar = map(
  'a calendar',
  {
    ...dayKeys,
    timezone: key(zone, { default: 'that of the policy', meaning: 'The zone of the hours and dates.' }),
    holidays: key(
      z.union([country, list(date, 'a list of dates', 'is empty; expected dates, or leave it out')], {
        error: not('a country or a list of dates', 'e.g. FR or [2026-12-25]'),
      }),
      {
        takes: 'code of a country (`FR`) or region (`DE-BY`), or a list of dates',
        meaning: 'Days on which it stays closed. A code stands for the public holidays of that country or region.',
      },
    ),
    exceptions: key(named('exceptions', '{ 2026-12-24: closed }', date, openHours), {
      takes: 'map of dates to [hours](#hours)',
      meaning: 'Single dates that differ: `2026-12-24: closed`, or other hours. They beat holidays.',
    }),
  },
  { shown: ['mon', 'mon-fri', 'sat-mon', 'timezone', 'holidays', 'exceptions'] },
);
type CalendarFile = z.output<typeof calendar>;

/** The calendars that targets can name. */
export interface Calendars {
  /** Those of the file or the built-in ones, and `always`. A target may hang on a built-in one that is not among them. */
  readonly calendars: ReadonlyMap<string, Calendar>;
  /**
   * Calendars that only what is built in may use, when the file replaces the section: the built-in priorities keep their office
   * hours unless the file has an `office` of its own.
   */
  readonly builtinCalendars: ReadonlyMap<string, Calendar>;
}

export const calendarsSection = section({
  key: 'calendars',
  schema: key(named('calendars', '{ office: { mon-fri: 09:00-17:00 } }', name('a calendar', ['always']), calendar), {
    takes: 'map of [calendars](#calendars)',
    default: '`office`',
    meaning:
      'Opening hours by name. `always` is there without being defined. The built-in priorities keep the built-in `office` unless there is one here.',
  }),
  builtin: `
calendars:
  office:
    mon-fri: 09:00-17:00
`,
  needs: [timezoneSection],
  resolve: async ({ file = {}, builtin = {}, isGiven }, scope, { zone }): Promise<Calendars> => {
    const builtinCalendars = await compileCalendars(builtin, zone, { ...scope, isIntact: () => true });
    const own = isGiven ? await compileCalendars(file, zone, scope) : builtinCalendars;
    return { calendars: new Map([...own, ['always', always(zone)]]), builtinCalendars };
  },
});

type Holidays = NonNullable<CalendarSpec['holidays']>;

/** Compiles the calendars of a section; one that is wrong is reported and left out. `zone` is for those that name none. */
async function compileCalendars(
  section: Readonly<Record<string, CalendarFile>>,
  zone: string,
  { report, tree, isIntact }: Scope,
): Promise<ReadonlyMap<string, Calendar>> {
  const calendars = new Map<string, Calendar>();
  for (const [name, file] of Object.entries(section)) {
    const path = ['calendars', name];
    const weekly = readWeek(file, keysAt(tree, path), path, report);
    const holidays = await readHolidays(file.holidays, [...path, 'holidays'], report);
    if (weekly === undefined || holidays === undefined || !isIntact(path)) continue;
    const exceptions = Object.entries(file.exceptions ?? {}).map(([date, hours]) => [date, readHours(hours)] as const);
    const calendar = compile(
      {
        name,
        zone: file.timezone === undefined ? zone : properZone(file.timezone),
        weekly,
        holidays,
        exceptions: Object.fromEntries(exceptions),
      },
      path,
      report,
    );
    if (calendar) calendars.set(name, calendar);
  }
  return calendars;
}

function compile(spec: CalendarSpec, path: Path, report: ReportProblem): Calendar | undefined {
  try {
    const calendar = compileCalendar(spec);
    if (calendar.opens) return calendar;
    report(path, 'never opens; give it hours on at least one day, e.g. mon-fri: 09:00-17:00', 'key');
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    report(path, error.problem, 'key');
  }
  return undefined;
}

/** Hours by day of the week; undefined when two keys claim the same day, as nobody could say which one holds. */
function readWeek(
  file: CalendarFile,
  keys: readonly string[],
  path: Path,
  report: ReportProblem,
): CalendarSpec['weekly'] | undefined {
  const week: Partial<Record<Weekday, Hours>> = {};
  const owners = new Map<Weekday, string>();
  let clash = false;
  for (const key of DAY_KEYS.toSorted((a, b) => keys.indexOf(a) - keys.indexOf(b))) {
    const hours = file[key];
    if (hours === undefined) continue;
    for (const day of daysOf(key)) {
      const owner = owners.get(day);
      if (owner !== undefined) {
        if (!clash)
          report([...path, key], `${day} has its hours from ${quote(owner)} already; name each day once`, 'key');
        clash = true;
      }
      owners.set(day, key);
      week[day] = readHours(hours);
    }
  }
  return clash ? undefined : week;
}

async function readHolidays(
  given: CalendarFile['holidays'],
  path: Path,
  report: ReportProblem,
): Promise<Holidays | undefined> {
  if (given === undefined) return [];
  if (typeof given !== 'string') return given;
  try {
    return await loadHolidays(given);
  } catch (error) {
    if (!(error instanceof HolidaysError)) throw error;
    const meant = error.suggestions.map(quote);
    const end =
      meant.length > 0
        ? `did you mean ${either(meant)}?`
        : 'expected the code of a country or region, e.g. FR or DE-BY';
    report(path, `no public holidays are known for ${quote(given)}; ${end}`);
    return undefined;
  }
}
