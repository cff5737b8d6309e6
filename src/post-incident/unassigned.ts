import { distinctLogins } from '../model/login.ts';
import type { Instant } from '../calendar/calendar.ts';
import { fallbackLogins, peopleOf, type Owned } from '../capabilities/people/roles.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { Intent } from '../capabilities/situation.ts';
import type { Effect } from '../engine/effect.ts';
import { keyOfNotice } from '../engine/keys.ts';
import { who } from '../text/foreign.ts';
import { subjectWordsOf } from './words.ts';
import type { Subject } from './subject.ts';

/** What says who hears of it. */
export interface UnassignedGround {
  readonly now: Instant;
  readonly policy: Policy;
  readonly repository: Owned;
}

/** The key under which the card keeps that somebody was told: it is not tried again. */
const TOLD = keyOfNotice('unassigned');

/**
 * Whom GitHub would not assign, such as an account that is gone, it will not the next time: the management and the fallback are asked for
 * somebody else instead, once.
 */
export function orAsked(
  intent: Intent,
  { record }: Subject,
  refused: readonly Effect[],
  { now, policy, repository }: UnassignedGround,
): readonly Intent[] {
  if (intent.do !== 'assign') return [intent];
  if (Object.hasOwn(record.done, TOLD)) return [];
  if (!refused.some((it) => it.do === 'assign')) return [intent];
  const { tell, why } = subjectWordsOf(policy.language);
  const gone = new Set(intent.logins.map((login) => login.toLowerCase()));
  const all = [
    ...(peopleOf({ policy, now }, 'management') ?? []),
    ...fallbackLogins({ policy, now, repository }),
  ].filter((login) => !gone.has(login.toLowerCase()));
  return [
    {
      do: 'tell',
      keys: [TOLD],
      to: distinctLogins(all),
      ask: tell.unassigned(intent.logins.map(who).join(', ')),
      lines: [],
      why: why.unassigned,
    },
  ];
}
