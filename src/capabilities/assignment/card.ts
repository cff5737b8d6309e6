import { includesLogin } from '../../model/login.ts';
import { who } from '../../text/foreign.ts';
import { takerOf } from '../people/audience.ts';
import type { CardRow } from '../card/row.ts';

/** Who has it. */
export const responderRow: CardRow = ({ incident, words }) => {
  const { assignees } = incident.assignment;
  const taker = takerOf(incident);
  const all = taker === null || includesLogin(assignees, taker) ? assignees : [taker, ...assignees];
  return [[words.assignmentCard.row, all.map(who).join(words.andThen) || words.nobody]];
};
