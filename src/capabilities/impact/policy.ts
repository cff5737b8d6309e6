import type { Calendar } from '../../calendar/calendar.ts';
import { map, named, text } from '../../policy/expect.ts';
import { key, taking } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { durationValue, name, reference } from '../../policy/values.ts';
import { quote } from '../../policy/wording.ts';
import { calendarsSection } from '../calendars/policy.ts';
import { findCalendar, makeTarget } from '../calendars/target.ts';

/** What the users of a service are promised. */
export interface Service {
  readonly name: string;
  /** The longest downtime that one incident may cause, in milliseconds of wall time; `text` as the policy wrote it. */
  readonly downtimePerIncident: { readonly ms: number; readonly text: string } | null;
  /** The share of the time of `calendar`, from 0 to 1, for which it is available in a month and in a year; null where that is not promised. */
  readonly objective: { readonly month: number | null; readonly year: number | null };
  readonly calendar: Calendar;
}

/** A share of time as people write it: above 0 and at most 100 percent. */
export const percentage = taking(
  'percentage, such as `99.9%`',
  text('a percentage', 'e.g. 99.9%', (value) =>
    Number.isNaN(shareOf(value)) ? `${quote(value)} is not a percentage; expected e.g. 99.9%` : undefined,
  ),
);

/** From 0 to 1; NaN for what is no percentage. */
export function shareOf(value: string): number {
  const [, digits] = /^(\d{1,3}(?:\.\d{1,6})?) ?%$/.exec(value.trim()) ?? [];
  const share = Number(digits) / 100;
  return share > 0 && share <= 1 ? share : NaN;
}

const service = map('a service', {
  'downtime-per-incident': key(durationValue, {
    meaning: 'The longest downtime that one incident may cause, around the clock.',
  }),
  objective: key(
    map('an objective', {
      month: key(percentage, { meaning: 'The share of a month for which it is available.' }),
      year: key(percentage, { meaning: 'The share of a year for which it is available.' }),
    }),
    {
      takes: 'map with `month`, `year`: percentages',
      meaning: 'For how much of its time it is available. Shown on the [status page](#status-page).',
    },
  ),
  calendar: key(reference('a calendar'), {
    takes: 'name of a calendar, or `always`',
    default: '`always`',
    meaning: 'The time that its objective is about: downtime outside of it does not count.',
  }),
});

export const servicesSection = section({
  key: 'services',
  schema: key(named('services', '{ platform: { downtime-per-incident: 10m } }', name('a service', []), service), {
    takes: 'map of names to [services](#services)',
    meaning:
      'What the users of each service are promised. An incident concerns the services whose names are among its labels, or the only one.',
  }),
  needs: [calendarsSection],
  resolve: ({ file = {} }, scope, measures): { readonly services: readonly Service[] } => {
    const always = measures.calendars.get('always')!;
    const services = Object.entries(file).map(([name, it]): Service => {
      const text = it['downtime-per-incident'];
      const path = ['services', name, 'downtime-per-incident'];
      const target =
        text === undefined ? undefined : makeTarget({ text, calendar: always }, { value: path, day: path }, scope);
      const calendar =
        it.calendar === undefined
          ? always
          : findCalendar(it.calendar, ['services', name, 'calendar'], { ...measures, scope, builtin: false });
      const promised = (value: string | undefined): number | null => (value === undefined ? null : shareOf(value));
      return {
        name,
        downtimePerIncident:
          text !== undefined && target && 'ms' in target.amount ? { ms: target.amount.ms, text } : null,
        objective: { month: promised(it.objective?.month), year: promised(it.objective?.year) },
        calendar: calendar ?? always,
      };
    });
    return { services };
  },
});
