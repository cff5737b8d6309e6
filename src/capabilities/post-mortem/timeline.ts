import type { Instant } from '../../calendar/calendar.ts';
import { isReply, readKey, type KeyParts } from '../../engine/keys.ts';
import { readCommentMark } from '../../engine/mark.ts';
import { doneInOrder } from '../../engine/record.ts';
import type { Comment, TimelineEvent } from '../../model/issue.ts';
import { inline, who, withoutHidden } from '../../text/foreign.ts';
import { dayOf, shortInstant } from '../../text/time.ts';
import type { JudgedComment } from '../../engine/conversation.ts';
import { isCommand, specOf } from '../commands.ts';
import { withoutCause } from '../resolution/command.ts';
import { what } from '../notification/told.ts';
import type { Situation } from '../situation.ts';
import { phaseAt } from './evidence.ts';

/** The most characters of the timeline that are copied, so that the whole fits into the body of an issue. */
const MOST_CHARACTERS = 28_000;

interface Entry {
  readonly at: number;
  readonly by: string | null;
  readonly what: string;
}

/**
 * What happened, in order, a line each: what people did, what they chose as evidence, what was told to whom, what was missed; of too much the
 * oldest is left out.
 */
export function timelineList(situation: Situation, evidence: readonly number[]): string {
  const { incident, policy, reader, words } = situation;
  const w = words.postMortem;
  const marks = marksOf(situation, evidence);
  const entries = entriesOf(situation, marks).sort((a, b) => a.at - b.at);
  const lines = entries.map(
    ({ at, by, what }) => `- **${shortInstant(reader, at)}** ${by === null ? '' : `${who(by)} `}${what}`,
  );
  let room = MOST_CHARACTERS;
  const left = lines.findLastIndex((line) => (room -= line.length + 1) < 0) + 1;
  return [
    [w.times(policy.zone, dayOf(policy, incident.issue.openedAt)), ...(marks.size > 0 ? [w.evidence] : [])].join(' '),
    ...(left > 0 ? [w.truncated(left)] : []),
    lines.slice(left).join('\n'),
  ].join('\n\n');
}

/** How each comment that is evidence is marked, by its number. */
type Marks = ReadonlyMap<number, string>;

function marksOf({ incident, words }: Situation, evidence: readonly number[]): Marks {
  const chosen = new Set(evidence);
  return new Map(
    incident.issue.timeline.flatMap((event) =>
      event.kind === 'commented' && chosen.has(event.comment.number)
        ? [[event.comment.number, `🚀 **${words.postMortem.phases[phaseAt(incident, event.at)]}**`] as const]
        : [],
    ),
  );
}

/** Whether a notice is part of what led to the resolution; a reply to a command is not, nor is what is told and asked of the resolution. */
function isNews(key: KeyParts | null, resolved: Instant): boolean {
  return !isReply(key) && !(key?.kind === 'notice' && key.since !== null && key.since >= resolved);
}

/** What people did, what was told to whom, what was missed. What Tocsin itself did to labels and cards says nothing here. */
function entriesOf(situation: Situation, marks: Marks): Entry[] {
  const { incident, words, clocks } = situation;
  const { events } = words.postMortem;
  const resolved = incident.resolution.resolved?.at ?? Infinity;
  const acts = incident.issue.timeline
    .filter((event) => !event.own)
    .flatMap((event) => {
      const what = describe(situation, event, marks);
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
  // What the same people were told at once is one line.
  const notices = new Map<string, { readonly at: number; readonly to: string; readonly keys: string[] }>();
  for (const [key, { at, told = [] }] of doneInOrder(incident.record)) {
    if (told.length === 0 || !isNews(readKey(key), resolved)) continue;
    const to = told.map(who).join(words.andThen);
    const same = `${at} ${to} ${sources.get(key)?.url}`;
    const notice = notices.get(same) ?? { at, to, keys: [] };
    notices.set(same, notice);
    notice.keys.push(key);
  }
  const misses = clocks.verdicts
    .filter(({ met }) => !met)
    .map(({ at, clock }) => ({ at, by: null, what: events.missed(words.clock[clock].name) }));
  return [
    { at: incident.issue.openedAt, by: incident.reporter, what: events.opened },
    ...priorities,
    ...incident.said.timeline.map(({ at, by, comment, text }) => ({
      ...{ at, by },
      what: linked(
        marked(inline(text, 200), marks.get(comment), words.colon),
        incident.comments.find((it) => it.comment.number === comment)?.comment,
      ),
    })),
    ...acts,
    ...incident.answers
      .filter(({ counts }) => counts === true)
      .map(({ at, by, notifier, key }) => ({
        at,
        by,
        what: linked(events.answered(inline(notifier)), sources.get(key)),
      })),
    ...[...notices.values()].map(({ at, to, keys }) => {
      const told = keys.map((key) => what(words, key)).join(words.andThen);
      return { at, by: null, what: linked(`→ ${to}${words.colon}${told}`, sources.get(keys[0]!)) };
    }),
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

function describe(situation: Situation, event: TimelineEvent, marks: Marks): string | null {
  const { incident, words } = situation;
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
      const { comment } = event;
      const mark = marks.get(comment.number);
      const judged = judgedOf(situation, comment);
      const said = judged ? sentences(situation, judged) : '';
      if (said !== '') return linked(marked(said, mark, ' · '), comment);
      if (incident.said.timeline.some((it) => it.comment === comment.number)) return null;
      if (mark !== undefined)
        return linked(marked(inline(withoutHidden(comment.body), 200), mark, words.colon), comment);
      return judged ? null : events.commented(comment.url);
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
      // The record names the cause apart.
      const said = name === 'resolve' ? withoutCause(policy, text) : text;
      return [said === '' ? did[policy.language] : `${did[policy.language]}${words.colon}${inline(said, 200)}`];
    })
    .join(words.semicolon);
}

function setsPriority(situation: Situation, comment: Comment): boolean {
  const judged = judgedOf(situation, comment);
  return (
    judged?.outcome === 'accepted' && judged.commands.some((it) => it.name === 'priority' && it.complaint === null)
  );
}

/** Words behind the mark of what is evidence. */
function marked(words: string, mark: string | undefined, between: string): string {
  return mark === undefined ? words : `${mark}${between}${words}`;
}

/** Words that may have been cut, with the way to all of them; nothing leads to a comment that is gone. */
function linked(words: string, comment: Pick<Comment, 'url'> | undefined): string {
  return comment === undefined ? words : `${words} ([↗](${comment.url}))`;
}
