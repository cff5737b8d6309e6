import { isReply, recordMark, type Done, type IncidentRecord } from '../../engine/record.ts';
import type { Situation } from '../situation.ts';
import { clockTable } from '../clocks/card.ts';
import { facts, reported } from './facts.ts';
import { inline, prose, who } from '../../text/foreign.ts';
import { runbookLink } from '../runbook/links.ts';
import { sheet, table } from '../../text/table.ts';
import { instant, shortInstant } from '../../text/time.ts';
import { what } from '../notification/told.ts';
import type { Words } from '../words.ts';

/** The commands that are needed most; `/help` names all of them. */
const OFTEN = ['ack', 'priority', 'update', 'workaround', 'resolve', 'escalate', 'help'] as const;

/** The most lines that the card shows of who was told what; the comments themselves have all. */
const SHOWN = 20;

/**
 * The card: one living comment that says how the incident stands, and carries its record. It shows moments and never what is
 * left of a time, so that an idle run finds nothing to edit; it mentions nobody.
 */
export function cardBody(situation: Situation, record: IncidentRecord): string {
  const { incident, policy, words, repository } = situation;
  const { priority, category, kind } = incident;
  const { card } = words;
  const title = kind === 'incident' ? priority : policy.priorities[priority].name;
  const links = [
    ...(incident.postMortem ? [card.postMortem(incident.postMortem.number)] : []),
    ...(category?.runbook ? [runbookLink(repository, category.runbook)] : []),
  ];
  return [
    recordMark(incident.issue.number, record, incident.confidential),
    `### ${card.title(title, prose(policy.priorities[priority].name), words.status[incident.status])}`,
    incident.confidential ? card.confidential : '',
    sheet(facts(situation)),
    clockTable(situation),
    `**${card.next}**${words.colon}${next(situation)}`,
    reported(situation),
    told(situation, record),
    links.length > 0 ? `**${card.links}**${words.colon}${links.join(' · ')}` : '',
    card.commands(OFTEN.map((name) => `\`/${name}\``).join(' ')),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .replace('\n\n', '\n');
}

function next({ incident, clocks, steps, policy, words }: Situation): string {
  const { card } = words;
  if (incident.resolved) {
    if (incident.cause === null && policy.causes.length > 0 && incident.kind === 'incident') return card.nextCause;
    if (!incident.closed) return card.nextClose;
    return incident.postMortem ? card.nextPostMortem(incident.postMortem.number) : card.nextNone;
  }
  if (incident.ended) return incident.status === 'withdrawn' ? card.nextConfirm : card.nextNone;
  const lines = incident.assessed || incident.kind === 'assistance' ? [] : [card.nextAssess];
  if (policy.priorities[incident.priority].needsCategory && !incident.category && !incident.confidential)
    lines.push(card.nextCategory);
  const update = clocks.current.find(({ name, state }) => name === 'update' && state === 'running');
  if (update) lines.push(card.nextUpdate(instant(policy, update.due)));
  const step = steps.next;
  const deadline = clocks.current.filter(({ state }) => state === 'running').sort((a, b) => a.due - b.due)[0];
  if (step) {
    const whom = step.step.notify.map((it) => inline(it)).join(words.andThen) || words.nobody;
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
