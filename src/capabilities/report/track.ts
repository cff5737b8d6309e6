import { riseOf } from '../alerts/grade.ts';
import type { AlertLog } from '../alerts/log.ts';
import { kindOf } from '../assistance/kind.ts';
import type { FactName } from '../../model/fact.ts';
import type { Track } from '../track.ts';
import { missingFacts, readFacts, type Facts } from './facts.ts';

interface Result {
  readonly facts: Facts;
  /** Which of the facts that every report must have are not given. */
  readonly missing: readonly FactName[];
}

interface Needs {
  readonly alert: AlertLog | null;
}

/** What is asked of the tracks that follow, when all has been read. */
interface Outcome {
  readonly priority: { readonly periods: readonly { readonly assessed: boolean }[] };
}

/** What the report says; of an alert that has become graver, how severe it is now. */
export const reportTrack: Track<Facts, Result, Needs & Outcome> = {
  start({ issue, knowledge, states }) {
    const facts = readFacts(issue.body, knowledge.headings);
    const severity = riseOf(states.alert?.grades)?.to.severity ?? null;
    return severity === null ? facts : { ...facts, severity };
  },
  result(facts, { issue, policy, states }) {
    const isIncident = states.priority.periods.at(-1)!.assessed || kindOf(issue, policy) === 'incident';
    return { facts, missing: isIncident && !states.alert ? missingFacts(facts) : [] };
  },
};
