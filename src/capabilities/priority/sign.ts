import type { Priority } from '../../model/priority.ts';
import type { Incident } from '../incident.ts';

/** What shows a priority at a glance, on a lock screen too. */
const SIGNS: Readonly<Record<Priority, string>> = { P0: '🔴', P1: '🟠', P2: '🟡', P3: '🔵' };

/** What shows instead that the worst is over. */
const OVER: Readonly<Partial<Record<Incident['status'], string>>> = {
  mitigated: '🟢',
  resolved: '✅',
  dismissed: '⚪',
};

/** The sign of an incident with a blank behind it: of its priority until it is over; nothing for a request for assistance that runs. */
export function signOf({ kind, priority, status }: Pick<Incident, 'kind' | 'priority' | 'status'>): string {
  const sign = OVER[status] ?? (kind === 'incident' ? SIGNS[priority.current] : '');
  return sign === '' ? '' : `${sign} `;
}
