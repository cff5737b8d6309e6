import { instant } from '../../text/time.ts';
import type { CardNext } from '../card/row.ts';

/** The public is waiting for an update. */
export const updateNext: CardNext = ({ clocks, reader, words }) => {
  const update = clocks.current.find(({ name, state }) => name === 'update' && state === 'running');
  return update ? words.updateCard.next(instant(reader, update.due)) : null;
};
