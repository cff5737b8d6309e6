import { notRefused, type Effect } from '../../engine/effect.ts';
import type { Intent, Notice } from '../../capabilities/situation.ts';
import type { Issue } from '../../model/issue.ts';
import { noticeBody } from '../notice.ts';
import { cardEffect } from './card.ts';
import { readPostMortem, type PostMortem } from './reading.ts';
import { courseRule } from './rules/course.ts';
import { gateRule } from './rules/gate.ts';
import { itemsRule } from './rules/items.ts';
import { labelsRule } from './rules/labels.ts';
import { ownerRule } from './rules/owner.ts';
import { repliesRule } from './rules/replies.ts';
import { situationOf, type Ground, type PostMortemRule } from './situation.ts';

/** What is asked of a post-mortem, in the order in which it is carried out. To add one, add its file and a line. */
const RULES: readonly PostMortemRule[] = [ownerRule, repliesRule, itemsRule, courseRule, gateRule, labelsRule];

/** What is to be done about a post-mortem, or what must be known before that can be said. */
export interface PostMortemDecision {
  /** In their order; empty when nothing is left. */
  readonly effects: readonly Effect[];
  readonly unknown: readonly string[];
  readonly wantsEditors: boolean;
  readonly postMortem: PostMortem;
}

/**
 * Decides what a post-mortem needs; null for an issue that is none. Pure, and settled by repetition: what may happen once only is told
 * first, and recorded on the card in the next round, when it is certain. `refused` are effects that GitHub would not carry out.
 */
export function decidePostMortem(issue: Issue, ground: Ground, refused: readonly Effect[]): PostMortemDecision | null {
  const reading = readPostMortem(issue, ground);
  if (reading === null) return null;
  const { postMortem, unknown, wantsEditors } = reading;
  const asked = { unknown, wantsEditors, postMortem };
  // Without them nothing can be said of an approval that would be true later.
  if (wantsEditors) return { ...asked, effects: [] };
  const situation = situationOf(postMortem, ground);
  const intents = RULES.flatMap((rule) => rule(situation)).filter((it) => isNew(it, postMortem));
  const notices = intents.filter((it): it is Notice => it.do === 'tell');
  const others = notRefused(
    intents.filter((it): it is Effect => it.do !== 'tell'),
    refused,
  );
  const isMute = refused.some(({ do: kind }) => kind === 'comment');
  const comments = isMute ? [] : byReader(notices).map((some) => commentOf(issue, ground, situation.reader, some));
  const pending = comments.length > 0 || others.some(({ do: kind }) => kind === 'open-issue');
  const card = notRefused(cardEffect(situation, pending), refused);
  // A reaction goes with the record that it was given, so that it is neither lost nor asked for twice.
  const recorded = !pending && card.length > 0;
  const effects = others.filter(({ do: kind }) => recorded || kind !== 'react');
  // The card heads the conversation; what two runs wrote of it is one too many.
  const doubles = postMortem.own.duplicates.map(
    ({ id }) => ({ do: 'delete-comment', issue: issue.number, comment: id, why: situation.words.card.edited }) as const,
  );
  const write = postMortem.own.card ? [...comments, ...effects, ...card] : [...card, ...comments, ...effects];
  return { ...asked, effects: [...write, ...notRefused(doubles, refused)] };
}

function isNew(intent: Intent, { record }: PostMortem): boolean {
  return intent.do !== 'tell' || !intent.keys.every((key) => Object.hasOwn(record.done, key));
}

/** Replies go to whoever wrote; what the post-mortem asks is one comment. */
function byReader(notices: readonly Notice[]): readonly (readonly Notice[])[] {
  const replies = notices.filter(({ audience }) => audience === 'author').map((it) => [it]);
  const others = notices.filter(({ audience }) => audience !== 'author');
  return others.length === 0 ? replies : [...replies, others];
}

function commentOf(
  { number }: Issue,
  { now }: Ground,
  reader: Parameters<typeof noticeBody>[0]['reader'],
  notices: readonly Notice[],
): Effect {
  return {
    do: 'comment',
    issue: number,
    body: noticeBody({ issue: number, now, reader }, notices),
    keys: notices.flatMap(({ keys }) => keys),
    to: [...new Set(notices.flatMap(({ to }) => to))],
    why: notices.map(({ why }) => why).join('; '),
  };
}
