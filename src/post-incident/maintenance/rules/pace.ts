import { MINUTE } from '../../../calendar/length.ts';
import { keyOfNotice, readKey } from '../../../engine/keys.ts';
import type { MaintenanceStep } from '../state.ts';
import type { MaintenanceSituation } from '../situation.ts';

/** How long after people have heard of a change they hear of another one, in milliseconds; of all that changed meanwhile at once. */
const PACE = 10 * MINUTE;

/** The key under which people hear of a change. */
export const changeKey = ({ kind, act }: MaintenanceStep) => keyOfNotice(kind, act.at);

/** Whether a change that people have not heard of may wait, because they have only just heard of another. */
export function mayWait({ maintenance: { record }, now }: MaintenanceSituation, change: MaintenanceStep): boolean {
  if (Object.hasOwn(record.done, changeKey(change))) return false;
  return Object.entries(record.done).some(([key, { at }]) => {
    const parts = readKey(key);
    return parts?.kind === 'notice' && (parts.name === 'extended' || parts.name === 'moved') && now - at < PACE;
  });
}
