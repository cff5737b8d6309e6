import type { Rule } from '../situation.ts';

/** What two racing runs both did is reduced to one: the older stays. */
export const duplicatesRule: Rule = ({ incident, words }) => [
  ...incident.own.duplicateComments.map((comment) => ({
    do: 'delete-comment' as const,
    issue: incident.issue.number,
    comment: comment.id,
    why: words.racing.comment,
  })),
  ...incident.postMortem.others.map((double) => ({
    do: 'close-duplicate' as const,
    issue: incident.issue.number,
    target: double.id,
    of: incident.postMortem.issue!.id,
    isSelf: false,
    why: words.racing.postMortem,
  })),
];
