import { prose, who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';

/** What somebody has said about data, where the report says otherwise or nothing. */
export const dataLossRow: CardRow = ({ incident, reader, words }) => {
  const { answer, reported, atRisk } = incident.dataLoss;
  const { dataLossCard: card } = words;
  // What an edit says that came too late to decide.
  if (answer === null) return reported === (atRisk !== null) ? [] : [[card.row, card.edited(reported)]];
  const text = answer.text === '' || incident.category.confidential ? null : prose(answer.text);
  const said = card[answer.isLost ? 'yes' : 'no'](who(answer.by), instant(reader, answer.at));
  return [[card.row, text === null ? said : `${said}${words.colon}${text}`]];
};
