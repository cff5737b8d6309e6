import * as z from 'zod/mini';
import { CalendarError, type Calendar, type DaySemantics } from '../../calendar/calendar.ts';
import type { Target } from '../../calendar/target.ts';
import { parseDuration } from '../../policy/duration.ts';
import { DAY } from '../../calendar/length.ts';
import { hinted, map, not, oneOf } from '../../policy/expect.ts';
import { key, required, taking } from '../../policy/keys.ts';
import type { Scope } from '../../policy/section.ts';
import type { Path } from '../../policy/tree.ts';
import { durationValue, reference } from '../../policy/values.ts';
import { notAmong, quote } from '../../policy/wording.ts';
import type { Calendars } from './policy.ts';

/** A target as the file has it. */
export const target = taking(
  '[target](#targets)',
  hinted(
    z.union(
      [
        durationValue,
        map('a target', {
          within: required(durationValue, { meaning: 'How long it may take.' }),
          calendar: required(reference('a calendar'), {
            takes: 'name of a calendar, or `always`',
            meaning: 'The calendar to measure on.',
          }),
          day: key(oneOf('a meaning of business days', ['same-time', 'end-of-day', '24-hours', 'standard-day']), {
            default: '`same-time`',
            meaning:
              'What N [business days](#business-days) are: the same time on the Nth open day (`same-time`), its last closing (`end-of-day`), N times 24 open hours (`24-hours`), or N times the hours of a usual day (`standard-day`).',
          }),
        }),
      ],
      { error: not('a target', 'a duration such as 30m, or { within: 2h, calendar: NAME }') },
    ),
    {
      id: 'target',
      description: 'A duration around the clock such as `30m`, or one on a calendar: `{ within: 2h, calendar: NAME }`.',
    },
  ),
);
export type TargetFile = z.output<typeof target>;

/** What targets are read with; `builtin` says whether they are those of the built-in policy, which has its own calendars. */
export interface Measures extends Calendars {
  readonly scope: Scope;
  readonly builtin: boolean;
}

const TEN_YEARS = 3652;

/** Any instant would do to find out whether a calendar has enough hours; a fixed one keeps verdicts the same for ever. */
export const PROBE = Date.UTC(2026, 0, 1);

/** The calendar of a name, as seen from who wrote it; one that there is not is reported. */
export function findCalendar(name: string, path: Path, measures: Measures): Calendar | undefined {
  const { scope, calendars, builtinCalendars, builtin } = measures;
  const names = scope.namesIn('calendars');
  if (name === 'always' || names.includes(name)) return calendars.get(name);
  const kept = builtin ? builtinCalendars.get(name) : undefined;
  if (kept) return kept;
  scope.report(path, notAmong(name, 'a calendar', ['always', ...names]));
  return undefined;
}

/** A clock's target; what is wrong with it is reported. */
export function readTarget(file: TargetFile, path: Path, measures: Measures): Target | undefined {
  const places = { value: [...path, 'within'], day: [...path, 'day'] };
  if (typeof file === 'string') {
    const calendar = measures.calendars.get('always')!;
    return makeTarget({ text: file, calendar }, { value: path, day: path }, measures.scope);
  }
  const calendar = findCalendar(file.calendar, [...path, 'calendar'], measures);
  return calendar && makeTarget({ text: file.within, calendar, day: file.day }, places, measures.scope);
}

/** A target on a calendar that is known; what is wrong with it is reported at the place of its length, or of its `day`. */
export function makeTarget(
  given: { readonly text: string; readonly calendar: Calendar; readonly day?: DaySemantics | undefined },
  places: { readonly value: Path; readonly day: Path },
  { report }: Pick<Scope, 'report'>,
): Target | undefined {
  const { text, calendar, day } = given;
  const duration = parseDuration(text);
  if (!duration) return undefined;
  const { days, ms, weeks } = duration;
  const roundTheClock = calendar.name === 'always';
  if (day !== undefined && (roundTheClock || days === 0)) {
    const why = roundTheClock ? 'on always a day is 24 hours' : `${quote(text)} has no days`;
    report(places.day, `has no effect: ${why}`, 'key');
  }
  if (!roundTheClock && days > 0 && (weeks || ms > 0)) {
    const why = weeks
      ? 'a week has no fixed number of business days'
      : 'days and hours do not mix on a business calendar';
    report(places.value, `${quote(text)} cannot be measured on ${calendar.name}: ${why}; expected e.g. 5d or 12h`);
    return undefined;
  }
  const amount: Target['amount'] =
    roundTheClock || days === 0 ? { ms: days * DAY + ms } : { days, semantics: day ?? 'same-time' };
  const target = { text, calendar, amount };
  if (canBeReached(target)) return target;
  report(places.value, `${quote(text)} on ${calendar.name} is not reached within ten years`);
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
