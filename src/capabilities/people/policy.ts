import * as z from 'zod/mini';
import { list, map, named, not } from '../../policy/expect.ts';
import { key, required } from '../../policy/keys.ts';
import { distinctLogins, LOGIN } from '../../model/login.ts';
import { section, type Scope } from '../../policy/section.ts';
import { find } from '../../policy/tree.ts';
import { login, name, reference } from '../../policy/values.ts';
import { either, notAmong, quote } from '../../policy/wording.ts';
import { meantRole } from './reference.ts';
import { schedulesSection } from '../on-call/policy.ts';
import { loginsOf, type Schedule } from '../on-call/schedule.ts';

const nobody = 'has no people: a role needs at least one login';
const people = z.union(
  [
    login,
    list(login, 'a list of logins', nobody),
    map('a role', {
      schedule: required(reference('a schedule'), {
        meaning: 'The schedule of `schedules` that fills it: whoever is on call.',
      }),
    }),
  ],
  {
    error: (fault) =>
      fault.input === null
        ? nobody
        : not('a login, a list of logins or a schedule', 'e.g. [alice, bob] or { schedule: NAME }', (value) =>
            LOGIN.test(value),
          )(fault),
  },
);
type RolesFile = Readonly<Record<string, z.output<typeof people>>>;

/** Who fills the roles. */
interface Roles {
  /** Role name to logins, each login once; of a role that a schedule fills, everybody who may ever come on call. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  /** Role name to the schedule that fills it, for those that one does. */
  readonly rotas: ReadonlyMap<string, Schedule>;
}

export const rolesSection = section({
  key: 'roles',
  schema: key(
    named('roles', '{ responder: [alice] }', name('a role', ['assignee', 'reporter', 'fallback', 'owner']), people),
    {
      takes: 'map of names to a login, a list of logins, or [`{ schedule: NAME }`](#roles-by-schedule)',
      meaning: '[Who is who](#roles): the logins that fill each role, or the schedule that says who does.',
    },
  ),
  needs: [schedulesSection],
  meant: (name) => {
    const role = meantRole(name);
    return role === null ? undefined : `a role stands under roles, e.g. roles: { ${role}: [alice] }`;
  },
  resolve: ({ file = {} }, scope, { schedules }): Roles => {
    const roles = new Map<string, readonly string[]>();
    const rotas = new Map<string, Schedule>();
    for (const [role, people] of Object.entries(file)) {
      if (typeof people === 'string' || Array.isArray(people)) {
        const logins = typeof people === 'string' ? [people] : people;
        roles.set(role, distinctLogins(logins));
        continue;
      }
      const schedule = schedules.get(people.schedule);
      roles.set(role, schedule ? loginsOf(schedule, -Infinity) : []);
      if (schedule) rotas.set(role, schedule);
    }
    checkSchedules(file, scope);
    return { roles, rotas };
  },
});

/** Reports schedules that there are not, and those that no role uses: who has one would be on call for nothing, and nobody would notice. */
function checkSchedules(roles: RolesFile, { report, isIntact, tree, namesIn }: Scope): void {
  const schedules = namesIn('schedules');
  const used = new Map(
    Object.entries(roles).flatMap(([role, people]) =>
      typeof people === 'object' && 'schedule' in people ? [[role, people.schedule] as const] : [],
    ),
  );
  for (const [role, schedule] of used) {
    if (schedules.includes(schedule)) continue;
    report(['roles', role, 'schedule'], notAmong(schedule, 'a schedule', schedules, 'no schedules are defined'));
  }
  const uses = [...new Set(used.values())];
  // A misspelt reference is reported where it is, and not again as a schedule that nobody uses.
  if (!isIntact(['roles']) || uses.some((schedule) => !schedules.includes(schedule))) return;
  const others = uses.length === 0 ? 'expected a role such as' : `the roles use ${either(uses.map(quote))}`;
  for (const name of schedules) {
    if (uses.includes(name) || find(tree, ['schedules', name]) === null) continue;
    const example = uses.length === 0 ? ` ${name}: { schedule: ${name} }` : '';
    report(['schedules', name], `no role uses this schedule; ${others}${example}`, 'key');
  }
}
