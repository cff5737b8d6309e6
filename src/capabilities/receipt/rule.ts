import { isToReporter, receiptLines, toldBefore } from './text.ts';
import { reporterAndOperator } from '../people/audience.ts';
import { isHeld, type Rule, type Situation } from '../situation.ts';
import { categoryRule } from '../category/rule.ts';
import { escalationRule } from '../escalation/rule.ts';
import { levelRule } from '../levels/rule.ts';
import { managerRule } from '../manager/rule.ts';
import { priorityRule } from '../priority/rule.ts';
import { reopeningRule } from '../resolution/reopening.ts';
import { manualEscalationRule } from '../escalation/manual.ts';
import { noticeKey } from '../notification/keys.ts';
import { HOUR } from '../../calendar/length.ts';

/** By which people come to know of an incident that is new, or runs again. */
const ANNOUNCING: readonly Rule[] = [
  escalationRule,
  managerRule,
  manualEscalationRule,
  levelRule,
  reopeningRule,
  priorityRule,
  categoryRule,
];

/** For how long a receipt is worth something, in milliseconds. */
const FRESH = HOUR;

/**
 * Whoever reports and the role `operator` get a receipt with a pre-qualification at once (seed document A: "avis de réception et
 * pré-qualification"); while it is foreseen to be treated at once, they do not.
 */
export const receiptRule: Rule = (situation) => {
  const { incident, words } = situation;
  if (isHeld(situation) || incident.resolution.resolved || incident.resolution.ended || isUnderWay(situation))
    return [];
  const to = reporterAndOperator(situation);
  if (to.length === 0) return [];
  return [
    {
      do: 'tell',
      keys: [noticeKey('receipt')],
      to,
      ask: words.receipt[isToReporter(situation, to) ? 'ask' : 'arrived'][incident.kind],
      lines: receiptLines(situation, [...told(situation), ...to]),
      why: words.receipt.why,
      audience: 'reporter',
    },
  ];
};

/**
 * Whether a receipt would come late: the incident has gone on for a while without one, as under a policy without an operator. A
 * card as it was first written is no sign of that: the run may have ended before the receipt.
 */
function isUnderWay({ incident, now }: Situation): boolean {
  const { record, mute, own } = incident;
  // Nobody may have been told in this time, though somebody has ended the wait since.
  const opened = incident.resolution.reopenedAt ?? incident.issue.openedAt;
  const since = Math.max(opened + mute.window, mute.until ?? 0);
  const wentOn = own.card !== null && (own.card.edited || Object.keys(record.done).length > 0);
  return wentOn && now - since > FRESH;
}

/** Who knows of it: those who were told, and those whom this pass tells together with the receipt. */
function told(situation: Situation): readonly string[] {
  const { done } = situation.incident.record;
  const isSent = (key: string): boolean => Object.hasOwn(done, key) && done[key]!.skipped === undefined;
  const now = ANNOUNCING.flatMap((rule) => rule(situation)).flatMap((intent) =>
    intent.do === 'tell' && !intent.keys.every(isSent) ? intent.to : [],
  );
  return [...new Set([...toldBefore(situation), ...now])];
}
