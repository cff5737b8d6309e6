import type { Instant } from '../calendar/calendar.ts';
import type { Policy } from '../capabilities/policy.ts';
import { loginsOf } from '../capabilities/on-call/schedule.ts';
import { createRegister } from '../policy/names.ts';
import { showPath } from '../policy/tree.ts';

/** Somebody whom a policy names, with the first place that does. */
interface Named {
  readonly login: string;
  readonly place: string;
}

/** Everybody whom a policy names, each once; of schedules those who may be on call at or after `now`. */
export function namedPeople(policy: Policy, now: Instant): readonly Named[] {
  const { roles, rotas, schedules, fallback } = policy;
  const fixed = [...roles].filter(([role]) => !rotas.has(role));
  const all = [
    ...fixed.flatMap(([role, logins]) =>
      logins.map((login) => ({ login, place: showPath(null, ['roles', role]) }) as const),
    ),
    ...[...schedules.values()].flatMap((schedule) =>
      loginsOf(schedule, now).map((login) => ({ login, place: showPath(null, ['schedules', schedule.name]) })),
    ),
    ...(fallback === 'owner' || roles.has(fallback) ? [] : [{ login: fallback, place: 'fallback' }]),
  ];
  const isTaken = createRegister();
  return all.filter(({ login }) => !isTaken(login));
}
