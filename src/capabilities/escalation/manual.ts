import { requestKey } from '../../engine/keys.ts';
import { includesLogin } from '../../model/login.ts';
import { inline, who } from '../../text/foreign.ts';
import { audience, fallback } from '../people/audience.ts';
import type { Intent, Rule, Situation } from '../situation.ts';

/** `/escalate REASON` calls those whom the next step of the escalation policy would tell, at once; if none is left, the fallback. */
export const manualEscalationRule: Rule = (situation) => {
  const { incident } = situation;
  if (incident.resolution.resolved || incident.resolution.ended) return [];
  const times = new Set(incident.said.escalate.map(({ at }) => at));
  return [...times].flatMap((at) => summon(situation, at));
};

/** All calls of one second are one, with each of their reasons. */
function summon(situation: Situation, time: number): Intent[] {
  const { incident, words, steps } = situation;
  const key = requestKey('escalated', time);
  if (Object.hasOwn(incident.record.done, key)) return [];
  const calls = incident.said.escalate.filter(({ at }) => at === time);
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
  const reasons = calls.map(({ text }) =>
    incident.category.confidential ? words.escalated.withheld : words.escalated.line(inline(text, 300)),
  );
  const roles = (next?.notify ?? []).map(who).join(words.andThen);
  return [
    {
      do: 'tell',
      keys: [key],
      to,
      ask: words.escalated.ask(incident.priority.current, callers.map(who).join(words.andThen)),
      lines: [
        ...new Set(reasons),
        ...(named.unreachable.length > 0
          ? [words.step.unreachable(named.unreachable.map(who).join(words.andThen))]
          : []),
        ...(next && others.length > 0 ? [words.escalated.next(next.text)] : []),
        ...(next && named.people.length === 0
          ? [words.step.fallback(next.text, roles, to.map(who).join(words.andThen) || words.nobody)]
          : []),
      ],
      why: words.escalated.why,
      page: true,
      introduces: true,
      ...(to.length === 0 && { alarm: words.alarm(incident.issue.number) }),
    },
  ];
}
