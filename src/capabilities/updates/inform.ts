import { isHealed } from '../alerts/wait.ts';
import { statusMoment } from '../resolution/status.ts';
import { who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import { butFor } from '../people/acted.ts';
import { audience } from '../people/audience.ts';
import { isHeld, type Rule } from '../situation.ts';
import { noticeKey } from '../../engine/keys.ts';
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
  const to = butFor(change.by, audience(situation, policy.inform).people);
  if (to.length === 0) return [];
  return [
    {
      do: 'tell',
      keys: [noticeKey('informed', change.at)],
      to,
      ask: words.inform.ask(incident.priority.current, words.status[incident.status]),
      lines: [words.inform.line(instant(reader, change.at), who(change.by))],
      why: words.inform.why,
    },
  ];
};
