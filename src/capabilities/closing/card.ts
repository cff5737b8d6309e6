import { who } from '../../text/foreign.ts';
import { shortInstant } from '../../text/time.ts';
import type { CardNext, CardRow } from '../card/row.ts';
import { missingOf, silentAt } from './missing.ts';
import { howTo } from './rule.ts';

/** Who has accepted it, and what it was closed without. */
export const closingRow: CardRow = (situation) => {
  const { incident, reader, words } = situation;
  const { accepted, exception } = incident.closing;
  const text = words.closingCard;
  const at = (instant: number): string => shortInstant(reader, instant);
  const missing = missingOf(situation);
  const lacking = missing.map((it) => text.names[it]).join(words.andThen);
  return [
    ...(accepted && accepted.how !== 'resolved'
      ? [
          [
            text.accepted,
            accepted.by === null ? text.silent(at(accepted.at)) : text.by(who(accepted.by), at(accepted.at)),
          ] as const,
        ]
      : []),
    ...(exception && missing.length > 0
      ? [[text.without, text.exception(lacking, who(exception.by), at(exception.at))] as const]
      : incident.issue.state === 'closed' && missing.length > 0
        ? [[text.without, lacking] as const]
        : []),
  ];
};

/** What is still to be said before it is closed; null if the policy requires nothing that is not there. */
export const closingNext: CardNext = (situation) => {
  const missing = missingOf(situation);
  if (missing.length === 0 || situation.incident.issue.state === 'closed') return null;
  const { closingCard: text, andThen } = situation.words;
  const due = silentAt(situation);
  const ways = missing.map((it) => howTo(situation, it)).join(andThen);
  const later = due === null ? '' : ` ${text.otherwise(shortInstant(situation.reader, due))}`;
  return `${text.next(ways)}${later}`;
};
