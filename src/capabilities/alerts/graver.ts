import { noticeKey } from '../../engine/keys.ts';
import { inline } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import { responders } from '../people/audience.ts';
import { isHeld, type Rule } from '../situation.ts';
import { riseOf, type Gravity } from './grade.ts';

/**
 * Those on duty hear once of an alert that has become graver, unless it has raised the priority of its incident: then the steps of that
 * tell them.
 */
export const graverRule: Rule = (situation) => {
  const { incident, reader, words } = situation;
  const rise = riseOf(incident.alert?.grades);
  if (!rise || incident.resolution.resolved || incident.resolution.ended || isHeld(situation)) return [];
  const { to: now, from: before } = rise;
  const isRaised = incident.priority.periods.some(({ from, own }) => own && from >= now.at);
  // What became graver while nobody was to be told yet is told as it is.
  const wasSilent = !Object.values(incident.record.done).some(
    ({ at, skipped }) => skipped === undefined && at <= now.at,
  );
  const isNews = !wasSilent || now.at >= (incident.mute.waits.alert ?? -Infinity);
  if (isRaised || !isNews) return [];
  const shown = ({ severity, priority }: Gravity): string =>
    [severity, priority].flatMap((it) => (it === null ? [] : [inline(it)])).join(' · ') || words.graver.unsaid;
  const to = responders(situation);
  return [
    {
      do: 'tell',
      keys: [noticeKey('graver', now.at)],
      to,
      ask: words.graver.ask(incident.priority.current),
      lines: incident.category.confidential
        ? []
        : [words.graver.line(shown(before), shown(now), instant(reader, now.at))],
      why: words.graver.why,
      page: true,
      introduces: true,
      ...(to.length === 0 && { alarm: words.alarm(incident.issue.number) }),
    },
  ];
};
