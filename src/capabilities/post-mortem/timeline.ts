import type { Instant } from '../../calendar/calendar.ts';
import { isReply, readKey, type KeyParts } from '../../engine/keys.ts';
import { doneInOrder } from '../../engine/record.ts';
import type { Comment, TimelineEvent } from '../../model/issue.ts';
import { cell, who } from '../../text/foreign.ts';
import { table } from '../../text/table.ts';
import { shortInstant } from '../../text/time.ts';
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
      return what === null ? [] : [{ at: event.at, by: event.actor?.login ?? 'ghost', what }];
    });
  const priorities = incident.priority.periods.map((period) => ({
    at: period.from,
    by: period.by,
    what: period.assessed ? events.priority(period.priority) : events.unassessed,
  }));
  const notices = doneInOrder(incident.record)
    .filter(([key, { told }]) => isNews(readKey(key), resolved) && told !== undefined && told.length > 0)
    .map(([key, { at, told }]) => ({
      at,
      by: null,
      what: events.told(what(words, key), told!.map(who).join(words.andThen)),
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
      return linked(cell(said, 200), event.comment);
    }
    default:
      return null;
  }
}

/** Words that may have been cut, with the way to all of them; nothing leads to a comment that is gone. */
function linked(words: string, comment: Pick<Comment, 'url'> | undefined): string {
  return comment === undefined ? words : `${words} ([↗](${comment.url}))`;
}
