import { decideOn, type Decision, type Kind } from '../decide.ts';
import type { Effect } from '../../engine/effect.ts';
import type { Issue } from '../../model/issue.ts';
import { cardEffect } from './card.ts';
import { readPostMortem, type PostMortem } from './reading.ts';
import { courseRule } from './rules/course.ts';
import { gateRule } from './rules/gate.ts';
import { itemsRule } from './rules/items.ts';
import { labelsRule } from './rules/labels.ts';
import { ownerRule } from './rules/owner.ts';
import { repliesRule } from './rules/replies.ts';
import { situationOf, type Ground, type PostMortemSituation } from './situation.ts';

/** Post-mortems. To add what is asked of one, add its file and a line to the rules. */
const POST_MORTEMS: Kind<PostMortem, Ground, PostMortemSituation> = {
  read: readPostMortem,
  situationOf,
  rules: [ownerRule, repliesRule, itemsRule, courseRule, gateRule, labelsRule],
  card: cardEffect,
  whyDouble: ({ words }) => words.card.edited,
};

/** Decides what a post-mortem needs; null for an issue that is none. */
export function decidePostMortem(
  issue: Issue,
  ground: Ground,
  refused: readonly Effect[],
): Decision<PostMortem> | null {
  return decideOn(POST_MORTEMS, issue, ground, refused);
}
