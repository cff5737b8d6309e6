import { stepsOf } from '../escalation/steps.ts';
import { audience, fallback } from '../people/audience.ts';
import type { Situation } from '../situation.ts';

/**
 * Those who are asked to assess an incident: the role `responder`; without it those who would be told of what it reads like, the
 * assignees, or the fallback.
 */
export function assessors(situation: Situation): readonly string[] {
  const { policy, incident } = situation;
  const proposed = incident.triage.proposal.priority?.priority ?? incident.priority.current;
  const first = stepsOf(policy, proposed)
    .filter(({ at }) => at.clock === 'start')
    .flatMap(({ notify }) => notify);
  for (const names of [['responder'], first, ['assignee']]) {
    const { people } = audience(situation, names);
    if (people.length > 0) return people;
  }
  return fallback(situation).people;
}
