import type { HeldRole } from '../../src/model/role.ts';

/** A team with incident managers, and somebody who may only read. */
export const TEAM = {
  alice: 'write',
  bob: 'triage',
  grace: 'maintain',
  ian: 'write',
  mona: 'write',
  wes: 'write',
  nora: 'read',
} as const;

/** What is known of people's roles in the repository, of GitHub's own; null is nobody there. */
export function heldRoles(roles: Iterable<readonly [login: string, role: string | null]>): Map<string, HeldRole> {
  return new Map([...roles].map(([login, role]) => [login, role === null ? null : [role]]));
}
