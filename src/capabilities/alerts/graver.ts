import { noticeKey } from '../notification/keys.ts';
import type { PriorityPeriod } from '../../model/periods.ts';
import { inline } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import { stepsOf } from '../escalation/steps.ts';
import { responders } from '../people/audience.ts';
import type { Policy } from '../policy.ts';
import { isHeld, type Rule } from '../situation.ts';
import { riseOf, type Gravity } from './grade.ts';

/**
 * Those on duty hear once of an alert that has become graver, unless it has raised its incident to a priority with steps of its own,
 * which tell them.
 */
export const graverRule: Rule = (situation) => {
  const { incident, policy, reader, words } = situation;
  const rise = riseOf(incident.alert?.grades);
  if (!rise || incident.resolution.resolved || incident.resolution.ended || isHeld(situation)) return [];
  const { to: now, from: before } = rise;
  const isRaised = incident.priority.periods.some(
    (period, i, all) => period.own && period.from >= now.at && startsAnew(policy, all[i - 1], period),
  );
  // What became graver while nobody was to be told yet is told as it is.
  const wasSilent = !Object.values(incident.record.done).some(
    ({ at, skipped, told }) => skipped === undefined && told !== undefined && at <= now.at,
  );
  const { alert, maintenance } = incident.mute.waits;
  const isNews = !wasSilent || now.at >= Math.max(alert ?? -Infinity, maintenance ?? -Infinity);
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
      ...(to.length === 0 && { alarm: words.alarm }),
    },
  ];
};

/** Whether the first step of a new priority tells somebody: where it follows the same escalation policy, that has gone out. */
function startsAnew(policy: Policy, before: PriorityPeriod | undefined, { priority }: PriorityPeriod): boolean {
  const { escalation } = policy.priorities[priority];
  const isOther = !before || policy.priorities[before.priority].escalation !== escalation;
  return isOther && stepsOf(policy, priority).some(({ at, notify }) => at.clock === 'start' && notify.length > 0);
}
