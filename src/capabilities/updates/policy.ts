import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { rolesSection } from '../people/policy.ts';
import { rolesOr, wrongRole } from '../people/reference.ts';

interface Inform {
  /** Roles that are told of every change of status of a P0 or P1, each once. */
  readonly inform: readonly string[];
}

export const informSection = section({
  key: 'inform',
  schema: key(rolesOr('is empty; expected roles, or leave it out', 'e.g. [management, customer-support]'), {
    takes: 'a role, or a list of roles',
    meaning: 'Who is [told of every change of status](#inform) of a `P0` or `P1`.',
  }),
  needs: [rolesSection],
  resolve: ({ file = [] }, { report, namesIn }, { roles }): Inform => {
    const given = typeof file === 'string' ? [file] : file;
    given.forEach((name, at) => {
      const wrong = wrongRole(name, roles, namesIn('roles'));
      if (wrong !== undefined) report(typeof file === 'string' ? ['inform'] : ['inform', at], wrong);
    });
    return { inform: [...new Set(given)] };
  },
});
