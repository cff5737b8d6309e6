import { instant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import { isHeld } from '../situation.ts';

/** Until when nobody is told, and why. It stays until something happens: an idle run edits nothing. */
export const muteRow: CardRow = (situation) => {
  const { incident, policy, words } = situation;
  const { mute: hold, acknowledgement: acknowledged } = incident;
  if (!hold || !isHeld(situation) || (acknowledged && hold.why === 'alert')) return [];
  return [[words.muteCard.row[hold.why], words.muteCard.until[hold.why](instant(policy, hold.until))]];
};
