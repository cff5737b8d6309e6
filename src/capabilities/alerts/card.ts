import { instant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import { alertCountOf, episodesOf } from './log.ts';

/** How often the alert fired, when last, and whether it still does. */
export const alertRow: CardRow = ({ incident, reader, words }) => {
  const { alert } = incident;
  if (!alert) return [];
  const { alertCard: card } = words;
  const last = episodesOf(alert).at(-1);
  const state = last === undefined || last.to === Infinity ? card.firing : card.recoveredAt(instant(reader, last.to));
  const newest = Math.max(...alert.firings.map(({ from }) => from));
  return [[card.row, [card.fired(alertCountOf(alert), instant(reader, newest)), state].join(words.semicolon)]];
};
