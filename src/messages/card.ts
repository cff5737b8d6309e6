import { COMMAND_NAMES } from '../incident/commands.ts';
import { what } from './told.ts';
import { verdictText } from './verdict.ts';
import { isReply, recordMark, type Done, type IncidentRecord, type Verdict } from '../incident/record.ts';
import type { Category } from '../policy/policy.ts';
import type { Situation } from '../plan/situation.ts';
import { marginOf, type Clock } from '../sla/clocks.ts';
import { isRepeating } from '../sla/courses.ts';
import type { Words } from './words.ts';
import { cell, inline, prose, who } from './foreign.ts';
import { dueText } from './due.ts';
import { runbookLink } from './links.ts';
import { impactOf, servicesOf } from '../sla/impact.ts';
import { sheet, table } from './table.ts';
import { duration, instant, shortInstant } from './time.ts';

/** The most lines that the card shows of who was told what; the comments themselves have all. */
const SHOWN = 20;

/**
 * The card: one living comment that says how the incident stands, and carries its record. It shows moments and never what is
 * left of a time, so that an idle run finds nothing to edit; it mentions nobody.
 */
export function cardBody(situation: Situation, record: IncidentRecord): string {
  const { incident, policy, words, repository } = situation;
  const { priority, category } = incident;
  const { card } = words;
  const links = [
    ...(incident.postMortem ? [card.postMortem(incident.postMortem.number)] : []),
    ...(category?.runbook ? [runbookLink(repository, category.runbook)] : []),
  ];
  return [
    recordMark(incident.issue.number, record),
    `### ${card.title(priority, prose(policy.priorities[priority].name), words.status[incident.status])}`,
    sheet(facts(situation)),
    clockTable(situation),
    `**${card.next}**${words.colon}${next(situation)}`,
    told(situation, record),
    links.length > 0 ? `**${card.links}**${words.colon}${links.join(' · ')}` : '',
    card.commands(COMMAND_NAMES.map((name) => `\`/${name}\``).join(' ')),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .replace('\n\n', '\n');
}

function facts(situation: Situation): [string, string][] {
  const { incident, policy, words } = situation;
  const { card } = words;
  const { priority, assessed, lowered, category, reopened } = incident;
  const criterion = [`**${priority}**`, assessed ? '' : card.notAssessed].filter((it) => it !== '').join(words.colon);
  const lowering =
    lowered === null
      ? ''
      : `<br>${card.lowered(lowered.from, lowered.to, who(lowered.by), instant(policy, lowered.at), lowered.reason && cell(lowered.reason))}`;
  return [
    [card.priority, criterion + lowering],
    [
      card.status,
      [statusLine(situation), reopened > 0 ? card.reopened(reopened) : ''].filter(Boolean).join(words.semicolon),
    ],
    ...(category ? [[card.category, categoryLine(situation, category)] as [string, string]] : []),
    [card.responder, incident.assignees.map(who).join(words.andThen) || words.nobody],
    ...impactRow(situation),
    [card.opened, `${instant(policy, incident.openedAt)}, ${who(incident.reporter)}`],
  ];
}

/** From when to when users were harmed, once there is something to say, with the objectives of the services concerned. */
function impactRow({ incident, policy, words }: Situation): [string, string][] {
  const { card } = words;
  const { from, to } = impactOf(incident);
  const services = servicesOf(incident, policy);
  if (incident.ended || (to === null && incident.impact === null)) return [];
  const stated = incident.impact ? [card.statedBy(who(incident.impact.by))] : [];
  if (to === null) return [[card.impact, [card.impactSince(instant(policy, from)), ...stated].join(words.semicolon)]];
  const objectives = services.flatMap(({ name, downtimePerIncident: limit }) =>
    limit ? [card.objective(cell(name), cell(limit.text), to - from <= limit.ms)] : [],
  );
  const span = card.impactSpan(instant(policy, from), instant(policy, to), duration(policy.language, to - from));
  return [[card.impact, [span, ...stated, ...objectives].join(words.semicolon)]];
}

/** The category, and the group that it belongs to with the people in it. */
function categoryLine({ policy, words }: Situation, { name, owner }: Category): string {
  if (owner === null) return cell(name);
  const people = (policy.roles.get(owner) ?? []).map(who).join(words.andThen);
  return `${cell(name)}, ${words.card.owner(cell(owner), people)}`;
}

function statusLine({ incident, policy, words }: Situation): string {
  const { status, ended, resolved, workaround, mitigated, acknowledged } = incident;
  const moment = {
    open: null,
    acknowledged,
    mitigated: mitigated ?? workaround,
    resolved,
    dismissed: ended,
    withdrawn: ended,
  }[status];
  if (!moment) return words.status[status];
  const line = words.card.since(
    words.status[status],
    instant(policy, moment.at),
    who(moment.by),
    words.how[moment.how],
  );
  return moment.text ? `${line}${words.colon}${cell(moment.text)}` : line;
}

function clockTable(situation: Situation): string {
  const { clocks, policy, words } = situation;
  const rows = clocks.current.map((clock) => [
    words.clock[clock.name],
    cell(clock.target),
    dueText(policy, words, clock.due),
    clockState(situation, clock),
  ]);
  const all = [...rows, ...formerRows(situation), ...repeatedRows(situation)];
  return all.length === 0 ? words.card.noClocks : table(words.card.clocks, all);
}

/** Verdicts under former priorities, and from before a reopening. */
function formerRows(situation: Situation): string[][] {
  const { clocks, policy, words } = situation;
  const isShown = (verdict: Verdict): boolean =>
    clocks.current.some((it) => it.name === verdict.clock && it.priority === verdict.priority && it.at === verdict.at);
  return clocks.verdicts
    .filter((verdict) => !isRepeating(verdict.clock) && !isShown(verdict))
    .map((verdict) => [
      `${words.clock[verdict.clock]} (${formerly(situation, verdict)})`,
      cell(verdict.target),
      instant(policy, verdict.due),
      verdictText(situation, verdict),
    ]);
}

function formerly({ incident, words }: Situation, { priority, episode }: Verdict): string {
  const same = priority === incident.priority && episode < incident.reopened;
  return same ? words.card.beforeReopening : words.card.formerly(priority);
}

/** Clocks that start again and again, a line each for their misses. */
function repeatedRows({ clocks, policy, words }: Situation): string[][] {
  return (['update', 'no-progress'] as const).flatMap((name) => {
    // The one that is still running has a line of its own.
    const running = clocks.current.find((it) => it.name === name)?.at;
    const misses = clocks.verdicts.filter(({ clock, met, at }) => clock === name && !met && at !== running);
    const last = misses.at(-1);
    if (!last) return [];
    const times = words.card.missedTimes(misses.length, shortInstant(policy, last.at));
    return [[words.clock[name], cell(last.target), '', times]];
  });
}

function clockState(situation: Situation, clock: Clock): string {
  const { policy, words, clocks, incident } = situation;
  const { card } = words;
  if (clock.state === 'running' || clock.state === 'paused' || clock.state === 'void') return card[clock.state];
  const verdict = clocks.verdicts.find(
    (it) => it.clock === clock.name && it.priority === clock.priority && it.at === clock.at,
  );
  const parts = verdict ? [verdictText(situation, verdict)] : [];
  if (clock.state === 'missed') {
    const { stoppedAt, due } = clock;
    parts.push(
      stoppedAt === null
        ? card.stillRunning
        : card.stopped(
            shortInstant(policy, stoppedAt),
            duration(policy.language, marginOf(policy, clock, due, stoppedAt)),
          ),
    );
  }
  // What was decided stays decided, and whoever reads the policy today must not wonder why.
  const target = policy.priorities[incident.priority].clocks[clock.name]?.text;
  if (target !== undefined && target !== clock.target) parts.push(card.nowSays(cell(target)));
  return parts.join(words.semicolon);
}

function next({ incident, clocks, steps, policy, words }: Situation): string {
  const { card } = words;
  if (incident.resolved) {
    if (!incident.closed) return card.nextClose;
    return incident.postMortem ? card.nextPostMortem(incident.postMortem.number) : card.nextNone;
  }
  if (incident.ended) return incident.status === 'withdrawn' ? card.nextConfirm : card.nextNone;
  const lines = incident.assessed ? [] : [card.nextAssess];
  const step = steps.next;
  const deadline = clocks.current.filter(({ state }) => state === 'running').sort((a, b) => a.due - b.due)[0];
  if (step) {
    const whom = step.step.notify.map((it) => inline(it)).join(words.andThen);
    lines.push(card.nextStep(instant(policy, step.due), step.step.text, whom));
  } else if (deadline) lines.push(words.step.ahead(words.clock[deadline.name], instant(policy, deadline.due)));
  return lines.length > 0 ? lines.join('<br>') : card.nextResolve;
}

function told({ policy, words }: Situation, record: IncidentRecord): string {
  const rows = Object.entries(record.done)
    .filter(([key, done]) => !isReply(key) && (done.told !== undefined || done.skipped !== undefined))
    .sort(([, a], [, b]) => a.at - b.at)
    .slice(-SHOWN)
    .map(([key, done]) => [shortInstant(policy, done.at), what(words, key), whom(words, done)]);
  if (rows.length === 0) return '';
  return `<details><summary>${words.card.told}</summary>\n\n${table(words.card.toldColumns, rows)}\n\n</details>`;
}

function whom(words: Words, done: Done): string {
  return done.skipped
    ? words.card.skipped[done.skipped]
    : (done.told ?? []).map(who).join(words.andThen) || words.nobody;
}
