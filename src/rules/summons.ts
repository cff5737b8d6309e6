import { inline, who } from '../messages/foreign.ts';
import { audience, fallback } from '../plan/audience.ts';
import type { Rule } from '../plan/situation.ts';

/** `/escalate REASON` calls those whom the next step of the escalation policy would tell, at once; if none is left, the fallback. */
export const summons: Rule = (situation) => {
  const { incident, words, steps } = situation;
  if (incident.resolved || incident.ended) return [];
  return incident.escalations.flatMap(({ at, by, text }) => {
    const key = `escalated@${at / 1000}`;
    if (Object.hasOwn(incident.record.done, key)) return [];
    const next = steps.next?.step;
    const named = audience(situation, next?.notify ?? []).people.filter((login) => login !== by);
    const to = named.length > 0 ? named : fallback(situation).people;
    const reason = incident.confidential ? words.escalated.withheld : words.escalated.line(inline(text, 300));
    return [
      {
        do: 'tell' as const,
        keys: [key],
        to,
        ask: words.escalated.ask(incident.priority, who(by)),
        lines: [reason, ...(next && named.length > 0 ? [words.escalated.next(next.text)] : [])],
        why: words.escalated.why,
        page: true,
        ...(to.length === 0 && { alarm: words.alarm(incident.issue.number) }),
      },
    ];
  });
};
