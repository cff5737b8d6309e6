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
