import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '../../src/calendar/length.ts';
import { goodPolicy, testProblems } from './lines.ts';

describe('the instant to enforce from', () => {
  test.each([
    ['2026-11-02', 'UTC', '2026-11-02T00:00:00.000Z'],
    ['2026-11-02', 'Europe/Paris', '2026-11-01T23:00:00.000Z'],
    ['2026-07-01', 'Europe/Paris', '2026-06-30T22:00:00.000Z'],
    ['2026-11-02', 'Pacific/Kiritimati', '2026-11-01T10:00:00.000Z'],
    ['2026-11-02T09:00', 'Europe/Paris', '2026-11-02T08:00:00.000Z'],
    ['2026-11-02T09:00:30', 'UTC', '2026-11-02T09:00:30.000Z'],
    ['2026-11-02T09:00Z', 'Europe/Paris', '2026-11-02T09:00:00.000Z'],
    ['2026-11-02T09:00+05:45', 'Europe/Paris', '2026-11-02T03:15:00.000Z'],
    ['"2026-11-02"', 'UTC', '2026-11-02T00:00:00.000Z'],
    ['2028-02-29', 'UTC', '2028-02-29T00:00:00.000Z'],
  ])('%s in %s', async (text, zone, instant) => {
    const { enforceFrom } = await goodPolicy(`timezone: ${zone}\nenforce-from: ${text}\n`);
    expect(enforceFrom === null ? null : new Date(enforceFrom).toISOString()).toBe(instant);
  });

  test('is none unless the policy names one', async () => {
    expect((await goodPolicy('')).enforceFrom).toBeNull();
  });

  test('may be a day without a midnight', async () => {
    // In Cairo, Friday 24 April 2026 begins at 01:00.
    const { enforceFrom } = await goodPolicy('timezone: Africa/Cairo\nenforce-from: 2026-04-24\n');
    expect(enforceFrom).toBe(Date.parse('2026-04-23T22:00Z'));
  });

  const wrong = (text: string, shown = `"${text}"`) =>
    [
      text,
      `enforce-from: ${text}\n`,
      [`1:15: enforce-from: ${shown} is not an instant; expected e.g. 2026-11-02 or 2026-11-02T09:00`],
    ] as const;
  testProblems([
    wrong('yesterday'),
    wrong('2026-02-30'),
    wrong('2026-13-01'),
    wrong('2027-02-29T09:00'),
    wrong('2026-11-02T25:00'),
    wrong('2026-11-02T09:60'),
    wrong('2026-11'),
    wrong('2026-11-02 09:00'),
    wrong('2026-11-02T09:00 Europe/Paris'),
    wrong('02.11.2026'),
    wrong('20261102', '20261102'),
    wrong('[2026-11-02]', 'a list'),
    [
      'nothing',
      'enforce-from:\n',
      ['1:1: enforce-from: is empty; expected an instant, e.g. 2026-11-02 or 2026-11-02T09:00'],
    ],
    [
      'a slip in the key',
      'enforce_from: 2026-11-02\n',
      ['1:1: enforce_from: is an unknown key; did you mean "enforce-from"?'],
    ],
  ]);
});

describe('services', () => {
  test('promise a longest downtime for each incident, around the clock, or nothing', async () => {
    const { services } = await goodPolicy(`
services:
  platform: { downtime-per-incident: 10m }
  api: { downtime-per-incident: 1d }
  web: {}
`);
    expect(services).toMatchObject([
      { name: 'platform', downtimePerIncident: { ms: 10 * MINUTE, text: '10m' } },
      { name: 'api', downtimePerIncident: { ms: DAY, text: '1d' } },
      { name: 'web', downtimePerIncident: null },
    ]);
  });

  test('are none unless the policy names some', async () => {
    expect((await goodPolicy('')).services).toEqual([]);
  });

  testProblems([
    [
      'downtimes',
      `services:
  platform: { downtime-per-incident: 10 min }
  api: { downtime-per-incident: 10 }
  web: { downtime: 10m }
  shop: { downtime-per-incident: 4000d }
  mail: 10m
  chat: { downtime-per-incident: { within: 10m, calendar: office } }
  docs: { downtime-per-incident: 0m }
  jobs:
`,
      [
        '2:38: services.platform.downtime-per-incident: "10 min" is not a duration; did you mean "10m"?',
        '3:33: services.api.downtime-per-incident: 10 is not a duration; expected e.g. 30m, 2h, 1d',
        '4:10: services.web.downtime: is an unknown key; did you mean "downtime-per-incident"?',
        '5:34: services.shop.downtime-per-incident: "4000d" on always is not reached within ten years',
        '6:9: services.mail: "10m" is not a service; expected a map with downtime-per-incident, objective, calendar',
        '7:34: services.chat.downtime-per-incident: a map is not a duration; expected e.g. 30m, 2h, 1d',
        '8:34: services.docs.downtime-per-incident: "0m" is no time at all; expected e.g. 30m, 2h, 1d',
        '9:3: services.jobs: is empty; expected a service, a map with downtime-per-incident, objective, calendar',
      ],
    ],
    [
      'a section of another type',
      'services: [platform]\n',
      ['1:11: services: a list is not a map of services; expected e.g. { platform: { downtime-per-incident: 10m } }'],
    ],
    [
      'names that could be markup',
      'services: { "<b>": {} }\n',
      ['1:13: services."<b>": "<b>" is not a name; expected letters, digits, - and spaces, at most 50'],
    ],
  ]);
});
