import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { testProblems } from './lines.ts';

const SERVICES = 'services: { checkout: {}, api: { objective: { month: 99.9%, year: 99.5 % } } }\n';
const page = (rest: string): string =>
  `${SERVICES}status-page:\n  title: Shop\n  url: https://status.example.com/\n${rest}`;

describe('a status page', () => {
  test('has what the policy says, and what is usual for the rest', async () => {
    const text = page(
      '  components: { checkout: Checkout, api: { name: { en: API, fr: API publique }, group: Shop } }\n  entry: { P1: never }\n',
    );
    const loaded = await loadPolicy(`language: fr\ntimezone: Europe/Paris\n${text}`, 'p.yml');
    expect(loaded.ok && loaded.policy.statusPage).toMatchObject({
      title: { en: 'Shop', fr: 'Shop' },
      url: 'https://status.example.com',
      languages: ['fr'],
      zone: 'Europe/Paris',
      components: [
        { key: 'checkout', name: { en: 'Checkout' }, group: null },
        { key: 'api', name: { en: 'API', fr: 'API publique' }, group: { en: 'Shop', fr: 'Shop' } },
      ],
      entry: { P0: 'at-once', P1: 'never', P2: 'on-command', P3: 'on-command' },
      impact: { P0: 'major_outage', P1: 'partial_outage', P2: 'degraded_performance', P3: 'degraded_performance' },
    });
    expect(loaded.ok && loaded.policy.services[1]!.objective).toEqual({ month: 0.9990000000000001, year: 0.995 });
  });

  test('is none unless the policy has one', async () => {
    const loaded = await loadPolicy(SERVICES, 'p.yml');
    expect(loaded.ok && loaded.policy.statusPage).toBe(null);
  });

  testProblems([
    [
      'without what it needs',
      'status-page: {}\n',
      [
        '1:1: status-page.title: is missing; expected a text, e.g. Checkout, or { en: TEXT, fr: TEXT }',
        '1:1: status-page.url: is missing; expected an address, e.g. https://status.example.com',
        '1:1: status-page.components: is missing; expected a map of components, e.g. { checkout: { name: Checkout } }',
      ],
    ],
    [
      'components that the policy does not know, or that are confidential',
      `categories: [{ name: security, owner: boss, confidential: true }]\nroles: { boss: grace }\n${page('  components: { chekout: A, security: B }\n')}`,
      [
        '7:17: status-page.components.chekout: "chekout" is not a service or a category; did you mean "checkout"?',
        '7:29: status-page.components.security: is a confidential category; nothing of it may be public',
      ],
    ],
    [
      'no components',
      page('  components: {}\n'),
      ['5:15: status-page.components: is empty; expected the services or categories that customers know'],
    ],
    [
      'an address that is not served safely',
      page('  components: { api: API }\n').replace('https:', 'http:'),
      [
        '4:8: status-page.url: "http://status.example.com/" is not an address; expected e.g. https://status.example.com',
      ],
    ],
    [
      'texts that are wrong',
      page(
        '  components: { api: { name: { de: Schnittstelle } } }\n  templates: { investigating: "We look at {service}", fixed: Done, resolved: { en: " " } }\n',
      ),
      [
        '5:32: status-page.components.api.name.de: is an unknown key; expected one of en, fr',
        '6:31: status-page.templates.investigating: has "{service}"; expected no other than {services}',
        '6:55: status-page.templates.fixed: is an unknown key; expected one of investigating, identified, monitoring, resolved, postmortem',
        '6:84: status-page.templates.resolved.en: is blank; expected a text',
      ],
    ],
    [
      'words of other products',
      page('  components: { api: API }\n  entry: { P0: now }\n  impact: { P1: minor }\n  languages: [de]\n'),
      [
        '6:16: status-page.entry.P0: "now" is not a way onto the page; expected one of at-once, on-command, never',
        '7:17: status-page.impact.P1: "minor" is not an impact; expected one of major_outage, partial_outage, degraded_performance',
        '8:15: status-page.languages[0]: "de" is not a language; expected one of en, fr',
      ],
    ],
    [
      'objectives that are none',
      'services: { a: { objective: { month: 101% } }, b: { objective: { year: 0.999 } }, c: { objective: { month: 99.9%, week: 1% }, calendar: offic } }\n',
      [
        '1:38: services.a.objective.month: "101%" is not a percentage; expected e.g. 99.9%',
        '1:72: services.b.objective.year: 0.999 is not a percentage; expected e.g. 99.9%',
        '1:115: services.c.objective.week: is an unknown key; expected one of month, year',
        '1:137: services.c.calendar: "offic" is not a calendar; did you mean "office"?',
      ],
    ],
  ]);
});
