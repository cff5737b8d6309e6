import { dueFrom } from '../../calendar/target.ts';
import type { Instant } from '../../calendar/calendar.ts';
import { isHealed } from '../alerts/wait.ts';
import { isExplained } from '../resolution/explained.ts';
import type { Situation } from '../situation.ts';
import type { Requirement } from './policy.ts';

type Resolved = Pick<Situation, 'incident' | 'policy'>;

/** What may be asked of a request for help, and of what is confidential, of which nothing is written down. */
const BRIEF: readonly Requirement[] = ['explanation', 'acceptance'];

/** What the policy requires of this incident before it is closed, once it is resolved; nothing of what healed by itself. */
export function requiredOf({ incident, policy }: Resolved): readonly Requirement[] {
  const { resolution, kind, category, priority } = incident;
  if (!resolution.resolved || isHealed(incident) || !policy.closing.for.includes(priority.current)) return [];
  const isBrief = kind !== 'incident' || category.confidential;
  return policy.closing.require.filter((it) => !isBrief || BRIEF.includes(it));
}

/** What of that is not there. */
export function missingOf(situation: Resolved): readonly Requirement[] {
  const { incident } = situation;
  const isThere: Readonly<Record<Requirement, () => boolean>> = {
    explanation: () => incident.resolution.resolved!.text !== '' || isExplained(incident),
    cause: () => incident.cause !== null,
    category: () => incident.category.current !== null,
    workaround: () => incident.mitigation.workaround !== null,
    // Where nobody reported it, nobody can be asked.
    acceptance: () => incident.closing.accepted !== null || !hasReporter(situation),
  };
  return requiredOf(situation).filter((it) => !isThere[it]());
}

/** When the silence of the reporter counts as acceptance; null if it does not, or they have spoken. */
export function silentAt(situation: Resolved): Instant | null {
  const { incident, policy } = situation;
  const { acceptAfter } = policy.closing;
  if (acceptAfter === null || !missingOf(situation).includes('acceptance')) return null;
  return dueFrom(acceptAfter, incident.resolution.resolved!.at);
}

function hasReporter({ incident: { issue, reporter } }: Resolved): boolean {
  return reporter !== null && issue.author !== null && !issue.author.bot && !issue.own;
}
