import { LOGIN, wrongLogin } from './names.ts';
import type { PolicyFile } from './schema.ts';
import type { Scope } from './scope.ts';
import { nearest, quote } from './wording.ts';

/** Role name to logins, each login once. */
export function readRoles(section: NonNullable<PolicyFile['roles']>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(section).map(([name, people]) => {
      const logins = typeof people === 'string' ? [people] : people;
      return [name, [...new Map(logins.map((login) => [login.toLowerCase(), login])).values()]];
    }),
  );
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
