import { cell, who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import { statusMoment } from '../resolution/status.ts';
import type { Situation } from '../situation.ts';

/** The status, since when and by whom, and how often the incident was reopened. */
export const statusRow: CardRow = (situation) => {
  const { incident, words } = situation;
  const reopened = incident.resolution.reopened > 0 ? words.statusCard.reopened(incident.resolution.reopened) : '';
  return [[words.statusCard.row, [statusLine(situation), reopened].filter(Boolean).join(words.semicolon)]];
};

function statusLine({ incident, reader, words }: Situation): string {
  const status = words.status[incident.status];
  const moment = statusMoment(incident);
  if (!moment) return status;
  const line = words.statusCard.since(status, instant(reader, moment.at), who(moment.by), words.how[moment.how]);
  return moment.text && !incident.category.confidential ? `${line}${words.colon}${cell(moment.text)}` : line;
}
