import type { Rule } from '../situation.ts';

/** Notices of an earlier version get the present form of their mark; an edit notifies nobody. What is to be deleted is left alone. */
export const renewalRule: Rule = ({ incident, words }) => {
  const { outdated, duplicateComments, revealing } = incident.own;
  const going = new Set([...duplicateComments, ...revealing].map(({ id }) => id));
  return outdated
    .filter(({ comment }) => !going.has(comment.id))
    .map(({ comment, body }) => ({
      do: 'edit-comment',
      issue: incident.issue.number,
      comment: comment.id,
      body,
      why: words.renewal.why,
    }));
};
