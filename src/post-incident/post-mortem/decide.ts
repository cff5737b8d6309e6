import { decideOn, type Decision, type SubjectKind } from '../decide.ts';
import type { Effect } from '../../engine/effect.ts';
import type { Issue } from '../../model/issue.ts';
import { postMortemCardEffect } from './card.ts';
import { readPostMortem, type PostMortem } from './reading.ts';
import { courseRule } from './rules/course.ts';
import { postMortemGateRule } from './rules/gate.ts';
import { itemsRule } from './rules/items.ts';
import { labelsRule } from './rules/labels.ts';
import { ownerRule } from './rules/owner.ts';
import { postMortemRepliesRule } from './rules/replies.ts';
import { postMortemSituationOf, type PostMortemSituationGround, type PostMortemSituation } from './situation.ts';

/** Post-mortems. To add what is asked of one, add its file and a line to the rules. */
const POST_MORTEMS: SubjectKind<PostMortem, PostMortemSituationGround, PostMortemSituation> = {
  read: readPostMortem,
  situationOf: postMortemSituationOf,
  rules: [ownerRule, postMortemRepliesRule, itemsRule, courseRule, postMortemGateRule, labelsRule],
  card: postMortemCardEffect,
  whyDouble: ({ words }) => words.card.edited,
};

/** Decides what a post-mortem needs; null for an issue that is none. */
export function decidePostMortem(
  issue: Issue,
  ground: PostMortemSituationGround,
  refused: readonly Effect[],
): Decision<PostMortem> | null {
  return decideOn(POST_MORTEMS, issue, ground, refused);
}
