import { includesLogin } from '../../model/login.ts';
import { isSameStart } from '../../engine/cycles.ts';
import { readKey } from '../../engine/keys.ts';
import { who } from '../../text/foreign.ts';
import { acknowledgerOf } from '../people/audience.ts';
import type { CardRow } from '../card/row.ts';
import type { Situation } from '../situation.ts';

/** Who has it; while that is nobody, who was notified to take it on. */
export const responderRow: CardRow = (situation) => {
  const { incident, words } = situation;
  const { assignees } = incident.assignment;
  const acknowledger = acknowledgerOf(incident);
  const all =
    acknowledger === null || includesLogin(assignees, acknowledger) ? assignees : [acknowledger, ...assignees];
  const { row, notified } = words.assignmentCard;
  if (all.length > 0) return [[row, all.map(who).join(words.andThen)]];
  const others = called(situation);
  return [[notified, others.map(who).join(words.andThen) || words.nobody]];
};

/** Whom steps of the escalation, calls for more people and the category have notified, each once; of what is confidential since it is. */
function called({ incident: { category, record } }: Situation): readonly string[] {
  const since = category.confidential ? (category.set?.at ?? -Infinity) : -Infinity;
  const told = Object.entries(record.done).flatMap(([key, { at, told }]) =>
    (at >= since || isSameStart(at, since)) && isCall(readKey(key)) ? (told ?? []) : [],
  );
  return told.filter((login, i) => !includesLogin(told.slice(0, i), login));
}

function isCall(parts: ReturnType<typeof readKey>): boolean {
  return parts?.kind === 'step' || parts?.kind === 'request' || (parts?.kind === 'notice' && parts.name === 'owner');
}
