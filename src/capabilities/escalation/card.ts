import { includesLogin } from '../../model/login.ts';
import { inline, who } from '../../text/foreign.ts';
import { shortInstant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import { addressees } from '../people/audience.ts';
import type { Situation } from '../situation.ts';

/** Who is notified next, and when, unless somebody stops it. */
export const stepRow: CardRow = (situation) => {
  const { incident, steps, reader, words } = situation;
  if (!steps.next) return [];
  const { step, due } = steps.next;
  const whom =
    addressees(situation, step.notify)
      .map((role) => peopleOf(situation, role))
      .join(words.andThen) || words.nobody;
  const { row, unacknowledged, next } = words.escalationCard;
  return [[incident.acknowledgement ? row : unacknowledged, next(shortInstant(reader, due), whom)]];
};

/** The people of a role that is always theirs; who is on call changes with the hour, and a card must not. */
function peopleOf({ incident, policy }: Situation, role: string): string {
  const people = policy.rotas.has(role) || incident.category.confidential ? [] : (policy.roles.get(role) ?? []);
  const { assignees } = incident.assignment;
  if (role === 'assignee' && assignees.length > 0) return assignees.map(who).join(', ');
  const known = people.filter((login, i) => !includesLogin(people.slice(0, i), login));
  return known.length === 0 || known.length > 3 ? inline(role) : known.map(who).join(', ');
}
