import type { Rule } from '../plan/situation.ts';

/** A missed deadline stays visible on the issue, whatever happens later. */
export const breach: Rule = ({ incident, clocks, policy, words }) => {
  const missed = clocks.verdicts.find((verdict) => !verdict.met);
  const label = policy.labels.breached;
  return missed && !incident.issue.labels.includes(label)
    ? [
        {
          do: 'add-labels',
          issue: incident.issue.number,
          labels: [label],
          why: words.label.breached(words.clock[missed.clock]),
        },
      ]
    : [];
};
