import { isHealed } from '../alerts/wait.ts';
import { isBot } from '../../model/login.ts';
import { inline } from '../../text/foreign.ts';
import { requiredOf } from '../closing/missing.ts';
import { responders } from '../people/audience.ts';
import type { Rule } from '../situation.ts';
import { noticeKey } from '../notification/keys.ts';

/** Where the policy has a taxonomy of causes (seed document A), the cause is named at the resolution at the latest. */
export const causeRule: Rule = (situation) => {
  const { incident, policy, words } = situation;
  const {
    resolution: { resolved },
  } = incident;
  if (policy.causes.length === 0 || !resolved || incident.cause || incident.kind !== 'incident') return [];
  // What the policy requires before closing is asked for together.
  if (isHealed(incident) || requiredOf(situation).includes('cause')) return [];
  const { by } = resolved;
  const to = by !== null && !isBot(by) && by !== incident.reporter ? [by] : responders(situation);
  return [
    {
      do: 'tell',
      keys: [noticeKey('cause', resolved.at)],
      to,
      ask: words.cause.ask,
      lines: [words.cause.list(policy.causes.map(({ name }) => inline(name)).join(words.andThen))],
      why: words.cause.why,
    },
  ];
};
