import { MANAGER } from '../../capabilities/people/roles.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { includesLogin } from '../../model/login.ts';
import { holdsOneOf } from '../../model/role.ts';
import { namedPeople } from '../people.ts';
import { fail, ok, skipped, warn, withPolicy, type Finding, type DoctorGround } from './check.ts';

/** Each costs two requests. */
const MOST = 100;

/** Whether everybody whom the policy names can be told and assigned, and whoever is to act may command. */
export const peopleCheck = withPolicy(async (ground) => {
  const { policy, now, words: all } = ground;
  const { people: words } = all;
  const people = namedPeople(policy, now);
  if (people.length === 0) return [ok(words.none)];
  const findings: Finding[] = [];
  const looked = people.slice(0, MOST);
  for (const person of looked) {
    const finding = await look(ground, person);
    if (finding !== null) findings.push(finding);
  }
  const fine = looked.length - findings.length;
  return [
    ...(fine > 0 ? [ok(words.fine(fine))] : []),
    ...findings,
    ...(people.length > MOST ? [skipped(words.more(people.length - MOST))] : []),
  ];
});

/** What is wrong with somebody; null if nothing is. */
async function look(
  { github, policy, words: { people: words } }: DoctorGround & { readonly policy: Policy },
  { login, place }: { readonly login: string; readonly place: string },
): Promise<Finding | null> {
  const role = await github.roleOf(login);
  if (role === null) return fail(words.noAccess(login, place), words.invite(login));
  // In a public repository GitHub may say `read` of anybody.
  if (!(await github.isAssignable(login))) return warn(words.notAssignable(login, place), words.invite(login));
  if (!includesLogin(acting(policy), login) || holdsOneOf(role, policy.entitled)) return null;
  const weakest = policy.entitled.at(-1) ?? 'triage';
  return warn(
    words.notEntitled(login, place, role.join(', '), policy.entitled.join(', ')),
    words.raise(login, weakest),
  );
}

/** Who is asked to take incidents on. */
function acting({ roles }: Policy): readonly string[] {
  const isActing = (role: string): boolean => role === 'responder' || role === MANAGER || /^level-\d$/.test(role);
  return [...roles].flatMap(([role, logins]) => (isActing(role) ? logins : []));
}
