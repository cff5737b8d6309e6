import { inline, who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';

/** The level of support that has it, once it has been handed on. */
export const levelRow: CardRow = ({ incident, reader, words }) => {
  const last = incident.levels.periods.at(-1)!;
  if (last.by === null) return [];
  const line = words.levelCard.cascaded(last.level, instant(reader, last.from), who(last.by));
  const reason = last.text === '' || incident.category.confidential ? '' : inline(last.text);
  return [[words.levelCard.row, [line, reason].filter(Boolean).join(words.colon)]];
};
