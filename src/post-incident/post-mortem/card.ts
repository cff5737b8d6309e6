import type { Effect } from '../../engine/effect.ts';
import { inline, who } from '../../text/foreign.ts';
import { instant, keptInstant, zoneOnce } from '../../text/time.ts';
import { itemLines } from '../action-items/card.ts';
import { itemWordsOf } from '../action-items/words.ts';
import { cardText } from '../card.ts';
import { isReopened } from '../gate.ts';
import { revisionKey } from './course.ts';
import { keptOrigin, POST_MORTEM_ORIGIN } from './origin.ts';
import { cardOf, recordOf } from '../record.ts';
import { subjectWordsOf } from '../words.ts';
import { hostOf } from './host.ts';
import { POST_MORTEM_COMMANDS } from './commands/commands.ts';
import { missingOfPostMortem } from './rules/gate.ts';
import type { PostMortemSituation } from './situation.ts';
import { changedSince } from './text.ts';

/** The most headings that it names under which nobody has written yet, so that they leave the screen to what comes next. */
const MOST_UNWRITTEN = 4;

/** The most approvals of which it is kept what each section was, to tell what has changed since. */
const MOST_PARTED = 5;

/**
 * The card of a post-mortem, if it must be written: how far it is, what comes next, its action items; and in its mark the record of what
 * was decided. While something is still on its way, a card that is there waits for the next round.
 */
export function postMortemCardEffect(situation: PostMortemSituation, pending: boolean): readonly Effect[] {
  const { postMortem, words, now } = situation;
  const { origin, course, items } = postMortem;
  const { written, edited } = words.card;
  const of = (share: number) => {
    const bound = course.approvals.toReversed().map(({ at, by, revision, parts }, i) => {
      const kept = i < MOST_PARTED * share ? parts : {};
      return [revisionKey({ at, by }), { at, ...(revision !== null && { text: revision }), parts: kept }] as const;
    });
    const more = { [POST_MORTEM_ORIGIN]: keptOrigin(origin), ...Object.fromEntries(bound) };
    const record = recordOf(postMortem, items, { now, closings: situation.closings, more }, share);
    return { record, text: zoneOnce(situation.reader, textOf(situation, share)) };
  };
  return cardOf(postMortem, of, { pending, written, edited });
}

function textOf(situation: PostMortemSituation, share: number): string {
  const { postMortem, words, common, reader } = situation;
  const { origin, stage, text, issue } = postMortem;
  const { card } = words;
  const state = issue.state === 'closed' ? `${words.stage[stage]}, ${card.closed}` : words.stage[stage];
  const notes = [
    ...facts(situation),
    ...(text.unwritten.length > 0 && stage === 'draft'
      ? [
          card.unwritten(
            text.unwritten
              .slice(0, MOST_UNWRITTEN)
              .map((it) => inline(it, 60))
              .join(common.andThen),
            Math.max(0, text.unwritten.length - MOST_UNWRITTEN),
          ),
        ]
      : []),
    ...(text.actions === null ? [itemWordsOf(reader.language).card.noList] : []),
  ];
  return cardText(reader.language, {
    title: card.title(origin.incident, state),
    next: next(situation),
    facts: notes,
    items: itemLines(hostOf(postMortem), situation, share),
    commands: POST_MORTEM_COMMANDS,
  });
}

/** What whoever reads it does now. */
function next(situation: PostMortemSituation): string {
  const { postMortem, words, due, reader } = situation;
  const { stage, team, issue } = postMortem;
  const { do: ask } = words.card;
  const shared = subjectWordsOf(reader.language).do;
  if (issue.state === 'closed') return shared.nothing;
  const role = team.approver === null ? null : inline(team.approver.role);
  switch (stage) {
    case 'draft':
      return ask.draft(instant(reader, due.draft));
    case 'in-review':
      return ask.review(role, instant(reader, due.review));
    case 'approved':
      return ask.publish(due.publish === null ? null : instant(reader, due.publish));
    case 'published':
      return isReopened(issue) ? shared.reopened : shared.items(missingOfPostMortem(situation).length);
  }
}

function facts(situation: PostMortemSituation): readonly string[] {
  const { postMortem, words, common, reader } = situation;
  const { team, course, gate, text } = postMortem;
  const { card } = words;
  const shared = subjectWordsOf(reader.language).card;
  const stale = course.approvals.filter((it) => !course.valid.includes(it));
  return [
    team.owners.length === 0 ? shared.noOwner : shared.owner(team.owners.map(who).join(common.andThen)),
    ...(team.approver === null ? [] : [card.approval(course.valid.length, team.approvals, inline(team.approver.role))]),
    ...course.valid.map((it) => card.approvedBy(who(it.by), keptInstant(reader, it.at))),
    ...stale.map((it) => {
      if (it.revision === null) return card.unbound(who(it.by));
      const headings = changedSince(it.parts, text)
        .slice(0, 10)
        .map((heading) => inline(heading, 60));
      return card.changedSince(who(it.by), headings.join(common.andThen));
    }),
    ...(course.published === null
      ? []
      : [
          `${card.publishedBy(who(course.published.by), keptInstant(reader, course.published.at))}${course.published.anyway === null ? '' : `, ${card.anyway(inline(course.published.anyway, 200))}`}`,
        ]),
    ...(gate.exception === null
      ? []
      : [shared.exception(who(gate.exception.by), keptInstant(reader, gate.exception.at))]),
  ];
}
