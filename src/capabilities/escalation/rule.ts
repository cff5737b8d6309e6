import { readKey, writeKey } from '../../engine/keys.ts';
import { duration, instant, shortInstant } from '../../text/time.ts';
import { block, inline, who } from '../../text/foreign.ts';
import { lowers } from '../../model/priority.ts';
import { runbookLink } from '../runbook/links.ts';
import { includesLogin } from '../../model/login.ts';
import { justActed } from '../people/acted.ts';
import { POST_MORTEM_OWNER } from '../post-mortem/standing.ts';
import { acknowledgerOf, addressees, audience, fallback, type Audience } from '../people/audience.ts';
import type { Rule, Situation } from '../situation.ts';
import { CLOCK_TABLE, type ClockName } from '../clocks/table.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import type { Sending } from '../clocks/clocked.ts';
import { MINUTE } from '../../calendar/length.ts';
import { LATE, lateness } from './late.ts';
import { MOST_ASSIGNEES } from '../../model/limits.ts';
import { stepsOf } from './steps.ts';

/** A lag below this is the ordinary pace of runs, and not worth a line. In milliseconds. */
const ORDINARY_LAG = 2 * MINUTE;

/**
 * The escalation steps that are due go out as one notice, at the level that now applies: the one that fell due last. The
 * people of the steps it overtook are told with it, since nobody else will tell them.
 */
export const escalationRule: Rule = (situation) => {
  const { incident, policy, words } = situation;
  const due = dueNow(situation);
  const last = due.at(-1);
  if (!last) return [];
  const { number } = incident.issue;
  const urgent = urgentOf(situation, due);
  const late = lateness(situation, due);

  const wakes = due.some(({ step }) => step.notify.length > 0);
  const told = toldBy(situation, due.toReversed());
  const rescue = told.people.length > 0 || !wakes ? null : rescuers(situation, last);
  const reached = rescue ? rescue.people : told.people;
  const unreachable = rescue ? [...new Set([...told.unreachable, ...rescue.unreachable])] : told.unreachable;
  const roles = addressees(situation, last.step.notify)
    .map((it) => (it === POST_MORTEM_OWNER ? words.step.postMortemOwner : who(it)))
    .join(words.andThen);
  const runbook = runbookLink(situation);
  const lines = [...deadline(situation, urgent), ...(runbook === null ? [] : [words.step.runbook(runbook)])];
  if (unreachable.length > 0) lines.push(words.step.unreachable(names(unreachable, words.andThen)));
  const silent = wakes && reached.length === 0;
  if (silent) lines.push(words.step.nobody(last.step.text, roles));
  else if (rescue?.next)
    lines.push(words.step.passedOn(last.step.text, roles, rescue.next, names(reached, words.andThen)));
  else if (rescue) lines.push(words.step.fallback(last.step.text, roles, names(reached, words.andThen)));

  const wanted = audience(
    situation,
    due.filter(({ step }) => step.assign).flatMap(({ step }) => step.notify),
  ).people;
  const others = incident.assignment.assignees.filter((login) => !includesLogin(wanted, login)).length;
  const assign = wanted.slice(0, Math.max(0, MOST_ASSIGNEES - others));
  const newcomers = assign.filter((login) => !includesLogin(incident.assignment.assignees, login));
  if (wakes && !incident.acknowledgement) {
    if (urgent.clock && urgent.clock.name !== 'acknowledge') lines.push(words.step.unacknowledged);
    else if (urgent.clock?.state === 'missed' && situation.steps.next) lines.push(words.step.cannot);
  }
  if (assign.some((login) => !includesLogin(reached, login)))
    lines.push(words.step.assigned(names(assign, words.andThen)));
  const raised = raise(situation, due);
  if (raised) lines.push(words.step.raised(raised));
  const labels = [...new Set(due.flatMap(({ step }) => step.labels))];
  if (labels.length > 0) lines.push(words.step.labelled(labels.map((label) => inline(label)).join(words.andThen)));
  // Of what is confidential those outside are told nothing that was written for everything.
  const sent = incident.category.confidential ? [] : due.flatMap(({ step }) => step.send ?? []);
  lines.push(...sent.map((text) => words.step.send(block(text))));
  const why = words.step.reason(last.step.text);
  const marks = [...labels, ...(raised ? [policy.priorities[raised].label] : [])];
  const absent = marks.filter((label) => !incident.issue.labels.includes(label));
  return [
    {
      do: 'tell',
      keys: [...due.map(({ key }) => key), ...(late === null ? [] : [LATE])],
      to: reached,
      ask: wakes ? asked(situation, urgent) : words.step.act(incident.priority.current),
      introduces: true,
      lines,
      small: [
        ...reasons(situation, due, roles),
        ...(late === null ? [] : [words.step.late(duration(policy.language, late))]),
      ],
      why,
      page: due.some((sending) => isWorthAPage(sending) && !isAnswered(situation, sending)),
      unique: rescue !== null || unreachable.length > 0 || sent.length > 0,
      ...(silent && { alarm: words.alarm }),
    },
    ...(newcomers.length > 0 ? [{ do: 'assign', issue: number, logins: newcomers, why } as const] : []),
    ...(absent.length > 0 ? [{ do: 'add-labels', issue: number, labels: absent, why } as const] : []),
  ];
};

/** What is due, without reminders whose people have all just done something: they are reminded once they rest. */
function dueNow(situation: Situation): readonly Sending[] {
  const { steps } = situation;
  return steps.due.filter((sending) => {
    const { people } = audience(situation, sending.step.notify);
    return people.length === 0 || toldBy(situation, [sending]).people.length > 0;
  });
}

/**
 * Whom sendings are for, in their order. Of a sign that is missing, nobody is reminded who has just done something; of an incident that
 * has become more urgent, whoever has it in hand and said so need not hear, if anybody else does.
 */
function toldBy(situation: Situation, sendings: readonly Sending[]): Audience {
  const { incident, now } = situation;
  const busy = justActed(incident, now);
  const isReminder = ({ clock }: Sending): boolean => clock !== null && CLOCK_TABLE[clock.name].repeatsAt !== null;
  const namesOf = (some: readonly Sending[]): readonly string[] => some.flatMap(({ step }) => step.notify);
  const { people: asked } = audience(situation, namesOf(sendings.filter((it) => !isReminder(it))));
  const all = audience(situation, namesOf(sendings));
  const people = all.people.filter((login) => includesLogin(asked, login) || !includesLogin(busy, login));
  const raiser = incident.priority.periods.length > 1 ? incident.priority.periods.at(-1)!.by : null;
  const others = people.filter((login) => login !== raiser || raiser !== acknowledgerOf(incident));
  const isStart = sendings.every(({ step }) => step.at.clock === 'start');
  return { ...all, people: isStart && others.length > 0 ? others : people };
}

/** A first missed update is a comment; what is ignored wakes somebody; what comes after the resolution waits for the morning. */
function isWorthAPage({ step: { at, notify }, reminder }: Sending): boolean {
  if (notify.length === 0) return false;
  const pages = at.clock === 'start' ? 'always' : CLOCK_TABLE[at.clock].pages;
  if (pages !== 'when-ignored') return pages === 'always';
  return reminder > 0 || ('offset' in at ? at.offset > 0 : 'percent' in at && at.percent > 100);
}

/**
 * Whether the page of a step would only say again what somebody has answered in a pager who cannot take the incident on: people are woken
 * once for it while later steps will wake others. Where none will, such an answer puts off the next page and no more: nobody may silence
 * an incident that nobody has.
 */
function isAnswered({ incident, policy }: Situation, { key, step, reminder }: Sending): boolean {
  const { answers, record, priority } = incident;
  const parts = readKey(key);
  if (reminder === 0 || parts?.kind !== 'step') return false;
  const sentAt = (n: number): number | undefined => record.done[writeKey({ ...parts, n })]?.at;
  const [first, last] = [sentAt(0), sentAt(reminder - 1) ?? sentAt(0)];
  if (first === undefined || last === undefined) return false;
  const all = stepsOf(policy, priority.current);
  const isLast = all.findIndex(({ text }) => text === step.text) >= all.length - 1;
  const isStrange = answers.filter(({ counts }) => counts !== true);
  return isStrange.some(({ at }) => at >= (isLast ? last : first));
}

/** Who is told when a step reaches nobody: the people of the steps that would follow it, at last the fallback. */
function rescuers(situation: Situation, { step }: Sending): Audience & { readonly next: string | null } {
  const { incident, policy } = situation;
  const all = stepsOf(policy, incident.priority.current);
  const at = all.findIndex(({ text }) => text === step.text);
  const later = at < 0 ? [] : all.slice(at + 1);
  for (const { text, notify, at } of later) {
    if (at.clock !== 'start' && CLOCK_TABLE[at.clock].startsAt === 'resolution') continue;
    const found = audience(
      situation,
      notify.filter((role) => role !== 'fallback'),
    );
    if (found.people.length > 0) return { ...found, next: text };
  }
  return { ...fallback(situation), next: null };
}

/** The priority to which the steps that are due raise the incident, if that is more urgent than its own. */
function raise({ incident }: Situation, due: readonly Sending[]): Priority | null {
  // What a person has lowered, with a reason, no step raises again.
  if (incident.priority.lowered?.to === incident.priority.current) return null;
  const wanted = due.flatMap(({ step }) => step.raise ?? []);
  return PRIORITIES.find((it) => wanted.includes(it) && lowers(it, incident.priority.current)) ?? null;
}

/** Of steps that go out together, the one that says what is asked: the last, but no sign of work before anybody is at work. */
function urgentOf({ incident }: Situation, due: readonly Sending[]): Sending {
  const work = due.filter(({ clock }) => !clock || CLOCK_TABLE[clock.name].repeatsAt === null);
  return (incident.acknowledgement ? undefined : work.at(-1)) ?? due.at(-1)!;
}

/** What is asked of those who are told: what the clock waits for, unless that has been given and the step goes on all the same. */
function asked({ incident, clocks, reader, words, now }: Situation, sending: Sending): string {
  const watched = sending.clock?.name ?? 'acknowledge';
  const name: ClockName = watched === 'acknowledge' && incident.acknowledgement ? 'resolve' : watched;
  const clock = sending.clock?.name === name ? sending.clock : clocks.current.find((it) => it.name === name);
  const { current: priority } = incident.priority;
  const where = `#${incident.postMortem.issue?.number ?? incident.issue.number}`;
  if (clock?.state === 'missed') return words.clock[name].missed(priority, where);
  const isAhead = clock !== undefined && Number.isFinite(clock.due) && clock.due > now;
  return words.clock[name].asks(priority, isAhead ? instant(reader, clock.due) : null, where);
}

/** Why it goes to whom: the step among those of its policy, what comes next, what fell due with it. */
function reasons(situation: Situation, due: readonly Sending[], roles: string): string[] {
  const { incident, policy, reader, words, steps } = situation;
  const last = due.at(-1)!;
  const all = stepsOf(policy, incident.priority.current);
  const at = all.findIndex(({ text }) => text === last.step.text);
  const name = policy.priorities[incident.priority.current].escalation;
  const place = name !== null && at >= 0 ? words.step.place(at + 1, all.length, inline(name)) : words.step.builtIn;
  const parts = [
    words.step.why(place, inline(last.step.text), roles || words.nobody),
    last.reminder > 0 ? words.step.again(last.reminder) : '',
    steps.next ? words.step.next(shortInstant(reader, steps.next.due)) : '',
  ];
  return [`${parts.join('')}.`, ...collapsed(situation, due, last)];
}

/** Since when it is open or resolved, when what is missing was due, and how late that is or was noticed. */
function deadline({ incident, policy, reader, words, clocks, now }: Situation, { clock }: Sending): string[] {
  if (!clock) return [];
  const { resolved } = incident.resolution;
  const opened =
    resolved && CLOCK_TABLE[clock.name].startsAt === 'resolution'
      ? words.step.resolvedAt(instant(reader, resolved.at))
      : words.step.openSince(instant(reader, incident.issue.openedAt));
  if (clock.due === Infinity) return [`${opened} ${words.deadline.paused}`];
  if (clock.state !== 'missed') return [opened];
  const verdict = clocks.verdicts.find(
    (it) => it.clock === clock.name && it.start === clock.start && it.at === clock.at,
  );
  const due = instant(reader, clock.due);
  const isNews = verdict?.seen === now && now - clock.at! >= ORDINARY_LAG;
  if (isNews)
    return [`${opened} ${words.deadline.lag(due, instant(reader, now), duration(policy.language, now - clock.due))}`];
  const late = now - clock.due;
  return [
    `${opened} ${late >= MINUTE ? words.deadline.late(due, duration(policy.language, late)) : words.deadline.past(due)}`,
  ];
}

/** The steps that go out with the last one: those that no run came for in time, and those that fell due with it. */
function collapsed({ reader, words }: Situation, due: readonly Sending[], last: Sending): string[] {
  const others = due.filter((it) => it !== last);
  const list = (chosen: readonly Sending[]): string =>
    chosen.map(({ step, due }) => words.step.fellDue(inline(step.text), shortInstant(reader, due))).join(words.andThen);
  const [before, beside] = [others.filter((it) => it.due < last.due), others.filter((it) => it.due === last.due)];
  return [
    ...(before.length > 0 ? [words.step.collapsed(list(before))] : []),
    ...(beside.length > 0 ? [words.step.together(list(beside))] : []),
  ];
}

function names(logins: readonly string[], separator: string): string {
  return logins.map(who).join(separator);
}
