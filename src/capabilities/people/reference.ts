import * as z from 'zod/mini';
import { list, not } from '../../policy/expect.ts';
import { TEAM, wrongLogin } from '../../policy/names.ts';
import { reference } from '../../policy/values.ts';
import { notAmong, quote } from '../../policy/wording.ts';

/** One or more names of roles; `empty` is what is said of a list without any. */
export const rolesOr = (empty: string, example: string) =>
  z.union([reference('a role'), list(reference('a role'), 'a list of roles', empty)], {
    error: (fault) => (fault.input === null ? empty : not('a role or a list of roles', example)(fault)),
  });

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
  return notAmong(name, 'a role', known, 'no roles are defined');
}
