import type { ClockName } from '../clocks/table.ts';
import type { Rule } from '../situation.ts';

/** What users are promised. The other clocks only drive those who work on it. */
const PROMISES: readonly ClockName[] = ['acknowledge', 'workaround', 'restore', 'resolve'];

/** A missed deadline stays visible on the issue, whatever happens later. */
export const breach: Rule = ({ incident, clocks, policy, words }) => {
  const missed = clocks.verdicts.find((verdict) => !verdict.met && PROMISES.includes(verdict.clock));
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
