import type { IncidentReading } from '../capabilities/reading.ts';
import type { Neighbours } from '../capabilities/situation.ts';
import type { EffectOutcome, Order } from '../github/port.ts';
import type { HeldRole } from '../model/role.ts';
import type { Attempted } from '../notify/send.ts';
import { isOver } from './budget.ts';
import type { Run } from './context.ts';
import { carryOutDigested } from './digest.ts';
import { settleIncident } from './incident.ts';
import type { Settled } from './report.ts';
import { inTurn, together } from './together.ts';

/** What incidents ask for in a round: something to be written, or a page to be sent. */
type Asked = { readonly order: Order } | { readonly send: () => Promise<Attempted> };
type Answer = readonly EffectOutcome[] | Attempted;

/** So many pages go out, in at most so many milliseconds, before what became of them is written. */
const MOST_PAGES = 25;
const LONGEST_PAGING = 30_000;

/** So many people's roles are asked for at once. */
const MOST_ASKED = 10;

/** The time of the run was up before an incident was dealt with: the next one does. */
export class OutOfTime extends Error {}

/**
 * Does what is due about several incidents side by side, the first one first in everything: what they write in the same round shares
 * requests, pages go out one at a time and are on record before many more follow, and everybody's role is asked for once. Gives what
 * became of each.
 */
export function settleGroup(
  run: Run,
  group: readonly IncidentReading[],
  neighbours: Neighbours,
): Promise<PromiseSettledResult<Settled>[]> {
  const { github, pager } = run;
  const roles = new Map<string, Promise<HeldRole>>();
  const ask = inTurn((login: string) => github.roleOf(login), MOST_ASKED);
  const roleOf = (login: string): Promise<HeldRole> => {
    const known = roles.get(login.toLowerCase()) ?? ask(login);
    roles.set(login.toLowerCase(), known);
    return known;
  };
  return together<Asked, Answer, Settled>(
    group.map((reading) => (ask) => {
      const carryOut = async ([order]: readonly Order[]) => [
        (await ask({ order: order! })) as readonly EffectOutcome[],
      ];
      const sendFirst = async (...given: Parameters<typeof pager.sendFirst>) =>
        (await ask({ send: () => pager.sendFirst(...given) })) as Attempted;
      const its = { ...run, github: { ...github, roleOf, carryOut }, pager: { ...pager, sendFirst } };
      return settleIncident(its, reading, neighbours);
    }),
    (asked) => answered(run, asked),
  );
}

/** What is to be written is written first: of those who wait with a page, none is left behind long. */
async function answered(run: Run, asked: readonly Asked[]): Promise<(Answer | Error | null)[]> {
  const orders = asked.flatMap((it) => ('order' in it ? [it.order] : []));
  if (orders.length > 0) {
    const outcomes = [...(await carryOutDigested(run, orders, run.told))];
    return asked.map((it) => ('order' in it ? outcomes.shift()! : null));
  }
  const answers: (Answer | Error | null)[] = asked.map(() => null);
  const begun = run.elapsed();
  for (const [i, it] of asked.entries()) {
    if (i === MOST_PAGES || (i > 0 && run.elapsed() - begun >= LONGEST_PAGING)) break;
    // Of the last pages of a run nobody would have the time to write what became of them; the first must go out whatever it took.
    if (isOver(run) && run.report.settled.length > 0) answers[i] = new OutOfTime();
    else if ('send' in it) answers[i] = await it.send();
  }
  return answers;
}
