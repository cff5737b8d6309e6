import { mark } from '../../engine/mark.ts';
import type { TimelineEvent } from '../../model/issue.ts';
import { isReply } from '../../engine/record.ts';
import type { PostMortemPolicy } from '../policy.ts';
import type { Situation } from '../situation.ts';
import { impactOf } from '../impact/impact.ts';
import { dueFrom } from '../../calendar/target.ts';
import { block, cell, inline, who } from '../../text/foreign.ts';
import { sheet, table } from '../../text/table.ts';
import { what } from '../notification/told.ts';
import { verdictText } from '../card/verdict.ts';
import { duration, instant, shortInstant } from '../../text/time.ts';

/** The most characters of the timeline that are copied; GitHub takes 65,536 in all. */
const MOST_CHARACTERS = 40_000;

interface Entry {
  readonly at: number;
  readonly by: string | null;
  readonly what: string;
}

/**
 * The post-mortem of a resolved incident: what the record tells is filled in, with times and actors; the sections that people
 * must write stand empty, each with its heading. The sections are the union of the public post-mortem guides.
 */
export function postMortemBody(situation: Situation, wanted: PostMortemPolicy, owner: string | null): string {
  const { incident, policy, words } = situation;
  const { issue, priority } = incident;
  const w = words.postMortem;
  const from = incident.resolved!.at;
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
      inline(issue.title, 256),
      `${w.reported}\n\n${block(issue.body)}`,
      ...(incident.resolved!.text ? [`${w.resolution} ${inline(incident.resolved!.text, 200)}`] : []),
      `_${w.toWrite}_`,
    ),
    section(w.impact, impact(situation)),
    section(w.timeline, timeline(situation)),
    section(w.people, people(situation)),
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
  const links = incident.links.map(({ url, by }) => `- ${inline(url, 300)} (${who(by)})`);
  return [`## ${w.consulted}`, ...(links.length > 0 ? [links.join('\n')] : []), `_${w.toWrite}_`].join('\n\n');
}

function impact({ incident, policy, words }: Situation): string {
  const { from, to } = impactOf(incident);
  const values = [
    instant(policy, from),
    instant(policy, to!),
    duration(policy.language, to! - from),
    incident.priority,
    incident.category ? cell(incident.category.name) : '',
    [incident.facts.customers, incident.facts.system]
      .flatMap((it) => (it === undefined ? [] : [cell(it)]))
      .join(words.semicolon),
    incident.facts.data === undefined ? '' : cell(incident.facts.data),
    incident.cause ? `${cell(incident.cause.cause.name)} (${cell(incident.cause.cause.group)})` : '',
    incident.source === null ? '' : cell(incident.source),
  ];
  const names = [...words.postMortem.impactRows, words.postMortem.cause, words.postMortem.source];
  return sheet(names.map((row, i) => [row, values[i]!] as const));
}

function timeline(situation: Situation): string {
  const { policy, words } = situation;
  const entries = entriesOf(situation).sort((a, b) => a.at - b.at);
  const rows = entries.map(({ at, by, what }) => [shortInstant(policy, at), by === null ? '' : who(by), what]);
  let room = MOST_CHARACTERS;
  const left = rows.findLastIndex((row) => (room -= row.join(' | ').length + 6) < 0) + 1;
  return [
    ...(left > 0 ? [words.postMortem.truncated(left)] : []),
    table(
      [`${words.postMortem.timelineColumns[0]} (${policy.zone})`, ...words.postMortem.timelineColumns.slice(1)],
      rows.slice(left),
    ),
  ].join('\n\n');
}

/** What people did, what was told to whom, what was missed. What Tocsin itself did to labels and cards says nothing here. */
function entriesOf(situation: Situation): Entry[] {
  const { incident, words, clocks } = situation;
  const { events } = words.postMortem;
  const acts = incident.issue.timeline
    .filter((event) => !event.own)
    .flatMap((event) => {
      const what = describe(situation, event);
      return what === null ? [] : [{ at: event.at, by: event.actor?.login ?? 'ghost', what }];
    });
  const priorities = incident.priorities.map((period) => ({
    at: period.from,
    by: period.by,
    what: period.assessed ? events.priority(period.priority) : events.unassessed,
  }));
  const notices = Object.entries(incident.record.done)
    // What is asked for at the resolution is no part of what led to it.
    .filter(([key, { told }]) => !isReply(key) && !key.startsWith('cause@') && told !== undefined && told.length > 0)
    .map(([key, { at, told }]) => ({
      at,
      by: null,
      what: events.told(what(words, key), told!.map(who).join(words.andThen)),
    }));
  const misses = clocks.verdicts
    .filter(({ met }) => !met)
    .map(({ at, clock }) => ({ at, by: null, what: events.missed(words.clock[clock]) }));
  return [
    { at: incident.openedAt, by: incident.reporter, what: events.opened },
    ...priorities,
    ...incident.past.map(({ at, by, text }) => ({ at, by, what: cell(text, 200) })),
    ...acts,
    ...notices,
    ...misses,
  ];
}

function describe({ incident, words }: Situation, event: TimelineEvent): string | null {
  const { events } = words.postMortem;
  switch (event.kind) {
    case 'assigned':
      return events.assigned(who(event.assignee));
    case 'unassigned':
      return events.unassigned(who(event.assignee));
    case 'closed':
      return events.closed;
    case 'reopened':
      return events.reopened;
    case 'commented': {
      const judged = incident.comments.find(({ comment }) => comment.id === event.comment.id);
      if (judged?.outcome !== 'accepted') return events.commented(event.comment.url);
      const said = judged.commands.map(({ name, text }) => `/${name} ${text}`.trim()).join(words.semicolon);
      return `${cell(said, 200)} ([↗](${event.comment.url}))`;
    }
    default:
      return null;
  }
}

function people({ incident, words }: Situation): string {
  const { events } = words.postMortem;
  const did: [string | null, string][] = [
    [incident.reporter, events.opened],
    ...(
      [
        [incident.acknowledged, events.acknowledged],
        [incident.workaround, events.mitigated],
        [incident.mitigated, events.ended],
        [incident.restored, events.restored],
        [incident.resolved, events.resolved],
      ] as const
    ).flatMap(([moment, what]) => (moment ? [[moment.by, what] as [string | null, string]] : [])),
  ];
  const logins = [...new Set([...did.map(([login]) => login), ...incident.assignees])];
  return table(
    words.postMortem.peopleColumns,
    logins.map((login) => [
      who(login),
      [
        ...did.filter(([by]) => by === login).map(([, what]) => what),
        ...(login !== null && incident.assignees.includes(login) ? [words.card.responder.toLowerCase()] : []),
      ].join(words.andThen),
    ]),
  );
}

function deadlines(situation: Situation): string {
  const { clocks, policy, words } = situation;
  if (clocks.verdicts.length === 0) return words.card.noClocks;
  return table(
    words.card.clocks,
    clocks.verdicts.map((verdict) => [
      `${words.clock[verdict.clock]} (${verdict.priority})`,
      cell(verdict.target),
      instant(policy, verdict.due),
      verdictText(situation, verdict),
    ]),
  );
}
