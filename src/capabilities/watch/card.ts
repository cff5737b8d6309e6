import { shortInstant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import { watchedUntil } from './watched.ts';

/** Until when somebody who waits can count on the minute. */
export const watchRow: CardRow = (situation) => {
  const until = watchedUntil(situation);
  const { row, until: text } = situation.words.watch;
  return until === null ? [] : [[row, text(shortInstant(situation.reader, until))]];
};
