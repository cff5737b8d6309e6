import { who } from '../../text/foreign.ts';
import { capital } from '../../text/sentence.ts';
import { shortInstant } from '../../text/time.ts';
import type { CardNext, CardRow } from '../card/row.ts';
import { missingOf, silentAt } from './missing.ts';

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
  const commands = missing.flatMap((it) => (it === 'acceptance' ? [] : [text.commands[it]]));
  const [first = '', ...others] = [
    ...(commands.length > 0 ? [text.next(commands.join(andThen))] : []),
    ...(missing.includes('acceptance') ? [text.wait(who(situation.incident.reporter))] : []),
    ...(due === null ? [] : [text.otherwise(shortInstant(situation.reader, due))]),
  ];
  return [first, ...others.map(capital)].join(' ');
};
