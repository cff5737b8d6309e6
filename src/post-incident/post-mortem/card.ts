import { compact, pastReplies, shorten } from '../../engine/compaction.ts';
import type { Effect } from '../../engine/effect.ts';
import { recordMark, type Done, type IncidentRecord } from '../../engine/record.ts';
import { LONGEST_BODY } from '../../model/limits.ts';
import { inline, who } from '../../text/foreign.ts';
import { dayOf, instant, zoneOnce } from '../../text/time.ts';
import { itemKey, type ActionItem } from '../action-items/items.ts';
import { revisionKey } from './course.ts';
import { keptOrigin, ORIGIN } from './origin.ts';
import { commandList } from '../replies.ts';
import { POST_MORTEM_COMMANDS } from './commands/commands.ts';
import { missingToClose } from './rules/gate.ts';
import type { PostMortemSituation } from './situation.ts';
import { changedSince } from './text.ts';

/** The most items that the card shows, those that are open first. */
const MOST_ITEMS = 60;

/**
 * The card of a post-mortem, if it must be written: how far it is, what comes next, its action items; and in its mark the record of what
 * was decided. While something is still on its way, a card that is there waits for the next round.
 */
export function cardEffect(situation: PostMortemSituation, pending: boolean): readonly Effect[] {
  const { postMortem, words } = situation;
  const { issue, own } = postMortem;
  if (own.card && pending) return [];
  const body = `${recordMark(issue.number, recordOf(situation), false)}\n${zoneOnce(situation.reader, cardText(situation))}`;
  const card = own.card?.body.replaceAll('\r\n', '\n').trim();
  if (card === body.trim() || body.length > LONGEST_BODY) return [];
  const why = own.card ? words.card.edited : words.card.written;
  return [{ do: 'write-card', issue: issue.number, comment: own.card?.id ?? null, body, why }];
}

/** What is kept: who did what with which right, what was told, to which text each approval is bound, which line is which issue. */
function recordOf({ postMortem, now }: PostMortemSituation): IncidentRecord {
  const { record, origin, course, items } = postMortem;
  const done: Record<string, Done> = { ...record.done, [ORIGIN]: keptOrigin(origin) };
  for (const { at, by, revision, parts } of course.approvals)
    done[revisionKey({ at, by })] ??= { at, ...(revision !== null && { text: revision }), parts };
  for (const { line, issue } of items.items)
    if (line !== null && issue !== null) done[itemKey(line.key)] ??= { at: now, issue: issue.number };
  const kept = shorten(record, () => ({ fleeting: false, whole: true }));
  const past = pastReplies(done, kept.past);
  return { ...record, ...kept, ...(past >= 0 && { past }), verdicts: [], done: compact(done, past) };
}

function cardText(situation: PostMortemSituation): string {
  const { postMortem, words, common } = situation;
  const { origin, stage, items, text, issue } = postMortem;
  const { card } = words;
  const state = issue.state === 'closed' ? `${words.stage[stage]}, ${card.closed}` : words.stage[stage];
  const notes = [
    ...facts(situation),
    ...(text.unwritten.length > 0 && stage === 'draft'
      ? [
          card.unwritten(
            text.unwritten
              .slice(0, 20)
              .map((it) => inline(it, 60))
              .join(common.andThen),
          ),
        ]
      : []),
    ...(text.actions === null ? [card.noList] : []),
  ];
  const lines = [
    ...ordered(items.items)
      .slice(0, MOST_ITEMS)
      .map((item) => itemLine(situation, item)),
    ...items.unclear.map(({ line, like }) => `❓ ${card.unclear(inline(line.text), like.issue.number)}`),
  ];
  return [
    `## ${card.title(origin.incident, state)}`,
    next(situation),
    notes.map((it) => `- ${it}`).join('\n'),
    ...(lines.length === 0 ? [] : [`### ${card.items}`, lines.map((it) => `- ${it}`).join('\n')]),
    `<details><summary>${card.commands}</summary>\n\n${commandList(POST_MORTEM_COMMANDS, situation.reader.language)}\n\n</details>`,
    `<sub>${card.note}</sub>`,
  ].join('\n\n');
}

/** What whoever reads it does now. */
function next(situation: PostMortemSituation): string {
  const { postMortem, words, due, reader } = situation;
  const { stage, team, issue } = postMortem;
  const { do: ask } = words.card;
  if (issue.state === 'closed') return ask.nothing;
  const role = team.approver === null ? null : inline(team.approver.role);
  switch (stage) {
    case 'draft':
      return ask.draft(instant(reader, due.draft));
    case 'in-review':
      return ask.review(role, instant(reader, due.review));
    case 'approved':
      return ask.publish(due.publish === null ? null : instant(reader, due.publish));
    case 'published':
      return ask.items(missingToClose(situation).length);
  }
}

function facts(situation: PostMortemSituation): readonly string[] {
  const { postMortem, words, common, reader } = situation;
  const { team, course, gate, text } = postMortem;
  const { card } = words;
  const stale = course.approvals.filter((it) => !course.valid.includes(it));
  return [
    team.owners.length === 0 ? card.noOwner : card.owner(team.owners.map(who).join(common.andThen)),
    ...(team.approver === null ? [] : [card.approval(course.valid.length, team.approvals, inline(team.approver.role))]),
    ...course.valid.map((it) => card.approvedBy(who(it.by), instant(reader, it.at))),
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
          `${card.publishedBy(who(course.published.by), instant(reader, course.published.at))}${course.published.anyway === null ? '' : `, ${card.anyway(inline(course.published.anyway, 200))}`}`,
        ]),
    ...(gate.exception === null ? [] : [card.exception(who(gate.exception.by), instant(reader, gate.exception.at))]),
  ];
}

/** Open ones first. */
function ordered(items: readonly ActionItem[]): readonly ActionItem[] {
  const order = ['open', 'planned', 'done', 'dropped', 'rejected'] as const;
  return [...items].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

const SIGNS = { planned: '⬜', open: '⏳', done: '✅', dropped: '🚫', rejected: '🚫' } as const;

function itemLine(situation: PostMortemSituation, item: ActionItem): string {
  const { postMortem, words, reader, now, common } = situation;
  const { card } = words;
  const { line, issue, state, owner, due, type } = item;
  const waiver = issue === null ? undefined : postMortem.gate.waived.get(issue.number);
  const isLate = due !== null && due < now;
  const states = {
    planned: () => card.states.planned(owner === null ? card.byReview : ''),
    open: () =>
      due === null ? card.states.open : isLate ? card.overdue(dayOf(reader, due)) : card.due(dayOf(reader, due)),
    done: () => card.states.done,
    dropped: () => card.states.dropped,
    rejected: () => card.states.rejected(inline(line?.rejected ?? '', 120)),
  };
  const parts = [
    words.type[type],
    ...(owner === null ? [] : [who(owner)]),
    states[state](),
    ...(line?.repo != null ? [card.elsewhere(inline(line.repo))] : []),
    ...(waiver === undefined ? [] : [card.states.waived(who(waiver.by), inline(waiver.reason, 120))]),
    ...(line === null ? [card.lineGone] : []),
    ...(line?.troubles ?? []).map(({ kind, value }) => card.troubles[kind](inline(value, 40))),
  ];
  const name = issue === null ? inline(item.text, 100) : `#${issue.number} ${inline(item.text, 100)}`;
  return `${SIGNS[state]} ${name}${common.colon}${parts.join(common.andThen)}`;
}
