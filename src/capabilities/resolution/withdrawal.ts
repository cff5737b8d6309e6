import { responders } from '../people/audience.ts';
import type { Rule } from '../situation.ts';
import { who } from '../../text/foreign.ts';
import { noticeKey } from '../notification/keys.ts';

/**
 * A P0 to P2 that its reporter closes without having a say, or a bot, is withdrawn: a responder says whether that is right. What somebody
 * with a say has seen before goes on until then.
 */
export const withdrawalRule: Rule = (situation) => {
  const { incident, words } = situation;
  const { ended, withdrawal } = incident.resolution;
  const closing = incident.status === 'withdrawn' ? ended : withdrawal;
  if (!closing) return [];
  const to = responders(situation);
  return [
    {
      do: 'tell',
      keys: [noticeKey('withdrawn', closing.at)],
      to,
      ask: words.withdrawn.ask(who(closing.by), incident.priority.current),
      lines: [...(withdrawal ? [words.withdrawn.goesOn] : []), words.withdrawn.line],
      why: words.withdrawn.why,
      ...(to.length === 0 && { alarm: words.alarm }),
    },
  ];
};
