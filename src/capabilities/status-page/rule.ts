import { noticeKey } from '../../engine/keys.ts';
import { inline } from '../../text/foreign.ts';
import { audience, responders } from '../people/audience.ts';
import type { Rule } from '../situation.ts';
import { askable } from './askable.ts';
import { componentsOf } from './components.ts';
import { placeOf } from './place.ts';

/** The most services that a question names: a longer list is read by nobody on a phone. */
const MOST_NAMED = 8;

/** Asks once which services are affected, of what customers are to read at once: an outage of everything is never guessed. */
export const statusPageRule: Rule = (situation) => {
  const { incident, policy, words } = situation;
  const { absence } = placeOf(situation);
  const page = policy.statusPage;
  if (page === null || (absence !== 'services' && absence !== 'category')) return [];
  const [example, ...others] = askable(policy);
  const isEnded = incident.resolution.resolved !== null || incident.resolution.ended !== null;
  if (example === undefined || isEnded || componentsOf(incident, page, policy.services).length > 0) return [];
  const { statusPage } = words;
  const shown = others.slice(0, MOST_NAMED).map((name) => inline(name));
  const list = others.length > MOST_NAMED ? [...shown, '…'] : shown;
  return [
    {
      do: 'tell',
      keys: [noticeKey('affected')],
      to: incident.assignment.assignees.length > 0 ? audience(situation, ['assignee']).people : responders(situation),
      ask: statusPage.ask(example),
      lines: [...(list.length > 0 ? [statusPage.others(list.join(words.andThen))] : []), statusPage.until],
      why: statusPage.why(incident.priority.current),
    },
  ];
};
