import { readCommentMark } from '../../engine/mark.ts';
import { broughtUpToDate } from '../receipt/text.ts';
import type { Intent, Rule } from '../situation.ts';

/**
 * What an incident needs before it is classified and does not say (seed document B: six facts) is shown by a label; that and the
 * request in the receipt go away when the facts arrive, however often the report is edited. Nobody is asked twice.
 */
export const reportRule: Rule = (situation) => {
  const { incident, policy, words } = situation;
  const { issue } = incident;
  const label = policy.labels.needsInformation;
  const isNeeded =
    incident.report.missing.length > 0 &&
    !incident.category.confidential &&
    !incident.resolution.resolved &&
    !incident.resolution.ended;
  const intents: Intent[] = [];
  if (isNeeded !== issue.labels.includes(label)) {
    intents.push(
      isNeeded
        ? { do: 'add-labels', issue: issue.number, labels: [label], why: words.information.why }
        : { do: 'remove-labels', issue: issue.number, labels: [label], why: words.information.whyNot },
    );
  }
  for (const event of issue.timeline) {
    if (event.kind !== 'commented' || !readCommentMark('notice', issue.number, event.comment)) continue;
    const body = broughtUpToDate(situation, event.comment.body);
    if (body !== null && body !== event.comment.body)
      intents.push({
        do: 'edit-comment',
        issue: issue.number,
        comment: event.comment.id,
        body,
        why: words.receipt.whyComplete,
      });
  }
  return intents;
};
