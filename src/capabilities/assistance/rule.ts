import type { Rule } from '../situation.ts';

/**
 * A request for assistance to which somebody gives a priority is an incident from then on; one whose label the settings of the
 * repository took away is none.
 */
export const assistanceRule: Rule = ({ incident: { issue, kind }, policy, words }) => {
  const label = policy.assistance?.label;
  if (label === undefined || (kind === 'assistance') === issue.labels.includes(label)) return [];
  const effect = { issue: issue.number, labels: [label] } as const;
  return kind === 'assistance'
    ? [{ do: 'add-labels', ...effect, why: words.assistance.restored }]
    : [{ do: 'remove-labels', ...effect, why: words.assistance.removed }];
};
