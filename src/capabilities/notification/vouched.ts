import { noticeKey, readKey } from '../../engine/keys.ts';
import { who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import { butFor } from '../people/acted.ts';
import { responders } from '../people/audience.ts';
import { isHeld, type Rule } from '../situation.ts';

/**
 * What a stranger has reported wakes nobody until somebody with a say stands for it. Once they do, those who were told without a page
 * are woken, unless the incident is in hand by then.
 */
export const vouchedRule: Rule = (situation) => {
  const { incident, policy, repository, words } = situation;
  const { voucher, reporter } = incident.vouched;
  const isOver = incident.resolution.resolved !== null || incident.resolution.ended !== null;
  if (!voucher || reporter || repository.isPrivate || policy.notifiers.length === 0) return [];
  // What is due now wakes them by itself.
  if (isOver || incident.acknowledgement || isHeld(situation) || situation.steps.due.length > 0) return [];
  const done = Object.entries(incident.record.done);
  const wasQuiet = done.some(
    ([key, { at, skipped }]) => readKey(key)?.kind === 'step' && skipped === undefined && at < voucher.at,
  );
  const wasPaged = done.some(([key, { paged }]) => paged !== undefined && key !== noticeKey('vouched', voucher.at));
  if (!wasQuiet || wasPaged) return [];
  const to = butFor(voucher.by, responders(situation));
  if (to.length === 0) return [];
  return [
    {
      do: 'tell',
      keys: [noticeKey('vouched', voucher.at)],
      to,
      ask: words.clock.acknowledge.asks(incident.priority.current),
      lines: [words.vouched.line(who(voucher.by), instant(policy, voucher.at))],
      why: words.vouched.why,
      page: true,
    },
  ];
};
