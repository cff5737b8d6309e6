import * as z from 'zod/mini';
import { hinted, list, map, named, not, text } from '../../policy/expect.ts';
import { DAY_KEY, SPAN } from '../../policy/hours.ts';
import { key, required, taking } from '../../policy/keys.ts';
import { LOGIN } from '../../model/login.ts';
import { login, name, zone } from '../../policy/values.ts';
import { RHYTHM, WALL, wrongDays, wrongRhythm, wrongWall, wrongWindow } from './spelling.ts';

/* The form of schedules in the policy. */

const every = text('a time between hand-offs', `e.g. ${RHYTHM}`, wrongRhythm, '^0*[1-9]\\d{0,3}(?:d|w|mo)$');

/** Wall-clock time in the zone of the schedule. */
const wall = taking(
  'date, or date and time',
  text('a date and time', `e.g. ${WALL}`, wrongWall, '^\\d{4}-\\d{2}-\\d{2}(?:[Tt]\\d{2}:\\d{2}(?::\\d{2})?)?$'),
);

const hours = text('a daily window', 'e.g. 08:00-20:00', wrongWindow, SPAN.source);

const day = text('a day or a range of days', 'e.g. mon-fri', wrongDays, DAY_KEY);

const person = z.union(
  [
    login,
    map('a person', {
      login: required(login, { meaning: 'Who it is.' }),
      from: key(wall, { default: 'from the first hand-off on', meaning: 'When they join the rotation.' }),
      until: key(wall, {
        default: 'never',
        meaning: 'When they leave. From then on they are passed over, and the next in turn is on call instead.',
      }),
    }),
  ],
  { error: not('a person', 'a login, or { login: alice, until: 2026-06-01 }', (value) => LOGIN.test(value)) },
);

const layer = hinted(
  map('a layer', {
    every: required(every, {
      takes: 'days, weeks or months: `1d`, `2w`, `1mo`',
      meaning:
        'How often it changes hands; at most `366d`, `52w` or `12mo`. Of less than `7d` only days with hours count. Months are `mo`, since `m` are minutes everywhere else.',
    }),
    from: required(wall, {
      meaning:
        'The first hand-off, and so the time of day of all of them, in the zone of the schedule. Before it, the layer has nobody.',
    }),
    hours: key(hours, {
      takes: '`08:00-20:00`, or over midnight `20:00-08:00`',
      default: 'all',
      meaning: 'The hours of the day in which the layer counts.',
    }),
    days: key(
      z.union([day, list(day, 'a list of days', 'is empty; expected days, or leave it out')], {
        error: not('days of the week', 'e.g. mon-fri or [mon, wed-fri]'),
      }),
      {
        takes: '`sat`, `mon-fri`, or a list of such',
        default: 'all',
        meaning:
          'The days of the week on which its hours begin: with `hours: 20:00-08:00`, the night after a `fri` belongs to `fri`.',
      },
    ),
    people: required(list(person, 'a list of people', 'has nobody; expected at least one person'), {
      takes: 'list of logins, or of maps with `login`, `from`, `until`',
      meaning: 'Who takes turns, in this order. A login may come more than once.',
    }),
  }),
  { id: 'layer', description: 'People who take turns, and the hours in which they do.' },
);
export type LayerFile = z.output<typeof layer>;

const override = map('an override', {
  from: required(wall, { meaning: 'When it begins, in the zone of the schedule.' }),
  to: required(wall, { meaning: 'When it ends, in the zone of the schedule; at most a year after its beginning.' }),
  person: required(login, { meaning: 'Who is on call then, whatever the layers say.' }),
});

const schedule = hinted(
  map('a schedule', {
    timezone: key(zone, { default: 'that of the policy', meaning: 'The zone of all times of the schedule.' }),
    layers: required(list(layer, 'a list of layers', 'is empty; expected at least one layer'), {
      takes: 'list of layers',
      meaning: 'People who take turns. A later layer beats an earlier one wherever it has somebody.',
    }),
    overrides: key(z.array(override, { error: not('a list of overrides', '') }), {
      takes: 'list of overrides',
      meaning: 'Exceptions. They beat all layers; of two at the same time the later in the list wins.',
    }),
  }),
  { id: 'schedule', description: 'Who is on call when; one person at a time.' },
);

/** Schedules by name. */
export const schedulesFile = named(
  'schedules',
  '{ sre: { layers: [{ every: 1w, from: 2026-01-05T09:00, people: [alice, bob] }] } }',
  name('a schedule', []),
  schedule,
);
export type SchedulesFile = z.output<typeof schedulesFile>;
