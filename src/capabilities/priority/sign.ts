import type { Priority } from '../../model/priority.ts';
import type { Incident } from '../incident.ts';

/** What shows a priority at a glance, on a lock screen too. */
const SIGNS: Readonly<Record<Priority, string>> = { P0: '🔴', P1: '🟠', P2: '🟡', P3: '🔵' };

/** What shows instead that it is over. */
const OVER: Readonly<Partial<Record<Incident['status'], string>>> = { resolved: '✅', dismissed: '⚪' };

/**
 * The sign of an incident with a blank behind it: of its priority until users are no longer harmed, which a detour alone does not bring
 * about, nor what was done before a reopening; nothing for a request for assistance that runs.
 */
export function signOf({
  kind,
  priority,
  status,
  mitigation,
}: Pick<Incident, 'kind' | 'priority' | 'status' | 'mitigation'>): string {
  const running = kind === 'incident' ? SIGNS[priority.current] : '';
  const isHarmless = status === 'mitigated' && mitigation.mitigated !== null;
  const sign = OVER[status] ?? (isHarmless ? '🟢' : running);
  return sign === '' ? '' : `${sign} `;
}
