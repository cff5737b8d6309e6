import { inline } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import type { CardNext } from '../card/row.ts';

/** The step that goes out unless somebody stops it. */
export const stepNext: CardNext = ({ steps, reader, words }) => {
  if (!steps.next) return null;
  const { step, due } = steps.next;
  const whom = step.notify.map((it) => inline(it)).join(words.andThen) || words.nobody;
  return words.escalationCard.next(instant(reader, due), step.text, whom);
};
