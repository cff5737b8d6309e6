import { noticeKey } from './keys.ts';
import { who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import { butFor } from '../people/acted.ts';
import { responders } from '../people/audience.ts';
import { isHeld, type Rule } from '../situation.ts';
import { mayWake } from './paging.ts';

/**
 * What a stranger has reported wakes nobody until somebody with a say stands for it. Once anybody may be woken, those whose page was
 * withheld are, unless the incident is in hand by then.
 */
export const vouchedRule: Rule = (situation) => {
  const { incident, reader, words } = situation;
  const { resolved, ended, reopenedAt } = incident.resolution;
  // What is due now wakes them by itself.
  const isNeedless = resolved ?? ended ?? incident.acknowledgement ?? (situation.steps.due.length > 0 || null);
  if (isNeedless || isHeld(situation) || !mayWake(situation)) return [];
  const pages = Object.values(incident.record.done).flatMap(({ at, paged }) =>
    paged !== undefined && at >= (reopenedAt ?? 0) ? [paged] : [],
  );
  if (pages.length === 0 || pages.some((takers) => takers.length > 0)) return [];
  const { voucher } = incident.vouched;
  const to = butFor(voucher?.by ?? null, responders(situation));
  if (to.length === 0) return [];
  return [
    {
      do: 'tell',
      keys: [noticeKey('vouched', voucher?.at ?? incident.issue.openedAt)],
      to,
      ask: words.clock.acknowledge.asks(incident.priority.current, null),
      lines: [
        voucher
          ? words.vouched.line(who(voucher.by), instant(reader, voucher.at))
          : words.vouched.reporter(who(incident.reporter)),
      ],
      why: words.vouched.why,
      page: true,
      introduces: true,
    },
  ];
};
