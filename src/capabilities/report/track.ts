import { kindOf } from '../assistance/kind.ts';
import type { FactName } from '../../model/fact.ts';
import type { Track } from '../track.ts';
import { missingFacts, readFacts, type Facts } from './facts.ts';

interface Result {
  readonly facts: Facts;
  /** Which of the facts that every report must have are not given. */
  readonly missing: readonly FactName[];
}

interface Outcome {
  readonly alert: object | null;
  readonly priority: { readonly periods: readonly { readonly assessed: boolean }[] };
}

/** What the report says. */
export const reportTrack: Track<Facts, Result, Outcome> = {
  start: ({ issue, knowledge }) => readFacts(issue.body, knowledge.headings),
  result(facts, { issue, policy, states }) {
    const isIncident = states.priority.periods.at(-1)!.assessed || kindOf(issue, policy) === 'incident';
    return { facts, missing: isIncident && !states.alert ? missingFacts(facts) : [] };
  },
};
