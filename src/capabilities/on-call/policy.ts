import { map } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { flag } from '../../policy/values.ts';
import { timezoneSection } from '../reader/policy.ts';
import { schedulesFile } from './form.ts';
import { readSchedules } from './reading.ts';
import type { Schedule } from './schedule.ts';

export const schedulesSection = section({
  key: 'schedules',
  schema: key(schedulesFile, {
    takes: 'map of names to [schedules](#schedules)',
    meaning: 'Who is on call when: who takes turns, and when they change hands.',
  }),
  needs: [timezoneSection],
  resolve: ({ file = {} }, { report }, { zone }): { readonly schedules: ReadonlyMap<string, Schedule> } => ({
    schedules: readSchedules(file, zone, report),
  }),
});

interface OnCall {
  /** Whether the schedules are published in an issue, and shifts told that they begin. */
  readonly publishOnCall: boolean;
}

export const onCallSection = section({
  key: 'on-call',
  schema: key(
    map('a map of on-call', {
      publish: key(flag, {
        default: '`false`',
        meaning: 'Whether who is on call is published in an issue, and people are told there when their shift begins.',
      }),
    }),
    {
      takes: 'map with `publish`',
      default: 'not published',
      meaning:
        'What becomes of the schedules besides filling roles: whether [who is on call is published](#publication).',
    },
  ),
  resolve: ({ file = {} }, { report, namesIn }): OnCall => {
    const { publish = false } = file;
    if (publish && namesIn('schedules').length === 0) {
      report(['on-call', 'publish'], 'has no effect: the policy has no schedules', 'key');
    }
    return { publishOnCall: publish };
  },
});
