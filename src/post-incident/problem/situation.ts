import { wordsOf, type Words } from '../../capabilities/words.ts';
import type { Intent } from '../../capabilities/situation.ts';
import type { Reader } from '../../text/time.ts';
import type { ProblemGround, Problem } from './reading.ts';
import { problemWordsOf, type ProblemWords } from './words.ts';

/** All that a rule about a problem ticket may look at. */
export interface ProblemSituation extends ProblemGround {
  readonly reader: Reader;
  readonly problem: Problem;
  readonly words: ProblemWords;
  /** What is said of incidents, which some of it is. */
  readonly common: Words;
}

/** One behaviour of problem tickets: what must happen, given how one stands. It performs nothing. */
export type ProblemRule = (situation: ProblemSituation) => readonly Intent[];

export function problemSituationOf(problem: Problem, ground: ProblemGround): ProblemSituation {
  const { policy, now } = ground;
  return {
    ...ground,
    problem,
    reader: { language: policy.language, zone: policy.zone, today: now },
    words: problemWordsOf(policy.language),
    common: wordsOf(policy.language),
  };
}
