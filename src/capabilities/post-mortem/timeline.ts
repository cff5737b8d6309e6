import type { Instant } from '../../calendar/calendar.ts';
import { isReply, readKey, type KeyParts } from '../../engine/keys.ts';
import { readCommentMark } from '../../engine/mark.ts';
import { doneInOrder } from '../../engine/record.ts';
import type { Comment, TimelineEvent } from '../../model/issue.ts';
import { cell, who } from '../../text/foreign.ts';
import { table } from '../../text/table.ts';
import { dayOf, shortInstant } from '../../text/time.ts';
import type { JudgedComment } from '../../engine/conversation.ts';
import { isCommand, specOf } from '../commands.ts';
import { what } from '../notification/told.ts';
import type { Situation } from '../situation.ts';

/** The most characters of the timeline that are copied, so that the whole fits into the body of an issue. */
const MOST_CHARACTERS = 28_000;

interface Entry {
  readonly at: number;
  readonly by: string | null;
  readonly what: string;
}

/** What happened, in order: what people did, what was told to whom, what was missed; the oldest is left out if there is too much. */
export function timelineTable(situation: Situation): string {
  const { incident, policy, reader, words } = situation;
  const w = words.postMortem;
  const entries = entriesOf(situation).sort((a, b) => a.at - b.at);
  const rows = entries.map(({ at, by, what }) => [shortInstant(reader, at), by === null ? '' : who(by), what]);
  let room = MOST_CHARACTERS;
  const left = rows.findLastIndex((row) => (room -= row.join(' | ').length + 6) < 0) + 1;
  return [
    w.times(policy.zone, dayOf(policy, incident.issue.openedAt)),
    ...(left > 0 ? [w.truncated(left)] : []),
    table(w.timelineColumns, rows.slice(left)),
  ].join('\n\n');
}

/** Whether a notice is part of what led to the resolution; a reply to a command is not, nor is what is told and asked of the resolution. */
function isNews(key: KeyParts | null, resolved: Instant): boolean {
  return !isReply(key) && !(key?.kind === 'notice' && key.since !== null && key.since >= resolved);
}

/** What people did, what was told to whom, what was missed. What Tocsin itself did to labels and cards says nothing here. */
function entriesOf(situation: Situation): Entry[] {
  const { incident, words, clocks } = situation;
  const { events } = words.postMortem;
  const resolved = incident.resolution.resolved?.at ?? Infinity;
  const acts = incident.issue.timeline
    .filter((event) => !event.own)
    .flatMap((event) => {
      const what = describe(situation, event);
      if (what === null) return [];
      const isSetting = event.kind === 'commented' && setsPriority(situation, event.comment);
      return [{ at: event.at, by: event.actor?.login ?? null, what, isSetting }];
    });
  // What was set by a command is told as such.
  const byCommand = new Set(acts.filter(({ isSetting }) => isSetting).map(({ at }) => at));
  const priorities = incident.priority.periods
    .filter(({ assessed, from }) => assessed && !byCommand.has(from))
    .map(({ from, by, priority }) => ({ at: from, by, what: events.priority(priority) }));
  const sources = sourcesOf(situation);
  const notices = doneInOrder(incident.record)
    .filter(([key, { told }]) => isNews(readKey(key), resolved) && told !== undefined && told.length > 0)
    .map(([key, { at, told }]) => ({
      at,
      by: null,
      what: linked(events.told(what(words, key), told!.map(who).join(words.andThen)), sources.get(key)),
    }));
  const misses = clocks.verdicts
    .filter(({ met }) => !met)
    .map(({ at, clock }) => ({ at, by: null, what: events.missed(words.clock[clock].name) }));
  return [
    { at: incident.issue.openedAt, by: incident.reporter, what: events.opened },
    ...priorities,
    ...incident.said.timeline.map(({ at, by, comment, text }) => ({
      ...{ at, by },
      what: linked(cell(text, 200), incident.comments.find((it) => it.comment.number === comment)?.comment),
    })),
    ...acts,
    ...incident.answers
      .filter(({ counts }) => counts === true)
      .map(({ at, by, notifier, key }) => ({
        at,
        by,
        what: linked(events.answered(cell(notifier)), sources.get(key)),
      })),
    ...notices,
    ...misses,
  ];
}

/** The comments in which something was told, by the keys that they prove. */
function sourcesOf({ incident: { issue } }: Situation): ReadonlyMap<string, Pick<Comment, 'url'>> {
  return new Map(
    issue.timeline.flatMap((event) => {
      if (event.kind !== 'commented') return [];
      const keys = readCommentMark('notice', issue.number, event.comment)?.keys;
      return (Array.isArray(keys) ? keys : []).map((key) => [String(key), event.comment] as const);
    }),
  );
}

function describe(situation: Situation, event: TimelineEvent): string | null {
  const { events } = situation.words.postMortem;
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
      const judged = judgedOf(situation, event.comment);
      if (!judged) return events.commented(event.comment.url);
      const said = sentences(situation, judged);
      return said === '' ? null : linked(said, event.comment);
    }
    default:
      return null;
  }
}

function judgedOf({ incident }: Situation, { id }: Comment): JudgedComment | undefined {
  return incident.comments.find(({ comment }) => comment.id === id);
}

/** The commands of a comment that were carried out, as sentences; empty if none was, or none that is told so. */
function sentences({ policy, words }: Situation, { outcome, commands }: JudgedComment): string {
  const done = outcome === 'accepted' ? commands.filter(({ complaint }) => complaint === null) : [];
  return done
    .flatMap(({ name, text }) => {
      const did = isCommand(name) ? specOf(name).did : null;
      if (did === null) return [];
      return [text === '' ? did[policy.language] : `${did[policy.language]}${words.colon}${cell(text, 200)}`];
    })
    .join(words.semicolon);
}

function setsPriority(situation: Situation, comment: Comment): boolean {
  const judged = judgedOf(situation, comment);
  return (
    judged?.outcome === 'accepted' && judged.commands.some((it) => it.name === 'priority' && it.complaint === null)
  );
}

/** Words that may have been cut, with the way to all of them; nothing leads to a comment that is gone. */
function linked(words: string, comment: Pick<Comment, 'url'> | undefined): string {
  return comment === undefined ? words : `${words} ([↗](${comment.url}))`;
}
