import { CalendarError } from '../calendar/calendar.ts';
import type { Calendar, DaySemantics } from '../calendar/calendar.ts';
import { parseDuration } from './duration.ts';
import { DAY } from '../calendar/length.ts';
import type { ClockName } from '../capabilities/policy.ts';
import type { Target } from '../calendar/target.ts';
import type { ClockFile } from './schema.ts';
import type { Scope } from './scope.ts';
import type { Path } from './tree.ts';
import { hint, quote } from './wording.ts';

const TEN_YEARS = 3652;

/** Any instant would do to find out whether a calendar has enough hours; a fixed one keeps verdicts the same for ever. */
export const PROBE = Date.UTC(2026, 0, 1);

/** The calendar of a name, as seen from the file (or, with `builtin`, from the built-in policy). */
export function findCalendar(name: string, path: Path, scope: Scope, builtin: boolean): Calendar | undefined {
  if (name === 'always') return scope.always;
  if (scope.names.calendars.includes(name)) return scope.calendars.get(name);
  const kept = builtin ? scope.builtinCalendars.get(name) : undefined;
  if (kept) return kept;
  const known = ['always', ...scope.names.calendars];
  scope.report(path, `${quote(name)} is not a calendar; ${hint(name, known)}`);
  return undefined;
}

/** A clock's target; what is wrong with it is reported. `builtin` says who wrote it. */
export function readTarget(file: ClockFile, path: Path, scope: Scope, builtin: boolean): Target | undefined {
  if (typeof file === 'string') return makeTarget(file, scope.always, undefined, { value: path, day: path }, scope);
  const calendar = findCalendar(file.calendar, [...path, 'calendar'], scope, builtin);
  const places = { value: [...path, 'within'], day: [...path, 'day'] };
  return calendar && makeTarget(file.within, calendar, file.day, places, scope);
}

/** A clock with the key under which its target stands, and what stands there. */
export type GivenClock = readonly [clock: ClockName, key: string, file: ClockFile | undefined];

/** The clocks that are given and right; what is wrong with the others is reported. `builtin` says who wrote them. */
export function readClocks(
  given: readonly GivenClock[],
  path: Path,
  scope: Scope,
  builtin: boolean,
): { [K in ClockName]?: Target } {
  const clocks: { [K in ClockName]?: Target } = {};
  for (const [clock, key, file] of given) {
    const target = file === undefined ? undefined : readTarget(file, [...path, key], scope, builtin);
    if (target) clocks[clock] = target;
  }
  return clocks;
}

/** A target of `text` on a calendar that is known. */
export function makeTarget(
  text: string,
  calendar: Calendar,
  semantics: DaySemantics | undefined,
  places: { readonly value: Path; readonly day: Path },
  scope: Scope,
): Target | undefined {
  const duration = parseDuration(text);
  if (!duration) return undefined;
  const { days, ms, weeks } = duration;
  const roundTheClock = calendar === scope.always;
  if (semantics !== undefined && (roundTheClock || days === 0)) {
    const why = roundTheClock ? 'on always a day is 24 hours' : `${quote(text)} has no days`;
    scope.report(places.day, `has no effect: ${why}`, 'key');
  }
  if (!roundTheClock && days > 0 && (weeks || ms > 0)) {
    const why = weeks
      ? 'a week has no fixed number of business days'
      : 'days and hours do not mix on a business calendar';
    scope.report(
      places.value,
      `${quote(text)} cannot be measured on ${calendar.name}: ${why}; expected e.g. 5d or 12h`,
    );
    return undefined;
  }
  const amount: Target['amount'] =
    roundTheClock || days === 0 ? { ms: days * DAY + ms } : { days, semantics: semantics ?? 'same-time' };
  const target = { text, calendar, amount };
  if (canBeReached(target)) return target;
  scope.report(places.value, `${quote(text)} on ${calendar.name} is not reached within ten years`);
  return undefined;
}

function canBeReached({ calendar, amount }: Target): boolean {
  if ('days' in amount ? amount.days > TEN_YEARS : amount.ms > TEN_YEARS * DAY) return false;
  try {
    return Number.isFinite(
      'days' in amount ? calendar.addDays(PROBE, amount.days, amount.semantics) : calendar.add(PROBE, amount.ms),
    );
  } catch (error) {
    if (error instanceof CalendarError) return false;
    throw error;
  }
}

/** The most open time that lies between the start of a clock and its deadline, whenever it starts. */
export function longest({ calendar, amount }: Target): number {
  if ('ms' in amount) return amount.ms;
  if (amount.semantics === '24-hours') return amount.days * DAY;
  const days = calendar.days(PROBE, PROBE + 28 * DAY).map((day) => day.ms);
  // The hours of the day of the start come on top of those of the days that count.
  return (amount.days + 1) * Math.max(0, ...days);
}
