import type { Effect } from '../../engine/effect.ts';
import type { Issue } from '../../model/issue.ts';
import { itemIntents } from '../action-items/opening.ts';
import { decideOn, type Decision, type Kind } from '../decide.ts';
import { assignFirst } from '../owners.ts';
import { repliesTo } from '../replies.ts';
import { cardEffect } from './card.ts';
import { PROBLEM_COMMANDS } from './commands.ts';
import { hostOf, readProblem, type Ground, type Problem } from './reading.ts';
import { dueRule } from './rules/due.ts';
import { gateRule } from './rules/gate.ts';
import { situationOf, type ProblemRule, type ProblemSituation } from './situation.ts';

const ownerRule: ProblemRule = ({ problem: { issue, origin }, words }) =>
  assignFirst(issue, origin.owner, words.why.owner);

const repliesRule: ProblemRule = ({ problem, policy }) =>
  repliesTo(problem, { policy, commands: PROBLEM_COMMANDS, incident: problem.origin.incident });

const itemsRule: ProblemRule = ({ problem, ...ground }) => itemIntents(hostOf(problem), ground);

/** Problem tickets. To add what is asked of one, add its file and a line to the rules. */
const PROBLEMS: Kind<Problem, Ground, ProblemSituation> = {
  read: readProblem,
  situationOf,
  rules: [ownerRule, repliesRule, itemsRule, dueRule, gateRule],
  card: cardEffect,
  whyDouble: ({ words }) => words.why.edited,
};

/** Decides what a problem ticket needs; null for an issue that is none. */
export function decideProblem(issue: Issue, ground: Ground, refused: readonly Effect[]): Decision<Problem> | null {
  return decideOn(PROBLEMS, issue, ground, refused);
}
