import { receiptLines } from '../messages/receipt.ts';
import { reporterAndOperator } from '../plan/audience.ts';
import { isHeld, type Rule } from '../plan/situation.ts';

/**
 * Whoever reports and the role `operator` get a receipt with a pre-qualification at once (seed document A: "avis de réception et
 * pré-qualification"); while it is foreseen to be treated at once, they do not.
 */
export const receipt: Rule = (situation) => {
  const { incident, words } = situation;
  if (isHeld(situation) || incident.resolved || incident.ended) return [];
  const to = reporterAndOperator(situation);
  if (to.length === 0) return [];
  return [
    {
      do: 'tell',
      keys: ['receipt'],
      to,
      ask: words.receipt.ask[incident.kind],
      lines: receiptLines(situation),
      why: words.receipt.why,
    },
  ];
};
