import { describe, expect, test } from 'vitest';
import { problemLines, testProblems } from '../policy/lines.ts';
import { scheduleOf } from './read.ts';

const HOUR = 3_600_000;

/** A schedule that no role uses is a problem of its own. */
const USED = 'roles: { sre: { schedule: sre } }\n';

/** A layer with one thing that differs. */
const layer = (text: string) => `schedules:
  sre:
    layers:
      - { every: 1d, from: 2026-01-05T08:00, people: [sue], ${text} }
${USED}`;
const rhythm = (every: string) => `schedules:
  sre: { layers: [{ every: ${every}, from: 2026-01-05T08:00, people: [sue] }] }
`;

describe('problems', () => {
  testProblems([
    [
      'no schedule',
      'schedules:\n',
      [
        '1:1: schedules: is empty; expected a map of schedules, e.g. { sre: { layers: [{ every: 1w, from: 2026-01-05T09:00, people: [alice, bob] }] } }',
      ],
    ],
    [
      'nothing in it',
      'schedules:\n  a: {}\n  b: { layers: [] }\n  c: { layers: [{}] }\n  "!": { layers: [] }\n',
      [
        '2:3: schedules.a.layers: is missing; expected a list of layers',
        '3:16: schedules.b.layers: is empty; expected at least one layer',
        '4:17: schedules.c.layers[0].every: is missing; expected a time between hand-offs, e.g. 1d, 1w or 1mo',
        '4:17: schedules.c.layers[0].from: is missing; expected a date and time, e.g. 2026-01-05T09:00',
        '4:17: schedules.c.layers[0].people: is missing; expected a list of people',
        '5:3: schedules."!": "!" is not a name; expected letters, digits, - and spaces, at most 50',
      ],
    ],
    [
      'keys and zones',
      `schedules:
  sre:
    timezone: Europe/Pari
    layer: []
    layers:
      - { every: 1d, from: 2026-01-05T08:00, person: sue, people: [sue] }
  SRE: { timezone: +01:00, layers: [{ every: 1d, from: 2026-01-05, people: [sue] }] }
roles: { sre: { schedule: sre }, backup: { schedule: SRE } }
`,
      [
        '3:15: schedules.sre.timezone: "Europe/Pari" is not a time zone; did you mean "Europe/Paris"?',
        '4:5: schedules.sre.layer: is an unknown key; did you mean "layers"?',
        '6:46: schedules.sre.layers[0].person: is an unknown key; expected one of every, from, hours, days, people',
        '7:3: schedules.SRE: "SRE" is the name of an earlier schedule',
        '7:20: schedules.SRE.timezone: "+01:00" is not a time zone; expected an IANA name such as Europe/Paris or UTC',
      ],
    ],
    [
      'people',
      `schedules:
  sre:
    layers:
      - { every: 1d, from: 2026-01-05T08:00, people: [] }
      - { every: 1d, from: 2026-01-05T08:00, people: }
      - { every: 1d, from: 2026-01-05T08:00, people: sue }
      - { every: 1d, from: 2026-01-05T08:00, people: ["@sue", acme/sre, 12, [tom], { until: 2026-06-01 }, { login: a--b }] }
`,
      [
        '4:54: schedules.sre.layers[0].people: has nobody; expected at least one person',
        '5:46: schedules.sre.layers[1].people: is empty; expected a list of people',
        '6:54: schedules.sre.layers[2].people: "sue" is not a list of people',
        '7:55: schedules.sre.layers[3].people[0]: "@sue" is not a GitHub login; did you mean "sue"?',
        '7:63: schedules.sre.layers[3].people[1]: "acme/sre" is a team, and a bot cannot notify a team; list its people',
        '7:73: schedules.sre.layers[3].people[2]: 12 is not a person; expected a login, or { login: alice, until: 2026-06-01 }, or "12" in quotes',
        '7:77: schedules.sre.layers[3].people[3]: a list is not a person; expected a login, or { login: alice, until: 2026-06-01 }',
        '7:84: schedules.sre.layers[3].people[4].login: is missing; expected a login, e.g. alice',
        '7:116: schedules.sre.layers[3].people[5].login: "a--b" is not a GitHub login; expected e.g. alice',
      ],
    ],
    [
      'people who never serve',
      `schedules:
  sre:
    layers:
      - every: 1d
        from: 2026-01-05T08:00
        people:
          - { login: "@bad", until: 2020-01-01 }
          - { login: sue, until: 2026-01-05T08:00 }
          - { login: tom, from: 2026-03-01, until: 2026-02-01 }
          - { login: uma, from: 2025-01-01, until: 2025-02-01 }
          - { login: vic, from: 2026-03-01, until: 2026-04-01 }
${USED}`,
      [
        '7:22: schedules.sre.layers[0].people[0].login: "@bad" is not a GitHub login; did you mean "bad"?',
        '8:34: schedules.sre.layers[0].people[1].until: "2026-01-05T08:00" is not after the first hand-off of the layer, 2026-01-05T08:00: "sue" would never be on call',
        '9:52: schedules.sre.layers[0].people[2].until: "2026-02-01" is not after "from", 2026-03-01: "tom" would never be on call',
        '10:52: schedules.sre.layers[0].people[3].until: "2025-02-01" is not after the first hand-off of the layer, 2026-01-05T08:00: "uma" would never be on call',
      ],
    ],
    [
      'overrides',
      `schedules:
  sre:
    layers: [{ every: 1w, from: 2026-01-05T08:00, people: [sue] }]
    overrides:
      - { from: 2026-12-24T09:00, to: 2026-12-24T09:00, person: tom }
      - { from: 2026-12-24T09:00, to: 2026-12-23T09:00, person: tom }
      - { from: 2026-12-24T09:00, to: 2028-12-23T09:00, person: tom }
      - { from: 2026-12-24, to: 2026-12-25, person: }
      - { from: 2026-12-24, person: [tom] }
      - { from: 2026-12-24, to: 2026-12-25, person: tom, until: 2026-12-25 }
${USED}`,
      [
        '5:39: schedules.sre.overrides[0].to: "2026-12-24T09:00" is not after "from", 2026-12-24T09:00',
        '6:39: schedules.sre.overrides[1].to: "2026-12-23T09:00" is not after "from", 2026-12-24T09:00',
        '7:39: schedules.sre.overrides[2].to: "2028-12-23T09:00" is more than a year after "from", 2026-12-24T09:00; change the layers instead',
        '8:45: schedules.sre.overrides[3].person: is empty; expected a login, e.g. alice',
        '9:9: schedules.sre.overrides[4].to: is missing; expected a date and time, e.g. 2026-01-05T09:00',
        '9:37: schedules.sre.overrides[4].person: a list is not a login; expected e.g. alice',
        '10:58: schedules.sre.overrides[5].until: is an unknown key; expected one of from, to, person',
      ],
    ],
    [
      'overrides that are none',
      `schedules: { sre: { layers: [{ every: 1w, from: 2026-01-05T08:00, people: [sue] }], overrides: tom } }\n${USED}`,
      ['1:96: schedules.sre.overrides: "tom" is not a list of overrides'],
    ],
  ]);

  test.each([
    ['1m', '"1m" would be minutes; for months, did you mean "1mo"?'],
    ['24h', '"24h" is not a time between hand-offs; did you mean "1d"?'],
    ['weekly', '"weekly" is not a time between hand-offs; did you mean "1w"?'],
    ['2 weeks', '"2 weeks" is not a time between hand-offs; did you mean "2w"?'],
    ['1M', '"1M" is not a time between hand-offs; did you mean "1mo"?'],
    ['3 mois', '"3 mois" is not a time between hand-offs; did you mean "3mo"?'],
    ['12h', '"12h" is too short; expected at least 1d, and layers with hours for shorter shifts'],
    ['0m', '"0m" is no time at all; expected e.g. 1d, 1w or 1mo'],
    ['0d', '"0d" is no time at all; expected e.g. 1d, 1w or 1mo'],
    ['367d', '"367d" is too long; expected at most 366d'],
    ['53w', '"53w" is too long; expected at most 52w'],
    ['13mo', '"13mo" is too long; expected at most 12mo'],
    ['99999m', '"99999m" is not a time between hand-offs; expected e.g. 1d, 1w or 1mo'],
    ['1w1d', '"1w1d" is not a time between hand-offs; expected e.g. 1d, 1w or 1mo'],
    ['often', '"often" is not a time between hand-offs; expected e.g. 1d, 1w or 1mo'],
    ['7', '7 is not a time between hand-offs; expected e.g. 1d, 1w or 1mo'],
  ])('every: %s', async (every, message) => {
    expect(await problemLines(rhythm(every))).toEqual([`p.yml:2:28: schedules.sre.layers[0].every: ${message}`]);
  });

  test.each([
    [
      '2026-01-05T08:00Z',
      '"2026-01-05T08:00Z" has an offset; expected the time in the zone of the schedule, e.g. 2026-01-05T09:00',
    ],
    [
      '2026-01-05T08:00+01:00',
      '"2026-01-05T08:00+01:00" has an offset; expected the time in the zone of the schedule, e.g. 2026-01-05T09:00',
    ],
    ['2026-01-05 8:00', '"2026-01-05 8:00" is not a date and time; did you mean "2026-01-05T08:00"?'],
    ['2026-02-30T08:00', '"2026-02-30T08:00" does not exist; expected e.g. 2026-01-05T09:00'],
    ['2026-02-28T25:00', '"2026-02-28T25:00" does not exist; expected e.g. 2026-01-05T09:00'],
    ['05/01/2026', '"05/01/2026" is not a date and time; expected e.g. 2026-01-05T09:00'],
    ['0026-01-05', '"0026-01-05" is not in the years 1970 to 2200'],
    ['2026', '2026 is not a date and time; expected e.g. 2026-01-05T09:00'],
  ])('from: %s', async (from, message) => {
    const text = `schedules:\n  sre: { layers: [{ every: 1d, people: [sue], from: ${from} }] }\n`;
    expect(await problemLines(text)).toEqual([`p.yml:2:53: schedules.sre.layers[0].from: ${message}`]);
  });

  test.each([
    ['hours: 08:00-08:00', 'hours', 68, '"08:00-08:00" is empty; leave it out for the whole day'],
    ['hours: 8-20', 'hours', 68, '"8-20" is not a daily window; expected e.g. 08:00-20:00'],
    ['hours: closed', 'hours', 68, '"closed" is not a daily window; expected e.g. 08:00-20:00'],
    ['hours: [08:00-12:00]', 'hours', 68, 'a list is not a daily window; expected e.g. 08:00-20:00'],
    ['days: monday-friday', 'days', 67, '"monday-friday" is not a day or a range of days; did you mean "mon-fri"?'],
    ['days: mon-mon', 'days', 67, '"mon-mon" is not a day or a range of days; did you mean "mon-sun"?'],
    ['days: never', 'days', 67, '"never" is not a day or a range of days; expected e.g. sat or mon-fri'],
    ['days: []', 'days', 67, 'is empty; expected days, or leave it out'],
    ['days: 1', 'days', 67, '1 is not days of the week; expected e.g. mon-fri or [mon, wed-fri]'],
    ['days: [sat, sunn]', 'days[1]', 73, '"sunn" is not a day or a range of days; did you mean "sun"?'],
  ])('%s', async (given, key, column, message) => {
    expect(await problemLines(layer(given))).toEqual([`p.yml:4:${column}: schedules.sre.layers[0].${key}: ${message}`]);
  });
});

describe('what is read', () => {
  test('zone, rhythm, window, dates and the one spelling of a login', () => {
    const schedule = scheduleOf(
      `
    timezone: europe/london
    layers:
      - every: 02w
        from: 2026-01-05T09:00
        hours: 20:00-8:00
        days: [sat-mon, wed, mon]
        people: [Ian, { login: mona, from: 2026-02-01, until: 2026-07-01T12:00 }, "12"]
      - { every: 1mo, from: 2026-01-31, hours: 00:00-24:00, people: [IAN] }
      - { every: 3d, from: 2026-01-31, days: mon-sun, people: [mona] }
    overrides: [{ from: 2026-07-24T09:00, to: 2026-07-27T09:00, person: iAN }]`,
      'America/New_York',
    );
    expect(schedule).toEqual({
      name: 'duty',
      zone: 'Europe/London',
      layers: [
        {
          rotation: {
            every: { count: 2, unit: 'week' },
            first: Date.UTC(2026, 0, 5, 9),
            people: [
              { login: 'Ian', from: -Infinity, to: Infinity },
              { login: 'mona', from: Date.UTC(2026, 1, 1), to: Date.UTC(2026, 6, 1, 11) },
              { login: '12', from: -Infinity, to: Infinity },
            ],
          },
          window: { from: 20 * HOUR, to: 32 * HOUR, days: [0, 2, 5, 6] },
        },
        {
          rotation: {
            every: { count: 1, unit: 'month' },
            first: Date.UTC(2026, 0, 31),
            people: [{ login: 'Ian', from: -Infinity, to: Infinity }],
          },
          window: { from: 0, to: 24 * HOUR, days: [0, 1, 2, 3, 4, 5, 6] },
        },
        {
          rotation: {
            every: { count: 3, unit: 'day' },
            first: Date.UTC(2026, 0, 31),
            people: [{ login: 'mona', from: -Infinity, to: Infinity }],
          },
          window: { from: 0, to: 24 * HOUR, days: [0, 1, 2, 3, 4, 5, 6] },
        },
      ],
      overrides: [{ login: 'Ian', from: Date.UTC(2026, 6, 24, 8), to: Date.UTC(2026, 6, 27, 8) }],
    });
  });

  test('a schedule without a zone has that of the policy', () => {
    expect(scheduleOf('{ layers: [{ every: 1d, from: 2026-01-05, people: [a] }] }', 'Asia/Tokyo').zone).toBe(
      'Asia/Tokyo',
    );
  });
});
