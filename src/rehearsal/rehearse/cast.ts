import type { Policy } from '../../capabilities/policy.ts';
import { loginsOf } from '../../capabilities/on-call/schedule.ts';
import { includesLogin } from '../../model/login.ts';
import { holdsOneOf, isGitHubRole, REPOSITORY_ROLES } from '../../model/role.ts';
import type { Role } from '../github/state.ts';

/** Who plays: everybody whom the policy names, and whoever reports, whom it does not. */
export interface Cast {
  readonly people: Readonly<Record<string, Role>>;
  /** Every login, as the policy spells it. */
  readonly logins: readonly string[];
  readonly reporter: string;
}

const REPORTERS = { en: 'reporter', fr: 'auteur-du-signalement' } as const;

/** Who besides the policy has a say in who plays. */
interface Given {
  /** They play as well, with the same rights. */
  readonly others?: readonly string[];
  /** What is no person, although the policy may name it. */
  readonly organisation?: string | null;
}

/** The people of a policy, all with access to the repository and the rights that it asks for. */
export function castOf(policy: Policy, { others = [], organisation = null }: Given = {}): Cast {
  const { roles, schedules, fallback } = policy;
  const named = [
    ...[...roles.values()].flat(),
    ...[...schedules.values()].flatMap((schedule) => loginsOf(schedule, -Infinity)),
    ...(fallback === 'owner' || roles.has(fallback) ? [] : [fallback]),
    ...others,
  ];
  const byName = new Map(named.map((login) => [login.toLowerCase(), login]));
  byName.delete(organisation?.toLowerCase() ?? '');
  const logins = [...byName.values()];
  const reporter = freeLogin(REPORTERS[policy.language], logins);
  const role = fullRights(policy);
  return { people: Object.fromEntries([...logins, reporter].map((login) => [login, role])), logins, reporter };
}

/** A login that nobody has. */
function freeLogin(wanted: string, taken: readonly string[]): string {
  let login = wanted;
  for (let n = 2; includesLogin(taken, login); n++) login = `${wanted}-${n}`;
  return login;
}

/** The role in the repository with which somebody may do most of what the policy restricts. */
function fullRights({ entitled, rights }: Policy): Role {
  const lists = [entitled, ...rights.values()];
  const own = [...new Set(lists.flat())].filter((name) => !isGitHubRole(name));
  const candidates: readonly Role[] = [
    ...REPOSITORY_ROLES.toReversed(),
    ...own.map((name) => ({ name, base: 'admin' }) as const),
  ];
  const countOf = (role: Role): number => {
    const held = typeof role === 'string' ? [role] : [role.name.toLowerCase(), role.base];
    return lists.filter((names) => holdsOneOf(held, names)).length;
  };
  return candidates.reduce((best, role) => (countOf(role) > countOf(best) ? role : best));
}
