import { responders } from '../people/audience.ts';
import type { Rule } from '../situation.ts';
import { who } from '../../text/foreign.ts';
import { noticeKey } from '../../engine/keys.ts';

/**
 * A P0 to P2 that its reporter closes without having a say, or a bot as not planned, is withdrawn: a responder says whether that
 * is right.
 */
export const withdrawalRule: Rule = (situation) => {
  const { incident, words } = situation;
  if (incident.status !== 'withdrawn' || !incident.resolution.ended) return [];
  const to = responders(situation);
  return [
    {
      do: 'tell',
      keys: [noticeKey('withdrawn', incident.resolution.ended.at)],
      to,
      ask: words.withdrawn.ask(who(incident.resolution.ended.by), incident.priority.current),
      lines: [words.withdrawn.line],
      why: words.withdrawn.why,
      ...(to.length === 0 && { alarm: words.alarm(incident.issue.number) }),
    },
  ];
};
