import { mark } from '../../engine/mark.ts';
import type { PostMortemPolicy } from './policy.ts';
import type { Situation } from '../situation.ts';
import { impactOf } from '../impact/impact.ts';
import { dueFrom } from '../../calendar/target.ts';
import { block, cell, inline, who } from '../../text/foreign.ts';
import { sheet, table } from '../../text/table.ts';
import { verdictText } from '../clocks/verdict.ts';
import { duration, instant } from '../../text/time.ts';
import { LONGEST_TITLE } from '../../model/limits.ts';
import { peopleTable } from './people.ts';
import { timelineTable } from './timeline.ts';

/** The most of each that are copied, the last, so that the whole fits into the body of an issue. */
const MOST_LINKS = 50;
const MOST_VERDICTS = 60;

/**
 * The post-mortem of a resolved incident: what the record tells is filled in, with times and actors; the sections that people
 * must write stand empty, each with its heading. The sections are the union of the public post-mortem guides.
 */
export function postMortemBody(situation: Situation, wanted: PostMortemPolicy, owner: string | null): string {
  const { incident, policy, words } = situation;
  const {
    issue,
    priority: { current: priority },
  } = incident;
  const w = words.postMortem;
  const from = incident.resolution.resolved!.at;
  const section = (heading: string, ...parts: string[]): string => [`## ${heading}`, ...parts].join('\n\n');
  const toWrite = (heading: string, hint = w.toWrite): string => section(heading, `_${hint}_`);
  return [
    `${mark('post-mortem', issue.number, {})}\n${w.intro(issue.number, priority)}`,
    [
      `- ${w.owner(who(owner))}`,
      `- ${w.draftDue(instant(policy, dueFrom(wanted.draft, from)))}`,
      `- ${w.reviewDue(instant(policy, dueFrom(wanted.review, from)))}`,
      ...(wanted.approver === null ? [] : [`- ${w.approver(inline(wanted.approver))}`]),
    ].join('\n'),
    section(
      w.summary,
      inline(issue.title, LONGEST_TITLE),
      `${w.reported}\n\n${block(issue.body)}`,
      ...(incident.resolution.resolved!.text
        ? [`${w.resolution} ${inline(incident.resolution.resolved!.text, 200)}`]
        : []),
      `_${w.toWrite}_`,
    ),
    section(w.impact, impact(situation)),
    section(w.timeline, timelineTable(situation)),
    section(w.people, peopleTable(situation)),
    section(w.deadlines, deadlines(situation)),
    toWrite(w.leadUp),
    toWrite(w.detection),
    toWrite(w.response),
    toWrite(w.rootCauses),
    toWrite(w.wentWell),
    toWrite(w.wentBadly),
    toWrite(w.lucky),
    toWrite(w.halve),
    consulted(situation),
    toWrite(w.actions, w.actionsHint),
    toWrite(w.messaging),
    toWrite(w.approval),
  ].join('\n\n');
}

/** Where people looked, as far as they said so with `/link`; the rest is for people to write. */
function consulted({ incident, words }: Situation): string {
  const w = words.postMortem;
  const links = incident.said.link.slice(-MOST_LINKS).map(({ url, by }) => `- ${inline(url, 300)} (${who(by)})`);
  return [`## ${w.consulted}`, ...(links.length > 0 ? [links.join('\n')] : []), `_${w.toWrite}_`].join('\n\n');
}

function impact({ incident, policy, words }: Situation): string {
  // Of a resolved incident it is over.
  const { from, to, downtime } = impactOf(incident)!;
  const values = [
    instant(policy, from),
    instant(policy, to!),
    duration(policy.language, downtime!),
    incident.priority.current,
    incident.category.current ? cell(incident.category.current.name) : '',
    [incident.report.facts.customers, incident.report.facts.system]
      .flatMap((it) => (it === undefined ? [] : [cell(it)]))
      .join(words.semicolon),
    incident.report.facts.data === undefined ? '' : cell(incident.report.facts.data),
    incident.cause ? `${cell(incident.cause.cause.name)} (${cell(incident.cause.cause.group)})` : '',
    incident.levels.source === null ? '' : cell(incident.levels.source),
  ];
  const names = [...words.postMortem.impactRows, words.postMortem.cause, words.postMortem.source];
  return sheet(names.map((row, i) => [row, values[i]!] as const));
}

function deadlines(situation: Situation): string {
  const { clocks, policy, words } = situation;
  if (clocks.verdicts.length === 0) return words.clocksCard.none;
  return table(
    words.postMortem.deadlineColumns,
    clocks.verdicts
      .slice(-MOST_VERDICTS)
      .map((verdict) => [
        `${words.clock[verdict.clock].name} (${verdict.priority})`,
        cell(verdict.target),
        instant(policy, verdict.due),
        verdictText({ ...situation, reader: policy }, verdict),
      ]),
  );
}
