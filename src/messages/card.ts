import { COMMAND_NAMES } from '../incident/commands.ts';
import { what } from './told.ts';
import { isReply, recordMark, type Done, type IncidentRecord } from '../incident/record.ts';
import type { Category } from '../policy/policy.ts';
import type { Situation } from '../plan/situation.ts';
import type { Clock } from '../sla/clocks.ts';
import type { Words } from './words.ts';
import { cell, inline, who } from './foreign.ts';
import { runbookLink } from './links.ts';
import { table } from './table.ts';
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
    `### ${card.title(priority, policy.priorities[priority].name, words.status[incident.status])}`,
    table(['', ''], facts(situation)),
    clockTable(situation),
    `**${card.next}**${words.colon}${next(situation)}`,
    told(situation, record),
    links.length > 0 ? `**${card.links}**${words.colon}${links.join(' · ')}` : '',
    `<sub>${card.commands(COMMAND_NAMES.map((name) => `\`/${name}\``).join(' '))}</sub>`,
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
    [card.opened, `${instant(policy, incident.openedAt)}, ${who(incident.reporter)}`],
  ];
}

/** The category, and the group that it belongs to with the people in it. */
function categoryLine({ policy, words }: Situation, { name, owner }: Category): string {
  if (owner === null) return cell(name);
  const people = (policy.roles.get(owner) ?? []).map(who).join(words.andThen);
  return `${cell(name)}, ${words.card.owner(cell(owner), people)}`;
}

function statusLine({ incident, policy, words }: Situation): string {
  const { status, ended, resolved, workaround, acknowledged } = incident;
  const moment = { open: null, acknowledged, mitigated: workaround, resolved, dismissed: ended, withdrawn: ended }[
    status
  ];
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
  const former = clocks.verdicts
    .filter(
      (verdict) =>
        !clocks.current.some(
          (it) => it.name === verdict.clock && it.priority === verdict.priority && it.at === verdict.at,
        ),
    )
    .map(({ clock, priority, target, due, met, at }) => [
      `${words.clock[clock]} (${words.card.formerly(priority)})`,
      cell(target),
      instant(policy, due),
      met
        ? words.card.met(shortInstant(policy, at), duration(policy.language, due - at))
        : missed(situation, clock, priority, at),
    ]);
  const rows = clocks.current.map((clock) => [
    words.clock[clock.name],
    cell(clock.target),
    instant(policy, clock.due),
    clockState(situation, clock),
  ]);
  if (rows.length + former.length === 0) return words.card.noClocks;
  return table(words.card.clocks, [...rows, ...former]);
}

function clockState(situation: Situation, clock: Clock): string {
  const { policy, words } = situation;
  if (clock.state === 'running') return words.card.running;
  if (clock.state === 'void') return words.card.void;
  const at = clock.at!;
  if (clock.state === 'met') return words.card.met(shortInstant(policy, at), duration(policy.language, clock.due - at));
  const end =
    clock.stoppedAt === null
      ? words.card.stillRunning
      : words.card.stopped(
          shortInstant(policy, clock.stoppedAt),
          duration(policy.language, clock.stoppedAt - clock.due),
        );
  return `${missed(situation, clock.name, clock.priority, at)}${words.semicolon}${end}`;
}

/** A breach, and how long after it a run first saw it. */
function missed({ clocks, policy, words }: Situation, name: string, priority: string, at: number): string {
  const verdict = clocks.verdicts.find((it) => it.clock === name && it.priority === priority && it.at === at);
  const lag = verdict && verdict.seen - at >= 60_000 ? duration(policy.language, verdict.seen - at) : null;
  return words.card.missed(shortInstant(policy, at), lag);
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
