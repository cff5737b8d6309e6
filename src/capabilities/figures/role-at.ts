import type { Instant } from '../../calendar/calendar.ts';
import { includesLogin } from '../../model/login.ts';
import { shiftAt } from '../on-call/shifts.ts';
import type { Policy } from '../policy.ts';

/** The role in which somebody was told at an instant: the one that they were on call for, else the first that they are in; null for none. */
export function roleAt(policy: Pick<Policy, 'roles' | 'rotas'>, login: string, at: Instant): string | null {
  for (const [role, rota] of policy.rotas) {
    const holder = shiftAt(rota, at)?.login;
    if (holder !== undefined && includesLogin([holder], login)) return role;
  }
  for (const [role, logins] of policy.roles) if (includesLogin(logins, login)) return role;
  return null;
}
