import { includesLogin } from '../../model/login.ts';
import { isSameStart } from '../../engine/cycles.ts';
import { readKey } from '../../engine/keys.ts';
import { who } from '../../text/foreign.ts';
import { acknowledgerOf, holderOf } from '../people/audience.ts';
import { MANAGER } from '../people/roles.ts';
import type { CardRow } from '../card/row.ts';
import type { Situation } from '../situation.ts';

/** Who has it; while that is nobody, who was notified to take it on. */
export const responderRow: CardRow = (situation) => {
  const { incident, words } = situation;
  const acknowledger = acknowledgerOf(incident);
  const manager = holderOf(situation, MANAGER);
  // The manager has a row of their own.
  const others = incident.assignment.assignees.filter(
    (login) => !includesLogin([acknowledger ?? '', manager ?? ''], login),
  );
  const has = acknowledger === null ? others : [acknowledger, ...others];
  const { row, notified } = words.assignmentCard;
  if (incident.acknowledgement !== null) return [[row, has.map(who).join(words.andThen) || words.nobody]];
  const told = [...called(situation), ...others].filter((login, i, all) => !includesLogin(all.slice(0, i), login));
  return [[notified, told.map(who).join(words.andThen) || words.nobody]];
};

/**
 * Whom steps of the escalation, calls for more people, the level of support and the category have notified, each once; of what is
 * confidential since it is.
 */
function called({ incident: { category, record } }: Situation): readonly string[] {
  const since = category.confidential ? (category.set?.at ?? -Infinity) : -Infinity;
  const told = Object.entries(record.done).flatMap(([key, { at, told }]) =>
    (at >= since || isSameStart(at, since)) && isCall(readKey(key)) ? (told ?? []) : [],
  );
  return told.filter((login, i) => !includesLogin(told.slice(0, i), login));
}

function isCall(parts: ReturnType<typeof readKey>): boolean {
  return (
    parts?.kind === 'step' ||
    parts?.kind === 'request' ||
    (parts?.kind === 'notice' && ['owner', 'level'].includes(parts.name))
  );
}
