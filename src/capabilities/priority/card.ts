import { inline, who } from '../../text/foreign.ts';
import { shortInstant } from '../../text/time.ts';
import type { CardNext, CardRow } from '../card/row.ts';
import type { Situation } from '../situation.ts';
import { examplePriority } from './example.ts';

/** The priority, whether somebody has set it, and that it was lowered. */
export const priorityRow: CardRow = (situation) => {
  const { incident, words } = situation;
  const {
    kind,
    priority: { current: priority, assessed },
    triage: { proposal },
    category: { confidential },
  } = incident;
  if (kind !== 'incident') return [];
  const proposed =
    assessed || confidential || !proposal.priority ? '' : words.triageCard.proposed(proposal.priority.priority);
  const doubts = [assessed ? '' : words.priorityCard.notAssessed, proposed].filter(Boolean).join(words.semicolon);
  const lowered = lowering(situation);
  // The title has it.
  if (doubts === '' && lowered === '') return [];
  const line = [priority, doubts].filter((it) => it !== '').join(words.semicolon);
  return [[words.priorityCard.row, [line, lowered].filter((it) => it !== '').join(words.semicolon)]];
};

function lowering({ incident, reader, words }: Situation): string {
  const {
    priority: { lowered },
    category: { confidential },
  } = incident;
  if (lowered === null) return '';
  const { from, to, by, at, reason } = lowered;
  const why = confidential ? words.confidentialityCard.withheld : reason && inline(reason);
  return words.priorityCard.lowered({ from, to, by: who(by), at: shortInstant(reader, at), reason: why });
}

/** Nobody has set a priority yet. */
export const priorityNext: CardNext = ({ incident, words }) =>
  incident.priority.assessed || incident.kind === 'assistance'
    ? null
    : words.priorityCard.next(examplePriority(incident));
