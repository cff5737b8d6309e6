import { openItems } from '../../action-items/card.ts';
import { gateIntents } from '../../gate.ts';
import { subjectWordsOf } from '../../words.ts';
import { problemHostOf } from '../reading.ts';
import type { ProblemRule, ProblemSituation } from '../situation.ts';

/** What it lacks to be closed, a line each. */
export function missingOfProblem(situation: ProblemSituation): readonly string[] {
  const { problem, words } = situation;
  const { missing } = words.tell;
  return [
    ...(problem.course.rootCause === null ? [missing.rootCause] : []),
    ...(problem.course.plan === null ? [missing.plan] : []),
    ...openItems(problemHostOf(problem), situation),
  ];
}

/** What is closed before it is solved is opened again, once; what is planned closes with the last of its action items. */
export const problemGateRule: ProblemRule = (situation) => {
  const { problem, words, now, policy } = situation;
  return gateIntents({
    issue: problem.issue,
    gate: problem.gate,
    now,
    missing: missingOfProblem(situation),
    closes: true,
    owners: problem.course.owners,
    words: {
      ask: words.tell.gate,
      how: subjectWordsOf(policy.language).tell.gateHow,
      reopened: words.why.gate,
      done: words.why.done,
    },
  });
};
