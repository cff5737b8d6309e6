import type { Priority } from '../../model/priority.ts';
import type { Incident } from '../incident.ts';

/** The priority in the command that people are asked to type: what the policy makes of the report, where that may be said. */
export function examplePriority({ category, triage }: Incident): Priority {
  return (category.confidential ? null : triage.proposal.priority?.priority) ?? 'P1';
}
