import type { Priority } from '../../model/priority.ts';
import type { Incident } from '../incident.ts';

/** What shows a priority at a glance, on a lock screen too. */
const SIGNS: Readonly<Record<Priority, string>> = { P0: '🔴', P1: '🟠', P2: '🟡', P3: '🔵' };

/** The sign of the priority of an incident with a blank behind it; nothing for a request for assistance, which has none. */
export function signOf({ kind, priority }: Pick<Incident, 'kind' | 'priority'>): string {
  return kind === 'incident' ? `${SIGNS[priority.current]} ` : '';
}
