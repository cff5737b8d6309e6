import { map, named } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { durationValue, name } from '../../policy/values.ts';
import { calendarsSection } from '../calendars/policy.ts';
import { makeTarget } from '../calendars/target.ts';

/** What the users of a service are promised. */
export interface Service {
  readonly name: string;
  /** The longest downtime that one incident may cause, in milliseconds of wall time; `text` as the policy wrote it. */
  readonly downtimePerIncident: { readonly ms: number; readonly text: string } | null;
}

const service = map('a service', {
  'downtime-per-incident': key(durationValue, {
    meaning: 'The longest downtime that one incident may cause, around the clock.',
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
  resolve: ({ file = {} }, scope, { calendars }): { readonly services: readonly Service[] } => {
    const services = Object.entries(file).map(([name, { 'downtime-per-incident': text }]) => {
      if (text === undefined) return { name, downtimePerIncident: null };
      const path = ['services', name, 'downtime-per-incident'];
      const target = makeTarget({ text, calendar: calendars.get('always')! }, { value: path, day: path }, scope);
      return { name, downtimePerIncident: target && 'ms' in target.amount ? { ms: target.amount.ms, text } : null };
    });
    return { services };
  },
});
