import { actorOfAnswer } from '../answers/actor.ts';
import { inline } from '../../text/foreign.ts';
import { shortInstant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import { statusMoment } from '../resolution/status.ts';

/** The status with what was said of it, since when and by whom, and how often the incident was reopened. */
export const statusRow: CardRow = (situation) => {
  const { incident, words } = situation;
  const { statusCard: card, colon, semicolon } = words;
  const moment = statusMoment(incident);
  const reopened = incident.resolution.reopened > 0 ? card.reopened(incident.resolution.reopened) : '';
  if (!moment) return reopened === '' ? [] : [[card.row, reopened]];
  const since = card.since(
    shortInstant(situation.reader, moment.at),
    actorOfAnswer(moment, words),
    words.how[moment.how],
  );
  const text = moment.text && !incident.category.confidential ? inline(moment.text, 300) : '';
  const said = text === '' ? since : `${since}${colon}${text}`;
  return [[card.status[incident.status], [said, reopened].filter(Boolean).join(semicolon)]];
};
