import { instant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import { isHeld } from '../situation.ts';

/** Until when nobody is told, and why. It stays until something happens: an idle run edits nothing. */
export const muteRow: CardRow = (situation) => {
  const { incident, reader, words } = situation;
  const {
    mute: { until, why },
    acknowledgement: acknowledged,
  } = incident;
  if (until === null || why === null || !isHeld(situation) || (acknowledged && why === 'alert')) return [];
  const { row, before } = words.mutedBy[why];
  return [[row, before(instant(reader, until))]];
};
