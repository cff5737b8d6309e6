import { asTakenIn } from '../capabilities/membership/adoption.ts';
import { isMaintenance } from '../capabilities/maintenance/label.ts';
import { isCrowdQuestion } from '../capabilities/membership/crowd.ts';
import { isIncident } from '../capabilities/membership/membership.ts';
import { knownLabels, spell } from '../capabilities/membership/spelling.ts';
import { isPublication } from '../capabilities/on-call/is-publication.ts';
import { meetingOf } from '../capabilities/review/agenda.ts';
import type { Issue } from '../model/issue.ts';
import type { Run } from './context.ts';

/** The issues that are incidents, as Tocsin sees them; those that are left alone are added to `listed`. */
export function incidentsOf(
  run: Pick<Run, 'policy' | 'inputs' | 'knowledge' | 'adoptedAt'>,
  issues: readonly Issue[],
  listed: number[],
): readonly Issue[] {
  const { policy, inputs, knowledge, adoptedAt } = run;
  const known = knownLabels(policy, inputs.label);
  return issues
    .map((issue) => spell(issue, known))
    .flatMap((issue) => {
      const taken = asTakenIn(issue, { policy, incidentLabel: inputs.label, adoptedAt });
      if (taken === null && issue.labels.includes(inputs.label)) listed.push(issue.number);
      return taken ?? [];
    })
    .filter((issue) => !isPublication(issue) && !isCrowdQuestion(issue) && meetingOf(issue) === null)
    .filter((issue) => !isMaintenance(issue, policy))
    .filter((issue) => isIncident(issue, policy, inputs.label, knowledge.headings));
}
