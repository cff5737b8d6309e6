import type { Schedule } from '../capabilities/on-call/schedule.ts';
import { loginsOf } from '../capabilities/on-call/schedule.ts';
import { LOGIN, TEAM, wrongLogin } from './names.ts';
import type { PolicyFile } from './schema.ts';
import type { Scope } from './scope.ts';
import { find } from './tree.ts';
import { either, hint, nearest, quote } from './wording.ts';

type Section = NonNullable<PolicyFile['roles']>;

/** Who fills the roles. */
export interface People {
  /** Role name to logins, each login once; of a role that a schedule fills, everybody who may ever come on call. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  /** Role name to the schedule that fills it. */
  readonly rotas: ReadonlyMap<string, Schedule>;
}

/** Resolves the roles. Reports schedules that are not among `schedules`, and those that no role uses. */
export function readRoles(section: Section, schedules: ReadonlyMap<string, Schedule>, scope: SchedulesScope): People {
  const roles = new Map<string, readonly string[]>();
  const rotas = new Map<string, Schedule>();
  for (const [role, people] of Object.entries(section)) {
    if (typeof people === 'string' || Array.isArray(people)) {
      const logins = typeof people === 'string' ? [people] : people;
      roles.set(role, [...new Map(logins.map((login) => [login.toLowerCase(), login])).values()]);
      continue;
    }
    const schedule = schedules.get(people.schedule);
    roles.set(role, schedule ? loginsOf(schedule, -Infinity) : []);
    if (schedule) rotas.set(role, schedule);
  }
  checkSchedules(section, scope);
  return { roles, rotas };
}

type SchedulesScope = Pick<Scope, 'report' | 'isIntact' | 'tree'> & {
  readonly names: Pick<Scope['names'], 'schedules'>;
};

/** Who has a schedule that no role uses would be on call for nothing, and nobody would notice. */
function checkSchedules(section: Section, { report, isIntact, tree, names }: SchedulesScope): void {
  const used = new Map(
    Object.entries(section).flatMap(([role, people]) =>
      typeof people === 'object' && 'schedule' in people ? [[role, people.schedule] as const] : [],
    ),
  );
  for (const [role, schedule] of used) {
    if (names.schedules.includes(schedule)) continue;
    const end = hint(schedule, names.schedules, 'no schedules are defined');
    report(['roles', role, 'schedule'], `${quote(schedule)} is not a schedule; ${end}`);
  }
  const uses = [...new Set(used.values())];
  // A misspelt reference is reported where it is, and not again as a schedule that nobody uses.
  if (!isIntact(['roles']) || uses.some((schedule) => !names.schedules.includes(schedule))) return;
  const others = uses.length === 0 ? 'expected a role such as' : `the roles use ${either(uses.map(quote))}`;
  for (const name of names.schedules) {
    if (uses.includes(name) || find(tree, ['schedules', name]) === null) continue;
    const example = uses.length === 0 ? ` ${name}: { schedule: ${name} }` : '';
    report(['schedules', name], `no role uses this schedule; ${others}${example}`, 'key');
  }
}

/** What is wrong with the name of a role, if anything; `known` are those that would do. */
export function wrongRole(
  name: string,
  roles: ReadonlyMap<string, readonly string[]>,
  known: readonly string[],
): string | undefined {
  if (known.includes(name)) return undefined;
  const login = name.replace(/^@/, '').toLowerCase();
  const holder = [...roles].find(([, people]) => people.some((person) => person.toLowerCase() === login));
  if (holder) return `${quote(name)} is a person, not a role; did you mean the role ${quote(holder[0])}?`;
  if (TEAM.test(name)) return wrongLogin(name);
  return `${quote(name)} is not a role; ${hint(name, known, 'no roles are defined')}`;
}

/** Resolves the roles that are told of changes of status, each once. */
export function readInform(
  section: NonNullable<PolicyFile['inform']>,
  roles: ReadonlyMap<string, readonly string[]>,
  { names, report }: Pick<Scope, 'names' | 'report'>,
): readonly string[] {
  const given = typeof section === 'string' ? [section] : section;
  given.forEach((name, at) => {
    const wrong = wrongRole(name, roles, names.roles);
    if (wrong !== undefined) report(typeof section === 'string' ? ['inform'] : ['inform', at], wrong);
  });
  return [...new Set(given)];
}

/** Checks the fallback: `owner`, a role, or a login, unless that looks like a slip in the name of a role. */
export function readFallback(
  fallback: string,
  roles: ReadonlyMap<string, readonly string[]>,
  { names, report }: Pick<Scope, 'names' | 'report'>,
): string {
  if (fallback === 'owner' || names.roles.includes(fallback)) return fallback;
  if (fallback === 'assignee' || fallback === 'reporter' || fallback === 'fallback') {
    report(['fallback'], `${quote(fallback)} may be nobody; expected a login, a role, or owner`);
    return fallback;
  }
  if (fallback === 'responder') {
    report(['fallback'], `"responder" is a role that this policy does not define; expected a login, a role, or owner`);
    return fallback;
  }
  const people = [...roles.values()].flat();
  if (people.some((login) => login.toLowerCase() === fallback.toLowerCase())) return fallback;
  const near = nearest(fallback, ['owner', ...names.roles]);
  // A short login may well be near to the name of a role by chance.
  if (near !== undefined && fallback.length > 3) {
    report(['fallback'], `${quote(fallback)} is neither a role nor a login that has one; did you mean ${quote(near)}?`);
  } else if (!LOGIN.test(fallback)) {
    report(['fallback'], wrongLogin(fallback) ?? '');
  }
  return fallback;
}
