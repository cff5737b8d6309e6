import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { dueFrom, type Target } from '../../calendar/target.ts';
import { pausesOf } from '../../engine/clocked.ts';
import { examplePriority } from './example.ts';
import { noticeKey } from '../notification/keys.ts';
import { instant } from '../../text/time.ts';
import { clockedOf } from '../clocks/clocked.ts';
import { audience, fallback } from '../people/audience.ts';
import { isHeld, type Rule, type Situation } from '../situation.ts';
import { assessors } from './assessors.ts';

/** For how long anybody is reminded, in milliseconds. */
const LONGEST = 365 * DAY;

/**
 * A report that reads like something urgent, and that nobody entitled has assessed, is chased within the hours of what it reads like:
 * when that would have had to be acknowledged, after twice as long, four times as long, and so on. From the second time on those above
 * hear of it too. It never pages: whoever filled in the form may be a stranger.
 */
export const unassessedRule: Rule = (situation) => {
  const { incident, policy, reader, words } = situation;
  const { proposal } = incident.triage;
  const isOpen = incident.status === 'open' || incident.status === 'acknowledged';
  if (incident.kind !== 'incident' || incident.priority.assessed || !isOpen || isHeld(situation)) return [];
  const proposed = proposal.priority?.priority;
  // As what it counts it is chased by its own clock.
  if (proposed === incident.priority.current) return [];
  const target = proposed && policy.priorities[proposed].clocks.acknowledge;
  if (!target) return [];
  const passed = passedOf(situation, target);
  const last = passed.at(-1);
  if (last === undefined) return [];
  const asked = assessors(situation);
  const above = [...audience(situation, ['management']).people, ...fallback(situation).people];
  const to = [...new Set(passed.length > 1 ? [...asked, ...above] : asked)];
  return [
    {
      do: 'tell',
      keys: [noticeKey('unassessed', last)],
      to,
      // What a confidential report leads to is not repeated.
      ask: incident.category.confidential
        ? words.assess.ask(examplePriority(incident))
        : words.unassessed.ask(proposed),
      lines: [
        ...(incident.category.confidential ? [] : [words.unassessed.due(proposed, instant(reader, passed[0]!))]),
        incident.category.confidential
          ? words.assess.line(policy.labels.needsAssessment)
          : words.unassessed.line(policy.labels.needsAssessment),
      ],
      why: words.unassessed.why,
      ...(to.length === 0 && { alarm: words.alarm }),
    },
  ];
};

/** When it was to be chased up to now, oldest first: after the target, twice, four times the target, and so on. */
function passedOf({ incident, policy, now }: Situation, target: Target): readonly Instant[] {
  const { from } = incident.priority.periods.at(-1)!;
  const pauses = pausesOf(clockedOf(incident, policy, now), 'acknowledge');
  const passed: Instant[] = [];
  for (let times = 1; ; times *= 2) {
    const due = dueFrom({ ...target, amount: multiplied(target.amount, times) }, from, pauses);
    if (due > now || due - from > LONGEST) return passed;
    passed.push(due);
  }
}

function multiplied(amount: Target['amount'], times: number): Target['amount'] {
  return 'ms' in amount ? { ms: amount.ms * times } : { ...amount, days: amount.days * times };
}
