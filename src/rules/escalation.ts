import { dueText } from '../messages/due.ts';
import { duration, instant } from '../messages/time.ts';
import { who } from '../messages/foreign.ts';
import { runbookLink } from '../messages/links.ts';
import { includesLogin } from '../incident/spelling.ts';
import { audience, fallback } from '../plan/audience.ts';
import type { Intent, Rule, Situation } from '../plan/situation.ts';
import type { ClockName } from '../policy/policy.ts';
import type { Sending } from '../sla/steps.ts';

/** GitHub takes no more. */
const MOST_ASSIGNEES = 10;

/** A lag below this is the ordinary pace of runs, and not worth a line. In milliseconds. */
const ORDINARY_LAG = 2 * 60_000;

/**
 * The escalation steps that are due go out as one notice, at the level that now applies: the one that fell due last. The
 * people of the steps it overtook are told with it, since nobody else will tell them.
 */
export const escalation: Rule = (situation) => {
  const { steps, incident, policy, words } = situation;
  const last = steps.due.at(-1);
  if (!last) return [];
  const { number } = incident.issue;

  const told = audience(
    situation,
    steps.due.toReversed().flatMap(({ step }) => step.notify),
  );
  const rescue = fallback(situation);
  const reached = told.people.length > 0 ? told.people : rescue.people;
  const unreachable =
    told.people.length > 0 ? told.unreachable : [...new Set([...told.unreachable, ...rescue.unreachable])];
  const roles = last.step.notify.map(who).join(words.andThen);
  const lines = [...deadline(situation, last), ...collapsed(situation, last)];
  if (unreachable.length > 0) lines.push(words.step.unreachable(names(unreachable, words.andThen)));
  const silent = reached.length === 0;
  if (silent) lines.push(words.step.nobody(last.step.text, roles));
  else if (told.people.length === 0)
    lines.push(words.step.fallback(last.step.text, roles, names(reached, words.andThen)));

  const wanted = audience(
    situation,
    steps.due.filter(({ step }) => step.assign).flatMap(({ step }) => step.notify),
  ).people;
  const others = incident.assignees.filter((login) => !includesLogin(wanted, login)).length;
  const assign = wanted.slice(0, Math.max(0, MOST_ASSIGNEES - others));
  const newcomers = assign.filter((login) => !includesLogin(incident.assignees, login));
  if (!incident.acknowledged && (last.clock?.name ?? 'acknowledge') !== 'acknowledge')
    lines.push(words.step.unacknowledged);
  if (assign.length > 0) lines.push(words.step.assigned(names(assign, words.andThen)));
  if (incident.category?.runbook)
    lines.push(words.step.runbook(runbookLink(situation.repository, incident.category.runbook)));
  const name = policy.priorities[incident.priority].escalation!;
  lines.push(words.step.why(last.step.text, name, roles));

  const intents: Intent[] = [
    {
      do: 'tell',
      keys: steps.due.map(({ key }) => key),
      to: reached,
      ask: words.step[asked(situation, last)](incident.priority),
      lines,
      why: words.step.reason(last.step.text),
      ...(silent && { alarm: words.step.alarm(number, last.step.text) }),
    },
  ];
  if (newcomers.length > 0)
    intents.push({ do: 'assign', issue: number, logins: newcomers, why: words.step.reason(last.step.text) });
  return intents;
};

/** What is asked of those who are told: what the clock waits for, unless that has been given and the step goes on all the same. */
function asked({ incident }: Situation, { clock }: Sending): ClockName {
  const name = clock?.name ?? 'acknowledge';
  return name === 'acknowledge' && clock && incident.acknowledged ? 'resolve' : name;
}

/** What is due or overdue, and how late this was noticed. */
function deadline({ policy, words, clocks, now }: Situation, { clock, reminder }: Sending): string[] {
  if (!clock)
    return clocks.current
      .slice(0, 1)
      .map(({ name, due }) => words.step.ahead(words.clock[name], dueText(policy, words, due)));
  const name = words.clock[clock.name];
  if (clock.state !== 'missed') return [words.step.ahead(name, dueText(policy, words, clock.due))];
  const breach = clock.at!;
  const lines = [words.step.breached(name, instant(policy, clock.due))];
  const verdict = clocks.verdicts.find((it) => it.clock === clock.name && it.start === clock.start && it.at === breach);
  const isNews = verdict?.seen === now && now - breach >= ORDINARY_LAG;
  if (isNews) lines.push(words.step.lag(instant(policy, now), duration(policy.language, now - breach)));
  if (reminder > 0) lines.push(words.step.again(reminder));
  return lines;
}

/** The steps that go out with the last one: those that no run came for in time, and those that fell due with it. */
function collapsed({ policy, words, steps }: Situation, last: Sending): string[] {
  const others = steps.due.filter((it) => it !== last);
  const list = (chosen: readonly Sending[]): string =>
    chosen.map(({ step, due }) => words.step.fellDue(step.text, instant(policy, due))).join(words.andThen);
  const [before, beside] = [others.filter(({ due }) => due < last.due), others.filter(({ due }) => due === last.due)];
  return [
    ...(before.length > 0 ? [words.step.collapsed(list(before))] : []),
    ...(beside.length > 0 ? [words.step.together(list(beside))] : []),
  ];
}

function names(logins: readonly string[], separator: string): string {
  return logins.map(who).join(separator);
}
