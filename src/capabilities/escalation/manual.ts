import type { Instant } from '../../calendar/calendar.ts';
import { readKey } from '../../engine/keys.ts';
import { requestKey } from '../notification/keys.ts';
import { includesLogin } from '../../model/login.ts';
import { inline, who } from '../../text/foreign.ts';
import { addressees, audience, fallback } from '../people/audience.ts';
import type { Intent, Rule, Situation } from '../situation.ts';

/** Names what was asked for by `/escalate`. */
const ESCALATED = 'escalated';

/** `/escalate REASON` calls those whom the next step of the escalation policy would tell, at once; if none is left, the fallback. */
export const manualEscalationRule: Rule = (situation) => {
  const { incident } = situation;
  if (incident.resolution.resolved || incident.resolution.ended) return [];
  // Of many that no run has answered, one call says all.
  const answered = lastAnswered(situation);
  const calls = incident.said.escalate.filter(({ at }) => at > answered);
  return calls.length === 0 ? [] : [summon(situation, calls)];
};

/** The reasons that a call for help repeats, the last ones. */
const MOST_REASONS = 10;

/** When the last call was given that people have heard of. */
function lastAnswered({ incident }: Situation): Instant {
  return Math.max(
    ...Object.keys(incident.record.done).map((text) => {
      const key = readKey(text);
      return key?.kind === 'request' && key.name === ESCALATED ? (key.since ?? 0) : -Infinity;
    }),
  );
}

/** One notice for all calls, with each of their reasons. */
function summon(situation: Situation, calls: Situation['incident']['said']['escalate']): Intent {
  const { incident, words, steps } = situation;
  const callers = [...new Set(calls.map(({ by }) => by))];
  const next = steps.next?.step;
  const named = audience(situation, next?.notify ?? []);
  const others = named.people.filter(
    (login) =>
      !includesLogin(
        callers.flatMap((by) => by ?? []),
        login,
      ),
  );
  const to = others.length > 0 ? others : fallback(situation).people;
  const reasons = calls
    .slice(-MOST_REASONS)
    .map(({ text }) =>
      incident.category.confidential ? words.escalated.withheld : words.escalated.line(inline(text, 300)),
    );
  const roles = addressees(situation, next?.notify ?? [])
    .map(who)
    .join(words.andThen);
  return {
    do: 'tell',
    keys: [requestKey(ESCALATED, calls.at(-1)!.at)],
    to,
    ask: words.escalated.ask(incident.priority.current, callers.map(who).join(words.andThen)),
    lines: [
      ...new Set(reasons),
      ...(named.unreachable.length > 0 ? [words.step.unreachable(named.unreachable.map(who).join(words.andThen))] : []),
      ...(next && others.length > 0 ? [words.escalated.next(next.text)] : []),
      ...(next && named.people.length === 0
        ? [words.step.fallback(next.text, roles, to.map(who).join(words.andThen) || words.nobody)]
        : []),
    ],
    why: words.escalated.why,
    page: true,
    introduces: true,
    ...(to.length === 0 && { alarm: words.alarm }),
  };
}
