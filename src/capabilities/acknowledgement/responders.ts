import type { Instant } from '../../calendar/calendar.ts';
import { readKey } from '../../engine/keys.ts';
import type { IncidentRecord } from '../../engine/record.ts';
import type { Policy } from '../policy.ts';
import type { Category } from '../category/policy.ts';
import type { Level } from '../../model/level.ts';
import type { Priority } from '../../model/priority.ts';
import type { Holder } from '../manager/command.ts';
import { includesLogin } from '../../model/login.ts';
import { stepsOf } from '../escalation/steps.ts';

/** Where an incident stands while its timeline is folded, as far as that says whose it is. */
export interface ResponderStanding {
  readonly level: Level;
  readonly priority: Priority;
  readonly category: Category | null;
  readonly assignees: ReadonlySet<string>;
  /** Who fills a role by command. */
  readonly holders: ReadonlyMap<string, Holder>;
}

/**
 * Whether a comment of this person means that the incident is in hand: those whom the first steps of the escalation policy
 * tell, the holders of a role named `responder`, the owners of its category, and the assignees; on a higher level of support its
 * own people.
 */
export function isResponder(policy: Policy, standing: ResponderStanding, login: string): boolean {
  const { assignees, category, priority } = standing;
  // What is confidential is for its own people, whoever else says something.
  if (category?.confidential) return includesLogin(policy.roles.get(category.owner ?? '') ?? [], login);
  const level = policy.roles.get(`level-${standing.level}`);
  if (level && standing.level > 1) return includesLogin([...assignees, ...level], login);
  const owner = category?.owner ?? '';
  const roles = [
    'responder',
    owner,
    ...stepsOf(policy, priority)
      .filter((step) => step.at.clock === 'start')
      .flatMap((step) => step.notify),
  ];
  const peopleOf = (role: string): readonly string[] => {
    const holder = standing.holders.get(role);
    return [...(policy.roles.get(role) ?? []), ...(holder ? [holder.login] : [])];
  };
  return includesLogin(assignees, login) || roles.some((role) => includesLogin(peopleOf(role), login));
}

/** The notices, besides the steps of an escalation policy, that ask whoever gets one to act. */
const CALLS = ['level', 'owner', 'reopened', 'escalated'];

/** Whether this person was asked to act between two instants: by a step, or by another call. What one is only sent to know is none. */
export function wasNotified(done: IncidentRecord['done'], login: string, from: Instant, to: Instant): boolean {
  return Object.entries(done).some(([text, { at, told = [] }]) => {
    if (at < from || at > to || !includesLogin(told, login)) return false;
    const key = readKey(text);
    if (key?.kind === 'step') return true;
    return (key?.kind === 'notice' || key?.kind === 'request') && CALLS.includes(key.name);
  });
}
