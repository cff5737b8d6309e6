import { actorOfAnswer } from '../answers/actor.ts';
import { inline } from '../../text/foreign.ts';
import { shortInstant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';

/** That deployments go on in spite of it, since when, by whom and why. */
export const deploymentsRow: CardRow = ({ incident, words, reader }) => {
  const { allowed } = incident.deployments;
  if (allowed === null || incident.resolution.resolved || incident.resolution.ended) return [];
  const since = words.gateCard.since(
    shortInstant(reader, allowed.at),
    actorOfAnswer(allowed, words),
    words.how[allowed.how],
  );
  const text = allowed.text && !incident.category.confidential ? inline(allowed.text, 300) : '';
  return [[words.gateCard.row, text === '' ? since : `${since}${words.colon}${text}`]];
};
