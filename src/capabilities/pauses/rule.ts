import { noticeKey } from '../notification/keys.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { inline } from '../../text/foreign.ts';
import { duration, shortInstant } from '../../text/time.ts';
import { responders } from '../people/audience.ts';
import type { Rule } from '../situation.ts';

/**
 * Whoever waits for somebody else is reminded to chase them, as often as the policy says: a clock that is stopped wakes nobody, and a wait
 * that nobody remembers has no end (seed document B: escalate to third parties). Reminders that no run came for are one.
 */
export const waitRule: Rule = (situation) => {
  const { incident, policy, words, reader, now } = situation;
  const { resolution, pauses, category } = incident;
  if (resolution.resolved || resolution.ended || category.confidential) return [];
  return pauses.waits
    .filter(({ to }) => to === Infinity)
    .flatMap(({ label, why, from }) => {
      const every = policy.chaseEvery.get(label);
      const times = every === undefined ? 0 : Math.floor((now - from) / every);
      if (times < 1) return [];
      const whom = why === '' ? inline(label) : inline(why, 120);
      return [
        {
          do: 'tell' as const,
          keys: [noticeKey('wait', from + times * every!, fingerprint(label))],
          to: responders(situation),
          ask: words.pause.chase(whom),
          lines: [
            words.pause.waited(shortInstant(reader, from), duration(policy.language, now - from)),
            words.pause.how,
          ],
          why: words.pause.why,
        },
      ];
    });
};
