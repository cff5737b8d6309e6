import { MINUTE } from '../../calendar/length.ts';
import { parseTime } from '../../policy/duration.ts';
import { filled, map } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { unseen, variable } from '../../policy/secrets.ts';
import { section } from '../../policy/section.ts';
import { wallTimeValue } from '../../policy/values.ts';

/** Who watches Tocsin itself. */
interface Heartbeat {
  /** Name of the environment variable with the address that is called after each full sweep. */
  readonly url: string | null;
  /** How old the last scheduled sweep may be before a run says so: `ms` of wall time, `text` as the policy wrote it. */
  readonly sweepWithin: { readonly ms: number; readonly text: string } | null;
}

const VARIABLE = 'HEARTBEAT_URL';
const EXPECTED = `a map with url or sweep-within, e.g. { url: ${VARIABLE}, sweep-within: 2h }`;

/** The address is a secret: whoever has it can feign a sweep. */
const heartbeatFile = filled(
  map(
    'a heartbeat',
    {
      url: key(
        variable(() => VARIABLE),
        {
          meaning:
            'The variable holds the address that is called after each full sweep. It is handed over like the secrets of [notifiers](#notifiers).',
        },
      ),
      'sweep-within': key(wallTimeValue('2h', 7 * 24, MINUTE), {
        meaning:
          'How old the last sweep on schedule may be, around the clock. A run that an event starts fails if it is older.',
      }),
    },
    { wrong: unseen(EXPECTED, () => VARIABLE) },
  ),
  `is empty; expected ${EXPECTED}`,
);

export const heartbeatSection = section({
  key: 'heartbeat',
  schema: key(heartbeatFile, { takes: 'map of [these keys](#heartbeat)', meaning: 'Who watches Tocsin itself.' }),
  resolve: ({ file = {} }): { readonly heartbeat: Heartbeat } => {
    const text = file['sweep-within'];
    const sweepWithin = text === undefined ? null : { ms: parseTime(text) ?? 0, text };
    return { heartbeat: { url: file.url ?? null, sweepWithin } };
  },
});
