import { includesLogin } from '../../model/login.ts';
import { inline, who } from '../../text/foreign.ts';
import type { CardRow } from '../card/row.ts';
import { audience, holderOf } from '../people/audience.ts';
import { MANAGER } from '../people/roles.ts';

/** Who fills the roles of this incident: the incident manager, and the others. Of what is confidential only those who hear of it. */
export const roleRows: CardRow = (situation) => {
  const { incident, words } = situation;
  const { managerCard: card } = words;
  const hears = (login: string): boolean =>
    !incident.category.confidential || includesLogin(audience(situation, [MANAGER]).people, login);
  const manager = holderOf(situation, MANAGER);
  const others = [...incident.said.role.values()]
    .filter(({ role, login }) => role !== MANAGER && hears(login))
    .map(({ role, login }) => card.heldBy(inline(role), who(login)));
  const rows: [string, string][] = [];
  if (manager !== null && hears(manager)) rows.push([card.row, who(manager)]);
  if (others.length > 0) rows.push([card.roles, others.join(words.andThen)]);
  return rows;
};
