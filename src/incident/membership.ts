import { PRIORITIES, type Policy } from '../policy/policy.ts';
import type { Issue } from './issue.ts';
import { readHeadings } from './markdown.ts';

/** As many headings of the form as make sure that a text is one: the form has six facts. */
const ENOUGH = 4;

/**
 * Whether an issue is an incident: it carries the incident label, or a priority label, or reads like the incident form, whose
 * labels GitHub drops when an issue comes in through the API.
 */
export function isIncident(
  issue: Issue,
  policy: Policy,
  incidentLabel: string,
  formHeadings: readonly string[],
): boolean {
  const labels = new Set(issue.labels);
  if (labels.has(incidentLabel) || PRIORITIES.some((it) => labels.has(policy.priorities[it].label))) return true;
  const known = new Set(formHeadings.map(fold));
  return (
    new Set(
      readHeadings(issue.body)
        .map(fold)
        .filter((heading) => known.has(heading)),
    ).size >= ENOUGH
  );
}

function fold(heading: string): string {
  return heading
    .toLocaleLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/ ?[:?]$/, '')
    .trim();
}
