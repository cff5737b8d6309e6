import type { Instant } from '../../calendar/calendar.ts';
import { HOUR } from '../../calendar/length.ts';
import { noticeKey, requestKey } from '../../engine/keys.ts';
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

/** After this, in milliseconds, nobody waits for what he wrote to be read. */
const WAITED_FOR = HOUR;

/** Tells whoever wrote for customers why they do not read it: else he takes them for told. */
function unread(situation: Situation): Intent[] {
  const { incident, words, now } = situation;
  const { update, correct } = incident.said;
  const place = placeOf(situation);
  const wrote = latest([...update, ...correct]);
  if (wrote === undefined || now - wrote.at >= WAITED_FOR) return [];
  const { statusPage } = words;
  const tell = (ask: string): Intent[] => [
    {
      do: 'tell',
      keys: [requestKey('unread', wrote.at)],
      to: [wrote.by],
      ask,
      lines: [],
      why: statusPage.whyUnread,
      audience: 'author',
    },
  ];
  switch (place.absence) {
    case 'never':
      return tell(statusPage.unread.never(incident.priority.current));
    case 'off':
      return tell(statusPage.unread.off);
    case 'duplicate':
      return tell(statusPage.unread.duplicate);
    case null:
    case 'on-command':
      return correct.some(({ at }) => at === wrote.at) && !toldOf(incident).some(({ at }) => at <= wrote.at)
        ? tell(statusPage.unread.nothing)
        : [];
    default:
      return [];
  }
}

function latest<Said extends { readonly at: Instant }>(all: readonly Said[]): Said | undefined {
  return all.toSorted((a, b) => a.at - b.at).at(-1);
}
