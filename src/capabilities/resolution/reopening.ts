import { butFor } from '../people/acted.ts';
import { audience, responders } from '../people/audience.ts';
import { isHeld, type Rule, type Situation } from '../situation.ts';
import { prose } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import { noticeKey } from '../notification/keys.ts';

/** Those who had finished with an incident are told that it runs again. */
export const reopeningRule: Rule = (situation) => {
  const { incident, reader, words } = situation;
  if (
    incident.resolution.reopenedAt === null ||
    incident.resolution.resolved ||
    incident.resolution.ended ||
    isHeld(situation)
  )
    return [];
  const known = audience(situation, ['assignee']).people;
  const all = known.length > 0 ? known : responders(situation);
  const to = butFor(reopener(incident), all);
  const reason = incident.resolution.refused?.text ?? '';
  // Who reopens what is theirs knows.
  if (to.length === 0 && all.length > 0) return [];
  return [
    {
      do: 'tell',
      keys: [noticeKey('reopened', incident.resolution.reopenedAt)],
      to,
      ask: words.reopened[incident.acknowledgement ? 'ask' : 'askAnew'](incident.priority.current),
      lines: [
        ...(reason === '' || incident.category.confidential ? [] : [words.reopened.reason(prose(reason))]),
        words.reopened.line(instant(reader, incident.resolution.reopenedAt)),
      ],
      why: words.reopened.why,
      page: true,
      introduces: true,
      ...(to.length === 0 && { alarm: words.alarm }),
    },
  ];
};

/** The person who reopened it last, if it was one. */
function reopener({ issue, resolution }: Situation['incident']): string | null {
  if (resolution.refused) return resolution.refused.by;
  const act = issue.timeline.findLast(
    ({ kind, at, own }) => !own && at === resolution.reopenedAt && (kind === 'reopened' || kind === 'unlabeled'),
  );
  return act?.actor && !act.actor.bot ? act.actor.login : null;
}
