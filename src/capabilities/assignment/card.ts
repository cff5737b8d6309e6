import { includesLogin } from '../../model/login.ts';
import { who } from '../../text/foreign.ts';
import { acknowledgerOf } from '../people/audience.ts';
import type { CardRow } from '../card/row.ts';

/** Who has it. */
export const responderRow: CardRow = ({ incident, words }) => {
  const { assignees } = incident.assignment;
  const acknowledger = acknowledgerOf(incident);
  const all =
    acknowledger === null || includesLogin(assignees, acknowledger) ? assignees : [acknowledger, ...assignees];
  return [[words.assignmentCard.row, all.map(who).join(words.andThen) || words.nobody]];
};
