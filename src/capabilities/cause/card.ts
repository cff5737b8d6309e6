import { inline } from '../../text/foreign.ts';
import type { CardNext, CardRow } from '../card/row.ts';

/** The cause, its branch of the taxonomy, and to whom it is attributable. */
export const causeRow: CardRow = ({ incident, words }) => {
  if (!incident.cause) return [];
  const { name, group, attributableTo } = incident.cause.cause;
  const parts = [
    `${inline(name)} (${inline(group)})`,
    ...(attributableTo === null ? [] : [words.causeCard.attributable(inline(attributableTo))]),
  ];
  return [[words.causeCard.row, parts.join(words.semicolon)]];
};

/** It was resolved, and nobody has named the cause. */
export const causeNext: CardNext = ({ incident, policy, words }) =>
  incident.resolution.resolved && incident.cause === null && policy.causes.length > 0 && incident.kind === 'incident'
    ? words.causeCard.next
    : null;
