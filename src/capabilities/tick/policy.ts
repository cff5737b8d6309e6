import { MINUTE } from '../../calendar/length.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { parseTime } from '../../policy/duration.ts';
import { list, map, oneOf, text } from '../../policy/expect.ts';
import { key, required, taking } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { wallTimeValue } from '../../policy/values.ts';
import { quote } from '../../policy/wording.ts';

/** The alerts that always fire: each starts a run, and that they stay away means that nothing is monitored any more. */
interface Tick {
  readonly from: readonly string[];
  /** How long nothing may come of the monitoring before an incident says so, in milliseconds; null if nothing does. */
  readonly silentAfter: number | null;
  /** The priority of that incident. */
  readonly priority: Priority;
}

const LONGEST_NAME = 200;

const name = text('the name of an alert', 'e.g. Watchdog', (value) =>
  value.trim() !== '' && value.length <= LONGEST_NAME
    ? undefined
    : `${quote(value)} is not the name of an alert; expected e.g. Watchdog`,
);

export const tickSection = section({
  key: 'tick',
  schema: key(
    map('a map of tick', {
      from: required(
        taking('list of names', list(name, 'a list of names of alerts', 'is empty; expected e.g. [Watchdog]')),
        {
          meaning:
            'The alerts that always fire, by their `alertname`, or by their `key` in the plain shape. They start a run and file nothing.',
        },
      ),
      'silent-after': key(wallTimeValue('15m', 7 * 24, MINUTE), {
        meaning:
          'How long no alert at all may come before an incident is opened that says so. Runs on schedule notice it, and those that a tick or a watch starts.',
      }),
      priority: key(oneOf('a priority', PRIORITIES), {
        default: '`P1`',
        meaning: 'The priority of that incident.',
      }),
    }),
    {
      takes: 'map of [these keys](#tick)',
      meaning:
        'Alerts that always fire, such as the `Watchdog` of Prometheus: they [start runs](#tick), and are missed when they stay away.',
    },
  ),
  resolve: ({ file }): { readonly tick: Tick } => ({
    tick: {
      from: file?.from ?? [],
      silentAfter: parseTime(file?.['silent-after'] ?? '') ?? null,
      priority: file?.priority ?? 'P1',
    },
  }),
});
