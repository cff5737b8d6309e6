import { inline, who } from '../../text/foreign.ts';
import type { CardRow } from '../card/row.ts';
import { holderOf } from '../people/audience.ts';
import { MANAGER } from '../people/roles.ts';

/** Who fills the roles of this incident: the incident manager, and the others. */
export const roleRows: CardRow = (situation) => {
  const { incident, words } = situation;
  const { managerCard: card } = words;
  const manager = holderOf(situation, MANAGER);
  const others = [...incident.said.role.values()]
    .filter(({ role }) => role !== MANAGER)
    .map(({ role, login }) => card.heldBy(inline(role), who(login)));
  const rows: [string, string][] = [];
  if (manager !== null) rows.push([card.row, who(manager)]);
  if (others.length > 0) rows.push([card.roles, others.join(words.andThen)]);
  return rows;
};
