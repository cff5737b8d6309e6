import { CLOCK_TABLE } from '../clocks/table.ts';
import type { Rule } from '../situation.ts';

/** A missed deadline stays visible on the issue, whatever happens later; so nothing is said before it is sure. */
export const breachRule: Rule = ({ incident, clocks, policy, words }) => {
  const missed = clocks.verdicts.find(
    (verdict) => !verdict.met && verdict.unsure !== true && CLOCK_TABLE[verdict.clock].promises,
  );
  const label = policy.labels.breached;
  return missed && !incident.issue.labels.includes(label)
    ? [
        {
          do: 'add-labels',
          issue: incident.issue.number,
          labels: [label],
          why: words.label.breached(words.clock[missed.clock].name),
        },
      ]
    : [];
};
