import type { Instant } from '../../calendar/calendar.ts';
import { HOUR } from '../../calendar/length.ts';
import { noticeKey } from '../notification/keys.ts';
import { inline } from '../../text/foreign.ts';
import { audience, responders } from '../people/audience.ts';
import type { Intent, Rule, Situation } from '../situation.ts';
import { askable } from './askable.ts';
import { componentsOf } from './components.ts';
import { placeOf } from './place.ts';
import { toldOf } from './told.ts';

/** The most services that a question names: a longer list is read by nobody on a phone. */
const MOST_NAMED = 8;

/** Asks once which services are affected, of what customers are to read at once; and says whose words they do not read. */
export const statusPageRule: Rule = (situation) => [...asks(situation), ...unread(situation)];

/** An outage of everything is never guessed. */
function asks(situation: Situation): Intent[] {
  const { incident, policy, words } = situation;
  const { absence } = placeOf(situation);
  const page = policy.statusPage;
  if (page === null || (absence !== 'services' && absence !== 'category')) return [];
  const asked = askable(policy, incident);
  const isEnded = incident.resolution.resolved !== null || incident.resolution.ended !== null;
  if (asked === null || isEnded || componentsOf(incident, page, policy.services).length > 0) return [];
  // That its category is missing is asked for already.
  if (asked.command === 'category' && absence === 'category') return [];
  const { command, names } = asked;
  const [example, ...others] = names;
  const { statusPage } = words;
  const shown = others.slice(0, MOST_NAMED).map((name) => inline(name));
  const list = others.length > MOST_NAMED ? [...shown, '…'] : shown;
  return [
    {
      do: 'tell',
      keys: [noticeKey('affected')],
      to: incident.assignment.assignees.length > 0 ? audience(situation, ['assignee']).people : responders(situation),
      ask: statusPage.ask[command](example),
      lines: [...(list.length > 0 ? [statusPage.others[command](list.join(words.andThen))] : []), statusPage.until],
      why: statusPage.why(incident.priority.current),
    },
  ];
}

/** For how long whoever wrote something waits for it to be read, in milliseconds. */
const WAITED_FOR = HOUR;

type Unread = 'never' | 'off' | 'nothing';

/** Whoever wrote for customers hears why they do not read it, once for each reason: else it passes for told. */
function unread(situation: Situation): Intent[] {
  const { incident, words, now } = situation;
  const { update, correct } = incident.said;
  const wrote = [...update, ...correct].toSorted((a, b) => a.at - b.at).at(-1);
  if (wrote === undefined || now - wrote.at >= WAITED_FOR) return [];
  const why = whyUnread(situation, wrote.at);
  if (why === null) return [];
  return [
    {
      do: 'tell',
      keys: [noticeKey('unread', null, `${why} ${wrote.by}`)],
      to: [wrote.by],
      ask: words.statusPage.unread[why](incident.priority.current),
      lines: [],
      why: words.statusPage.whyUnread,
      audience: 'author',
    },
  ];
}

function whyUnread(situation: Situation, at: Instant): Unread | null {
  const { incident } = situation;
  const { absence } = placeOf(situation);
  switch (absence) {
    case 'never':
    case 'off':
      return absence;
    case null:
    case 'duplicate':
    case 'on-command':
      // A correction is of what was told before it.
      return incident.said.correct.at(-1)?.at === at && !toldOf(incident).some((it) => it.at <= at) ? 'nothing' : null;
    default:
      return null;
  }
}
