import * as z from 'zod/mini';
import { list, not } from '../../policy/expect.ts';
import { LOGIN } from '../../model/login.ts';
import { TEAM, wrongLogin } from '../../policy/names.ts';
import { reference } from '../../policy/values.ts';
import { foldText } from '../../text/compare.ts';
import { nearest, notAmong, quote } from '../../policy/wording.ts';

/** The roles that have a meaning of their own. */
export const USUAL_ROLES: readonly string[] = ['responder', 'management', 'operator', 'incident-manager'];

const LEVELS: readonly string[] = ['level-1', 'level-2', 'level-3'];
/** Every name of a role that means something without being named elsewhere in the policy. */
export const KNOWN_ROLES: readonly string[] = [...USUAL_ROLES, ...LEVELS];

/** What people call these roles in French, where that is no slip of the keyboard. */
const IN_FRENCH: ReadonlyMap<string, string> = new Map([
  ['repondant', 'responder'],
  ['repondants', 'responder'],
  ['intervenant', 'responder'],
  ['intervenants', 'responder'],
  ['astreinte', 'responder'],
  ['direction', 'management'],
  ['encadrement', 'management'],
  ['gestionnaire-incident', 'incident-manager'],
  ['niveau-1', 'level-1'],
  ['niveau-2', 'level-2'],
  ['niveau-3', 'level-3'],
]);

/** The role that a name was meant to be, be it mistyped or French; null where none is near. */
export function meantRole(name: string): string | null {
  const plain = foldText(name).replace(/[ .]/g, '-');
  return IN_FRENCH.get(plain) ?? KNOWN_ROLES.find((it) => it === plain) ?? nearest(plain, KNOWN_ROLES) ?? null;
}

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
