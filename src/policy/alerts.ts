import { parseTime } from './duration.ts';
import { HOUR } from '../calendar/length.ts';
import type { AlertPolicy } from '../capabilities/policy.ts';
import type { PolicyFile } from './schema.ts';

/** What becomes of alerts; times are wall time. */
export function readAlerts(section: NonNullable<PolicyFile['alerts']>): AlertPolicy {
  return {
    key: section.key ?? 'group',
    hold: parseTime(section.hold ?? '') ?? 0,
    recovery: section.recovery ?? 'record',
    reopenWithin: parseTime(section['reopen-within'] ?? '') ?? 4 * HOUR,
  };
}
