import type { Effect } from '../../engine/effect.ts';
import type { Issue } from '../../model/issue.ts';
import { itemIntents } from '../action-items/opening.ts';
import { decideOn, type Decision, type SubjectKind } from '../decide.ts';
import { assignFirst } from '../owners.ts';
import { repliesTo } from '../replies.ts';
import { problemCardEffect } from './card.ts';
import { PROBLEM_COMMANDS } from './commands.ts';
import { problemHostOf, readProblem, type ProblemGround, type Problem } from './reading.ts';
import { dueRule } from './rules/due.ts';
import { problemGateRule } from './rules/gate.ts';
import { problemSituationOf, type ProblemRule, type ProblemSituation } from './situation.ts';

const ownerRule: ProblemRule = ({ problem: { issue, origin }, words }) =>
  assignFirst(issue, origin.owner, words.why.owner);

const repliesRule: ProblemRule = ({ problem, policy }) =>
  repliesTo(problem, { policy, commands: PROBLEM_COMMANDS, incident: problem.origin.incident });

const itemsRule: ProblemRule = ({ problem, ...ground }) => itemIntents(problemHostOf(problem), ground);

/** Problem tickets. To add what is asked of one, add its file and a line to the rules. */
const PROBLEMS: SubjectKind<Problem, ProblemGround, ProblemSituation> = {
  read: readProblem,
  situationOf: problemSituationOf,
  rules: [ownerRule, repliesRule, itemsRule, dueRule, problemGateRule],
  card: problemCardEffect,
  whyDouble: ({ words }) => words.why.edited,
};

/** Decides what a problem ticket needs; null for an issue that is none. */
export function decideProblem(
  issue: Issue,
  ground: ProblemGround,
  refused: readonly Effect[],
): Decision<Problem> | null {
  return decideOn(PROBLEMS, issue, ground, refused);
}
