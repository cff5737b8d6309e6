import fc from 'fast-check';
import type { CloseReason } from '../../src/model/issue.ts';
import { TEAM } from '../support/team.ts';

/* Histories. */

const TEXTS = [
  'looking at it',
  '/ack',
  '/assign @bob',
  '/assign alice, wes',
  '/role incident-manager @mona',
  '/role incident-manager @ian\n/role management @wes',
  '/escalate the database is gone',
  '/escalate',
  '/silence 30m we are all in the room',
  '/silence 3h they test',
  '/silence forever',
  '/pause waiting they test',
  '/resume',
  '/level 2 it is the network',
  '/level 1 it is not',
  '/priority P0',
  '/priority P1 some shops',
  '/priority P2 one shop only',
  '/priority P3',
  '/category payment',
  '/category unheard-of',
  '/quick',
  '/update we know more',
  '/dismiss not ours',
  '/resolve rolled back',
  '/ack\n/resolve done',
  '/help',
  '/nonsense',
  '> /ack',
] as const;
export const ROLES = { ...TEAM, rita: 'read' };

export type Act =
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'label' | 'unlabel'; readonly label: string }
  | { readonly do: 'assign' | 'unassign' | 'reopen' | 'run' }
  | { readonly do: 'close'; readonly reason: CloseReason };

const person = fc.constantFrom('alice', 'bob', 'grace', 'ian', 'wes', 'rita', 'mallory');
const label = fc.constantFrom('P0', 'P1', 'P2', 'P3', 'waiting', 'resolved', 'needs-assessment', 'payment');
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('say' as const), text: fc.constantFrom(...TEXTS) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('label' as const, 'unlabel' as const), label }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('assign' as const, 'unassign' as const, 'reopen' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      reason: fc.constantFrom<CloseReason>('completed', 'not-planned', 'duplicate'),
    }),
  },
  { weight: 7, arbitrary: fc.constant<Act>({ do: 'run' }) },
);
/** Minutes, some with seconds; the longest are days, so that runs come days late and shifts change in between. */
const wait = fc.constantFrom(0, 0.1, 1, 7, 15, 20.2, 45, 130, 300.3, 1500, 4500);
export const history = fc.record({
  labels: fc.subarray(['P0', 'P1', 'P2', 'waiting'], { maxLength: 2 }),
  /** Whether each attempt of the pager arrives, over and over. */
  arrives: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
  acts: fc.array(fc.tuple(wait, person, act), { minLength: 1, maxLength: 16 }),
});
export type History = typeof history extends fc.Arbitrary<infer T> ? T : never;
