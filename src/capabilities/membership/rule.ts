import type { Rule } from '../situation.ts';

/** An incident carries the incident label, by which every later run finds it. */
export const membershipRule: Rule = ({ incident, knowledge, words }) =>
  incident.issue.labels.includes(knowledge.incidentLabel)
    ? []
    : [
        {
          do: 'add-labels',
          issue: incident.issue.number,
          labels: [knowledge.incidentLabel],
          why: words.label.incident,
        },
      ];
