import { includesLogin } from '../../model/login.ts';
import { isReply, readKey } from '../../engine/keys.ts';
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

/** Whom steps of the escalation and calls for more people have notified, each once. */
function called({ incident }: Situation): readonly string[] {
  const told = Object.entries(incident.record.done).flatMap(([key, { told }]) => {
    const parts = readKey(key);
    return parts === null || isReply(parts) || (parts.kind !== 'step' && parts.kind !== 'request') ? [] : (told ?? []);
  });
  return told.filter((login, i) => !includesLogin(told.slice(0, i), login));
}
