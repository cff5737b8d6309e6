import { noticeKey, type Key } from '../../engine/keys.ts';
import { who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import { audience, fallback, MANAGER, responders } from '../people/audience.ts';
import { isHeld, type Intent, type Rule, type Situation } from '../situation.ts';
import type { Clock } from '../clocks/clocked.ts';
import { dueFrom } from '../../calendar/target.ts';
import { isUrgent } from '../../model/priority.ts';
import { stepsOf } from '../escalation/steps.ts';

const KEYS = { update: ['reminded', 'ignored'], 'no-progress': ['moving', 'stuck'] } as const;

/**
 * A P0 or P1 without an update, or without a sign of progress, in its time: the incident manager is reminded, and when that is
 * ignored for as long again, the role `management` and the fallback are told (seed document B). An escalation policy that has steps
 * of its own for such a clock says it all itself.
 */
export const updatesRule: Rule = (situation) => {
  const { incident, policy, clocks } = situation;
  const {
    priority: { current: priority },
  } = incident;
  if (!isUrgent(priority) || incident.resolution.resolved || incident.resolution.ended || isHeld(situation)) return [];
  const steps = stepsOf(policy, priority);
  return clocks.current.flatMap((clock) => {
    if (clock.name !== 'update' && clock.name !== 'no-progress') return [];
    if (clock.state !== 'missed' || clock.stoppedAt !== null || steps.some(({ at }) => at.clock === clock.name))
      return [];
    return chase(situation, clock, clock.name);
  });
};

function chase(situation: Situation, clock: Clock, name: keyof typeof KEYS): Intent[] {
  const { incident, policy, words, now } = situation;
  const [remindKey, ignoreKey] = KEYS[name].map((key) => noticeKey(key, clock.start)) as [Key, Key];
  const first = audience(situation, [MANAGER]).people;
  const reminded = first.length > 0 ? first : responders(situation);
  const due = words.deadline.past(words.clock[name].name, instant(policy, clock.due));
  const notice = (key: Key, to: readonly string[], lines: readonly string[]): Intent => ({
    do: 'tell',
    keys: [key],
    to,
    ask: words.cadence[name](incident.priority.current),
    lines,
    why: words.cadence.why[name],
    ...(to.length === 0 && { alarm: words.alarm(incident.issue.number) }),
  });
  const target = policy.priorities[incident.priority.current].clocks[name];
  const isIgnored = target !== undefined && dueFrom(target, clock.due) <= now;
  if (!isIgnored) return [notice(remindKey, reminded, [due])];
  const above = [...audience(situation, ['management']).people, ...fallback(situation).people];
  const to = [...new Set([...above, ...reminded])];
  // One message for both when no run came in between.
  const whom = reminded.map(who).join(words.andThen) || words.nobody;
  return [{ ...notice(ignoreKey, to, [due, words.cadence.ignored(whom)]), page: true } as Intent];
}
