import { parseTime } from '../../policy/duration.ts';
import { HOUR } from '../../calendar/length.ts';
import { map, oneOf } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { wallTimeValue } from '../../policy/values.ts';

/** What becomes of alerts. */
export interface AlertPolicy {
  /** What makes alerts one incident: the group that the monitoring system has put them in, or each alert by itself. */
  readonly key: 'group' | 'alert';
  /** How long an alert must last before anybody is told, in milliseconds. */
  readonly hold: number;
  /** What a recovery does: it is only recorded, it resolves the incident, or it resolves and closes it. */
  readonly recovery: 'record' | 'resolve' | 'close';
  /** How long after its end an incident is opened again by its alert, in milliseconds; later a new one is opened. */
  readonly reopenWithin: number;
}

export const alertsSection = section({
  key: 'alerts',
  schema: key(
    map('a map of alerts', {
      key: key(oneOf('a way to tell alerts apart', ['group', 'alert']), {
        default: '`group`',
        meaning:
          'What makes alerts one incident: the group that the monitoring system has put them in (`group`), or each alert by itself (`alert`).',
      }),
      hold: key(wallTimeValue('5m', 24, 0), {
        default: '`0m`',
        meaning:
          'How long an alert must last before anybody is told, around the clock. Of one that is gone by then nobody is told.',
      }),
      recovery: key(oneOf('an effect of a recovery', ['record', 'resolve', 'close']), {
        default: '`record`',
        meaning:
          'What a recovery does: it is only recorded (`record`), it resolves the incident, or it resolves and closes it.',
      }),
      'reopen-within': key(wallTimeValue('4h', 6 * 7 * 24, 0), {
        default: '`4h`',
        meaning:
          'How long after its end an incident is opened again by its alert, around the clock. Later, a new one is opened.',
      }),
    }),
    {
      takes: 'map of [these keys](#alerts)',
      default: 'what its keys have',
      meaning: 'What becomes of the alerts of monitoring systems.',
    },
  ),
  resolve: ({ file = {} }): { readonly alerts: AlertPolicy } => ({
    alerts: {
      key: file.key ?? 'group',
      hold: parseTime(file.hold ?? '') ?? 0,
      recovery: file.recovery ?? 'record',
      reopenWithin: parseTime(file['reopen-within'] ?? '') ?? 4 * HOUR,
    },
  }),
});
