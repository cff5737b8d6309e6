import type { Policy } from '../policy.ts';
import type { TriageRule } from './policy.ts';
import { findCategory } from '../category/track.ts';
import { type Facts } from '../report/facts.ts';
import { contains } from '../../text/compare.ts';
import type { Incident, Proposal } from '../incident.ts';

/** What the facts of a report, and the title of its issue, lead to by the rules of the policy. */
export function propose(policy: Policy, facts: Facts, title: string): Proposal {
  const holding = policy.triage.filter((rule) => holds(rule, facts, title));
  const ranked = holding.find((rule) => rule.priority !== null);
  const sorted = holding.find((rule) => rule.category !== null);
  // What the report itself names comes before what a rule makes of it.
  const named = facts.category === undefined ? null : findCategory(policy, facts.category);
  return {
    priority: ranked ? { priority: ranked.priority!, rule: ranked } : null,
    category: named ?? (sorted ? findCategory(policy, sorted.category!) : null),
    applies: { priority: ranked?.apply ?? false, category: named !== null || (sorted?.apply ?? false) },
    quick: policy.quickPath !== null && holding.some(({ quick }) => quick),
  };
}

/** Whether the priority that the policy proposes is to be set, and has not been: once set, that it was taken off is a decision too. */
export function isAboutToBeRanked({ trusted, kind, proposal, priorities, resolved, ended }: Incident): boolean {
  if (!trusted || kind !== 'incident' || resolved || ended) return false;
  return proposal.priority !== null && proposal.applies.priority && priorities.every(({ assessed }) => !assessed);
}

/**
 * Whether the category that the policy proposes is to be set, and has not been: that somebody took one off is a decision too.
 */
export function isAboutToBeSorted(incident: Incident, { categories }: Pick<Policy, 'categories'>): boolean {
  const { issue, trusted, kind, proposal, categorization, resolved, ended } = incident;
  if (!trusted || kind !== 'incident' || resolved || ended || categorization) return false;
  const wasSet = issue.timeline.some(
    (event) => event.kind === 'unlabeled' && categories.some(({ label }) => label === event.label),
  );
  return proposal.category !== null && proposal.applies.category && !wasSet;
}

function holds({ conditions }: TriageRule, facts: Facts, title: string): boolean {
  return conditions.every(({ subject, anyOf }) => {
    const text = subject === 'title' ? title : facts[subject];
    return text !== undefined && anyOf.some((wanted) => contains(text, wanted));
  });
}
