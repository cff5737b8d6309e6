import { type Policy } from '../policy.ts';
import { REQUIRED_FACTS } from '../../model/fact.ts';
import { PRIORITIES } from '../../model/priority.ts';
import type { Issue } from '../../model/issue.ts';
import { factsAsked, type Headings } from '../report/facts.ts';

/** As many headings of the form as make sure that a text is one: the form has six facts. */
const ENOUGH = 4;

/**
 * Whether an issue is an incident: it carries the incident label; or, unless the policy takes in by that alone, a priority label, or reads like the incident form, whose
 * labels GitHub drops when an issue comes in through the API.
 */
export function isIncident(issue: Issue, policy: Policy, incidentLabel: string, headings: Headings): boolean {
  const labels = new Set(issue.labels);
  if (labels.has(incidentLabel)) return true;
  if (policy.takenInBy === 'incident-label') return false;
  if (PRIORITIES.some((it) => labels.has(policy.priorities[it].label))) return true;
  if (policy.assistance && labels.has(policy.assistance.label)) return true;
  const asked = factsAsked(issue.body, headings);
  return REQUIRED_FACTS.filter((fact) => asked.has(fact)).length >= ENOUGH;
}
