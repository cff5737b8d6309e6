import { text } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { NAME, wrongLogin } from '../../policy/names.ts';
import { LOGIN } from '../../model/login.ts';
import { section } from '../../policy/section.ts';
import { nearest, quote } from '../../policy/wording.ts';
import { rolesSection } from './policy.ts';
import { isUsualRole, USUAL_ROLES } from './reference.ts';

interface Fallback {
  /** Who is told when a step reaches nobody: a login, a role's name, or `owner` for the owner of the repository. */
  readonly fallback: string;
}

const loginOrRole = text('a login or a role', 'e.g. alice', (value) =>
  NAME.test(value) && !value.includes('/') ? undefined : wrongLogin(value),
);

export const fallbackSection = section({
  key: 'fallback',
  schema: key(loginOrRole, {
    takes: 'a login, a role, or `owner`',
    default: '`owner`',
    meaning:
      'Who is told when a step reaches nobody. `owner` is the owner of the repository; of one that an organisation owns, the person who last changed the workflow.',
  }),
  builtin: `
fallback: owner                      # told when a step reaches nobody: the owner, or whoever last changed the workflow
`,
  needs: [rolesSection],
  resolve: ({ file, builtin = 'owner' }, scope, { roles }): Fallback => {
    const fallback = file ?? builtin;
    const wrong = wrongFallback(fallback, roles, scope.namesIn('roles'));
    if (wrong !== undefined) scope.report(['fallback'], wrong);
    return { fallback };
  },
});

/** What is wrong with the fallback, if anything: it may be any login, unless that looks like a slip in the name of a role. */
function wrongFallback(
  fallback: string,
  roles: ReadonlyMap<string, readonly string[]>,
  names: readonly string[],
): string | undefined {
  if (fallback === 'owner' || names.includes(fallback)) return undefined;
  if (fallback === 'assignee' || fallback === 'reporter' || fallback === 'fallback')
    return `${quote(fallback)} may be nobody; expected a login, a role, or owner`;
  if (isUsualRole(fallback))
    return `${quote(fallback)} is a role that this policy does not define; expected a login, a role, or owner`;
  const people = [...roles.values()].flat();
  if (people.some((login) => login.toLowerCase() === fallback.toLowerCase())) return undefined;
  const near = nearest(fallback, ['owner', ...names]);
  // A short login may well be near to the name of a role by chance.
  if (near !== undefined && fallback.length > 3)
    return `${quote(fallback)} is neither a role nor a login that has one; did you mean ${quote(near)}?`;
  const usual = nearest(fallback, USUAL_ROLES);
  // Logins are of any length; a slip is nearly as long as what was meant.
  if (usual !== undefined && Math.abs(usual.length - fallback.length) <= 1 && fallback.length > 6)
    return `${quote(fallback)} looks like the role ${quote(usual)}, which this policy does not define; expected a login, a role, or owner`;
  return LOGIN.test(fallback) ? undefined : wrongLogin(fallback);
}
