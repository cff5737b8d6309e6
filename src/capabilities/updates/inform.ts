import { isHealed } from '../alerts/wait.ts';
import { statusMoment } from '../resolution/status.ts';
import { includesLogin } from '../../model/login.ts';
import { prose } from '../../text/foreign.ts';
import { actorOfAnswer } from '../answers/actor.ts';
import { instant, shortInstant } from '../../text/time.ts';
import { butFor, followers } from '../people/acted.ts';
import { audience } from '../people/audience.ts';
import { placeOf } from '../status-page/place.ts';
import { isHeld, type Rule } from '../situation.ts';
import { noticeKey } from '../notification/keys.ts';
import { isUrgent } from '../../model/priority.ts';

/** The roles that the policy names are told of every change of status of a P0 or P1 (seed document B). */
export const informRule: Rule = (situation) => {
  const { incident, policy, reader, words } = situation;
  // A new one is what the receipt and the steps tell of.
  const change = statusMoment(incident);
  // What this run itself has brought about is told by the next: one comment in a run is enough.
  const isOfThisRun = change?.how === 'assigned' && change.at === situation.now;
  if (
    !isUrgent(incident.priority.current) ||
    !change ||
    isOfThisRun ||
    policy.inform.length === 0 ||
    incident.category.confidential ||
    isHealed(incident) ||
    isHeld(situation)
  )
    return [];
  const all = butFor(change.by, audience(situation, policy.inform).people);
  // Who takes part in the issue has had the comment that says so, from GitHub: the same again is noise.
  const isWritten = ['command', 'comment', 'pager'].includes(change.how);
  const to = isWritten ? all.filter((login) => !includesLogin(followers(incident), login)) : all;
  if (to.length === 0) return [];
  const text = change.text && change.how !== 'pager' ? prose(change.text) : '';
  const ask = words.inform.ask(
    incident.priority.current,
    words.status[incident.status],
    instant(reader, change.at),
    actorOfAnswer(change, words),
  );
  const update = situation.clocks.current.find(({ name, state }) => name === 'update' && state === 'running');
  return [
    {
      do: 'tell',
      keys: [noticeKey('informed', change.at)],
      to,
      ask,
      lines: [
        ...(text === '' ? [] : [text]),
        ...(update && Number.isFinite(update.due) ? [words.inform.next(shortInstant(reader, update.due))] : []),
        ...(placeOf(situation).absence === null ? [] : [words.inform.outside]),
      ],
      why: words.inform.why,
      audience: 'management',
      introduces: true,
    },
  ];
};
