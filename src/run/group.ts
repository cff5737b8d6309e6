import type { IncidentReading } from '../capabilities/reading.ts';
import type { Neighbours } from '../capabilities/situation.ts';
import type { EffectOutcome, Order } from '../github/port.ts';
import type { HeldRole } from '../model/role.ts';
import type { Run } from './context.ts';
import { carryOutDigested } from './digest.ts';
import { settleIncident } from './incident.ts';
import type { Settled } from './report.ts';
import { inTurn, together } from './together.ts';

/**
 * Does what is due about several incidents side by side, the first one first in everything: what they write in the same round shares
 * requests, pages go out one at a time, and everybody's role is asked for once. Gives what became of each.
 */
export function settleGroup(
  run: Run,
  group: readonly IncidentReading[],
  neighbours: Neighbours,
): Promise<PromiseSettledResult<Settled>[]> {
  const { github, pager, told } = run;
  const roles = new Map<string, Promise<HeldRole>>();
  const roleOf = (login: string): Promise<HeldRole> => {
    const known = roles.get(login.toLowerCase()) ?? github.roleOf(login);
    roles.set(login.toLowerCase(), known);
    return known;
  };
  const sendFirst = inTurn((...given: Parameters<typeof pager.sendFirst>) => pager.sendFirst(...given));
  return together<Order, readonly EffectOutcome[], Settled>(
    group.map((reading) => (ask) => {
      const carryOut = async ([order]: readonly Order[]) => [await ask(order!)];
      const its = { ...run, github: { ...github, roleOf, carryOut }, pager: { ...pager, sendFirst } };
      return settleIncident(its, reading, neighbours);
    }),
    (orders) => carryOutDigested(run, orders, told),
  );
}
