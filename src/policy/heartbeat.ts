import { parseTime } from './duration.ts';
import { MINUTE } from '../calendar/length.ts';
import { map } from './expect.ts';
import { unseen, variable } from './notifiers.ts';
import type { Heartbeat } from '../capabilities/policy.ts';
import type { PolicyFile } from './schema.ts';
import { wallTime } from './values.ts';

const EXPECTED = 'a map with url or sweep-within, e.g. { url: HEARTBEAT_URL, sweep-within: 2h }';

/** The fragment of the schema for `heartbeat`. The address is a secret: whoever has it can feign a sweep. */
export const heartbeat = map(
  'a heartbeat',
  {
    url: variable
      .optional()
      .describe('Name of the environment variable that holds the address that is called after each full sweep.'),
    'sweep-within': wallTime('2h', 7 * 24, MINUTE)
      .optional()
      .describe(
        'How old the last sweep on schedule may be before a run says so, in hours and minutes around the clock; nothing is said if left out.',
      ),
  },
  ['url', 'sweep-within'],
  unseen(EXPECTED),
)
  .refine((value) => Object.keys(value).length > 0, {
    // Keys that are unknown have been reported by themselves.
    when: ({ issues }) => issues.length === 0,
    error: `is empty; expected ${EXPECTED}`,
  })
  .meta({ minProperties: 1 });

/** Who watches Tocsin itself; times are wall time. */
export function readHeartbeat(section: NonNullable<PolicyFile['heartbeat']>): Heartbeat {
  const text = section['sweep-within'];
  return {
    url: section.url ?? null,
    sweepWithin: text === undefined ? null : { ms: parseTime(text) ?? 0, text },
  };
}
