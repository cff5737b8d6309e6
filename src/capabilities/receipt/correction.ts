import { noticeKey } from '../notification/keys.ts';
import { LONGEST_RUN } from '../../model/limits.ts';
import { isUrgent, lowers } from '../../model/priority.ts';
import { butFor } from '../people/acted.ts';
import { reporterAndOperator } from '../people/audience.ts';
import { isHeld, type Rule } from '../situation.ts';
import { isToReporter, promiseLines } from './text.ts';

/**
 * Whoever has a receipt is told when the incident has become a P0 or P1 since: its deadlines are others. Any other change is edited
 * into the receipt, which notifies nobody.
 */
export const correctionRule: Rule = (situation) => {
  const { incident, words } = situation;
  const { periods } = incident.priority;
  const receipt = incident.record.done[noticeKey('receipt')];
  const [last, before] = [periods.at(-1)!, periods.at(-2)];
  if (!receipt?.told || !before || !isUrgent(last.priority) || !lowers(last.priority, before.priority)) return [];
  const isOver = incident.resolution.resolved !== null || incident.resolution.ended !== null;
  // What we raised ourselves in the run of the receipt, the receipt says: its stamp may be somewhat later.
  if (
    last.from <= receipt.at + (last.own ? LONGEST_RUN : 0) ||
    isOver ||
    isHeld(situation) ||
    incident.category.confidential
  )
    return [];
  const to = butFor(last.by, reporterAndOperator(situation));
  if (to.length === 0) return [];
  return [
    {
      do: 'tell',
      keys: [noticeKey('corrected', last.from)],
      to,
      ask: words.receipt[isToReporter(situation, to) ? 'corrected' : 'correctedOf'](last.priority),
      lines: promiseLines(situation),
      why: words.receipt.whyCorrected,
      audience: 'reporter',
    },
  ];
};
