import { who } from '../../text/foreign.ts';
import type { CardRow } from '../card/row.ts';

/** Who has it. */
export const responderRow: CardRow = ({ incident, words }) => [
  [words.assignmentCard.row, incident.assignment.assignees.map(who).join(words.andThen) || words.nobody],
];
