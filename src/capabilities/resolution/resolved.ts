import { DAY } from '../../calendar/length.ts';
import { noticeKey } from '../notification/keys.ts';
import { isBot } from '../../model/login.ts';
import { prose, who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import { isHealed } from '../alerts/wait.ts';
import { butFor } from '../people/acted.ts';
import { audience, responders } from '../people/audience.ts';
import { requiredOf, silentAt } from '../closing/missing.ts';
import type { Intent, Rule, Situation } from '../situation.ts';
import { isExplained } from './explained.ts';

/** For how long a resolution is news, in milliseconds. */
const NEWS = DAY;

/**
 * Whoever reported an incident hears once that it is resolved, however that was done, with the text that was given; and whoever
 * resolved one without a word is asked for it, since the ticket must explain itself (seed document B).
 */
export const resolvedRule: Rule = (situation) => {
  const { incident, now } = situation;
  const { resolved } = incident.resolution;
  // What was over before anybody looked is no news to anybody.
  if (!resolved || now - resolved.at > NEWS || isHealed(incident)) return [];
  return [...tellReporter(situation), ...askWhy(situation)];
};

function tellReporter(situation: Situation): Intent[] {
  const { incident, reader, words } = situation;
  const { at, by, text } = incident.resolution.resolved!;
  // What was treated at once is told as such.
  const isQuick = incident.quickPath && !Object.hasOwn(incident.record.done, noticeKey('receipt'));
  const to = butFor(by, audience(situation, ['reporter']).people);
  if (isQuick || to.length === 0) return [];
  const given = text === '' || incident.category.confidential ? null : prose(text);
  return [
    {
      do: 'tell',
      keys: [noticeKey('resolved', at)],
      to,
      ask: words.resolvedNotice.ask[incident.kind],
      lines: [words.resolvedNotice.line(instant(reader, at), who(by), given), ...whatNext(situation)],
      why: words.resolvedNotice.why,
      audience: 'reporter',
    },
  ];
}

/** What whoever reported it does now. */
function whatNext(situation: Situation): readonly string[] {
  const { incident, reader, words } = situation;
  if (!requiredOf(situation).includes('acceptance') || incident.closing.accepted)
    return [words.resolvedNotice.otherwise];
  const due = silentAt(situation);
  return [words.closing.request, ...(due === null ? [] : [words.closing.until(instant(reader, due))])];
}

function askWhy(situation: Situation): Intent[] {
  const { incident, words } = situation;
  const { at, by, how, text } = incident.resolution.resolved!;
  // What the policy requires is asked for together.
  if (requiredOf(situation).includes('explanation')) return [];
  if (incident.kind !== 'incident' || incident.priority.current === 'P3' || incident.category.confidential) return [];
  if (text !== '' || how === 'recovered' || isExplained(incident)) return [];
  // A reporter without a say closes their own; what is known of it the responders say.
  const hasSay = by !== incident.reporter || how === 'command' || incident.vouched.reporter;
  const isTheirs = by !== null && !isBot(by) && hasSay;
  const to = isTheirs ? [by] : responders(situation);
  return [
    {
      do: 'tell',
      keys: [noticeKey('explain', at)],
      to,
      ask: words.explain.ask(incident.priority.current),
      lines: [words.explain.line],
      why: words.explain.why,
    },
  ];
}
