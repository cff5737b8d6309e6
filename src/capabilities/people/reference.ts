import * as z from 'zod/mini';
import { list, not } from '../../policy/expect.ts';
import { LOGIN } from '../../model/login.ts';
import { TEAM, wrongLogin } from '../../policy/names.ts';
import { reference } from '../../policy/values.ts';
import { nearest, notAmong, quote } from '../../policy/wording.ts';

/** The roles that have a meaning of their own. */
export const USUAL_ROLES: readonly string[] = ['responder', 'management', 'operator', 'incident-manager'];

/** Names that stand for people without being roles. */
const AUDIENCES: readonly string[] = ['assignee', 'reporter', 'fallback', 'owner'];

/** Whether a name is that of a role with a meaning of its own, be it defined or not. */
export const isUsualRole = (name: string): boolean => USUAL_ROLES.includes(name.toLowerCase());

/** One or more names of roles; `empty` is what is said of a list without any. */
export const rolesOr = (empty: string, example: string) =>
  z.union([reference('a role'), list(reference('a role'), 'a list of roles', empty)], {
    error: (fault) => (fault.input === null ? empty : not('a role or a list of roles', example)(fault)),
  });

/** How to tell a person who has no role yet; the example takes a name that is free. */
function throughRole(login: string, known: readonly string[]): string {
  const role = ['responder', 'first-line', 'on-duty'].find((it) => !known.includes(it)) ?? 'another-role';
  return `for a person write ${role}: [${login}] under roles, and ${role} here`;
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
  const wrong = notAmong(name, 'a role', known, 'no roles are defined');
  if (nearest(name, known) !== undefined || AUDIENCES.includes(name) || !LOGIN.test(login)) return wrong;
  return `${wrong}; ${isUsualRole(name) ? `define it under roles, e.g. ${name}: [alice]` : throughRole(login, known)}`;
}
