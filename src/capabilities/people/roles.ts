import type { Instant } from '../../calendar/calendar.ts';
import type { Repository } from '../../model/repository.ts';
import { shiftAt } from '../on-call/shifts.ts';
import type { Policy } from '../policy.ts';

/** The role whose holder sees a P0 or P1 through (seed document B). */
export const MANAGER = 'incident-manager';

/** What says who answers for a repository. */
export type Owned = Pick<Repository, 'owner' | 'ownedByPerson' | 'keeper'>;

/** What says who fills a role: the policy, and the instant, because whoever is on call changes. */
interface Ground {
  readonly now: Instant;
  readonly policy: Pick<Policy, 'roles' | 'rotas'>;
}

/** The people of a role of the policy: everybody in it, or whoever is on call now; undefined for a name that is no role. */
export function peopleOf({ policy, now }: Ground, role: string): readonly string[] | undefined {
  const rota = policy.rotas.get(role);
  if (!rota) return policy.roles.get(role);
  const shift = shiftAt(rota, now);
  return shift ? [shift.login] : [];
}

/**
 * The people behind the fallback of the policy: those of its role, one login, or for `owner` the owner of the repository. For an
 * organisation, which cannot be told, that is whoever last changed the workflow.
 */
export function fallbackLogins(
  ground: Ground & {
    readonly policy: Pick<Policy, 'fallback'>;
    readonly repository: Owned;
  },
): readonly string[] {
  const { policy, repository } = ground;
  const people = peopleOf(ground, policy.fallback);
  if (people) return people;
  if (policy.fallback !== 'owner') return [policy.fallback];
  const owner = ownerOf(repository);
  return owner === null ? [] : [owner];
}

/** Who answers for a repository; null where nobody is known to. */
export function ownerOf({ owner, ownedByPerson, keeper }: Owned): string | null {
  return ownedByPerson ? owner : keeper;
}
