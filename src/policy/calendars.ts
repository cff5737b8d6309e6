import { CalendarError, compileCalendar } from '../calendar/calendar.ts';
import type { Calendar, CalendarSpec, Hours, Weekday } from '../calendar/calendar.ts';
import { HolidaysError, loadHolidays } from '../calendar/holidays.ts';
import { DAY_KEYS, daysOf, readHours } from './hours.ts';
import { readZone } from './names.ts';
import type { CalendarFile } from './schema.ts';
import type { Report, Source } from './scope.ts';
import type { Path } from './tree.ts';
import { keysAt } from './tree.ts';
import { either, quote } from './wording.ts';

type Holidays = NonNullable<CalendarSpec['holidays']>;

/** Compiles the calendars of a section; one that is wrong is reported and left out. `zone` is for those that name none. */
export async function compileCalendars(
  section: Readonly<Record<string, CalendarFile>>,
  zone: string,
  { report, tree, isIntact }: Source,
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

/** The proper spelling of a zone that has passed the schema. */
export function properZone(text: string): string {
  const read = readZone(text);
  return 'zone' in read ? read.zone : 'UTC';
}

function compile(spec: CalendarSpec, path: Path, report: Report): Calendar | undefined {
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
  report: Report,
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
  report: Report,
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
