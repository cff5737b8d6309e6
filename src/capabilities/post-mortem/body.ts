import { mark } from '../../engine/mark.ts';
import type { PostMortemPolicy } from './policy.ts';
import type { Situation } from '../situation.ts';
import { impactOf } from '../impact/impact.ts';
import { dueFrom } from '../../calendar/target.ts';
import { block, inline, who } from '../../text/foreign.ts';
import { targetText } from '../clocks/card.ts';
import { verdictText } from '../clocks/verdict.ts';
import { duration, instant, shortInstant } from '../../text/time.ts';
import { LONGEST_TITLE } from '../../model/limits.ts';
import { peopleList } from './people.ts';
import { timelineTable } from './timeline.ts';

/** The most of each that are copied, the last, so that the whole fits into the body of an issue. */
const MOST_LINKS = 50;
const MOST_VERDICTS = 60;
const MOST_UPDATES = 40;

/**
 * The post-mortem of a resolved incident: who writes it until when and what is known first, then the questions that people must answer,
 * each with its heading; the record, with times and actors, is folded away below. The sections are the union of the public post-mortem
 * guides. Hours are those of the day of the opening, which is named.
 */
export function postMortemBody(situation: Situation, wanted: PostMortemPolicy, owner: string | null): string {
  const { incident, words } = situation;
  const { issue, priority } = incident;
  const w = words.postMortem;
  const of = { ...situation, reader: { ...situation.reader, today: issue.openedAt } };
  const resolved = incident.resolution.resolved!;
  const section = (heading: string, ...parts: string[]): string =>
    [`## ${heading}`, ...parts.filter((part) => part !== '')].join('\n\n');
  const toWrite = (heading: string, hint: string, ...parts: string[]): string =>
    section(heading, ...parts, `_${hint}_`);
  return [
    `${mark('post-mortem', issue.number, {})}\n${w.intro(issue.number, priority.current)}`,
    [
      `- ${owner === null ? w.nobody : w.owner(who(owner))}`,
      `- ${w.draftDue(instant(of.reader, dueFrom(wanted.draft, resolved.at)))}`,
      `- ${w.reviewDue(instant(of.reader, dueFrom(wanted.review, resolved.at)))}`,
      ...(wanted.approver === null ? [] : [`- ${w.approver(inline(wanted.approver))}`]),
    ].join('\n'),
    toWrite(
      w.summary,
      w.hints.summary,
      `**${inline(issue.title, LONGEST_TITLE)}**`,
      resolved.text === '' ? '' : w.resolution(inline(resolved.text, 200)),
    ),
    section(w.impact, impact(situation)),
    toWrite(w.leadUp, w.hints.leadUp),
    toWrite(w.detection, w.hints.detection),
    toWrite(w.response, w.hints.response),
    toWrite(w.rootCauses, w.hints.rootCauses),
    toWrite(w.wentWell, w.toWrite),
    toWrite(w.wentBadly, w.toWrite),
    toWrite(w.lucky, w.toWrite),
    toWrite(w.halve, w.toWrite),
    toWrite(w.consulted, w.toWrite, links(situation)),
    toWrite(w.actions, w.actionsHint),
    toWrite(w.messaging, w.hints.messaging, updates(of)),
    toWrite(w.approval, w.hints.approval),
    `<details><summary>${w.record}</summary>`,
    section(w.timeline, timelineTable(of)),
    section(w.people, peopleList(situation)),
    section(w.deadlines, deadlines(of)),
    section(w.reported, block(withoutComments(issue.body))),
    '</details>',
  ].join('\n\n');
}

/** Our own marks, and what else nobody sees, are no part of a report. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->\s*/g, '');
}

/** Where people looked, as far as they said so with `/link`. */
function links({ incident }: Situation): string {
  return incident.said.link
    .slice(-MOST_LINKS)
    .map(({ url, by }) => `- ${inline(url, 300)} (${who(by)})`)
    .join('\n');
}

/** What was said to those outside, the last updates. */
function updates({ incident, reader, words }: Situation): string {
  return incident.comments
    .filter(({ outcome }) => outcome === 'accepted')
    .flatMap(({ comment, by, commands }) =>
      commands
        .filter(({ name, complaint }) => name === 'update' && complaint === null)
        .map(({ text }) => {
          const at = incident.issue.timeline.find((it) => it.kind === 'commented' && it.comment.id === comment.id)?.at;
          const when = at === undefined ? '' : `${shortInstant(reader, at)} `;
          return `- ${when}${who(by)}${words.colon}${inline(text, 300)}`;
        }),
    )
    .slice(-MOST_UPDATES)
    .join('\n');
}

/** What users went through, as far as it is known. */
function impact({ incident, policy, words }: Situation): string {
  // Of a resolved incident it is over.
  const { from, to, downtime } = impactOf(incident)!;
  const w = words.postMortem;
  const { facts } = incident.report;
  const category = incident.category.current?.name;
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [w.impactRows.from, instant(policy, from)],
    [w.impactRows.to, instant(policy, to!)],
    [w.impactRows.duration, duration(policy.language, downtime!)],
    [w.impactRows.priority, incident.priority.current],
    [w.impactRows.category, category === undefined ? null : inline(category)],
    [
      w.impactRows.affected,
      [facts.customers, facts.system].flatMap((it) => (it === undefined ? [] : [inline(it)])).join(words.semicolon),
    ],
    [w.impactRows.data, facts.data === undefined ? null : inline(facts.data)],
    [w.cause, incident.cause ? `${inline(incident.cause.cause.name)} (${inline(incident.cause.cause.group)})` : null],
    [w.source, incident.levels.source === null ? null : inline(incident.levels.source)],
  ];
  return rows.flatMap(([name, value]) => (value ? [`- **${name}**${words.colon}${value}`] : [])).join('\n');
}

function deadlines(situation: Situation): string {
  const { clocks, reader, words } = situation;
  if (clocks.verdicts.length === 0) return words.clocksCard.none;
  return clocks.verdicts
    .slice(-MOST_VERDICTS)
    .map((verdict) => {
      const name = `**${words.clock[verdict.clock].name}** (${verdict.priority})`;
      const due = `${shortInstant(reader, verdict.due)} ${words.clocksCard.within(targetText(words, verdict.target))}`;
      return `- ${verdict.met ? '✅' : '❌'} ${name} ${due} · ${verdictText(situation, verdict)}`;
    })
    .join('\n');
}
