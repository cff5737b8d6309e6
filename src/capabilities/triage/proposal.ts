import type { Priority } from '../../model/priority.ts';
import type { Policy } from '../policy.ts';
import { flagsBy, type Flags } from './flags.ts';
import type { TriageRule } from './policy.ts';
import { findCategory, type FoundCategory } from '../category/category.ts';
import type { Category } from '../category/policy.ts';
import type { Facts } from '../report/facts.ts';
import { contains } from '../../text/compare.ts';

/** What the policy makes of a report, with the confidential category that it counts as. */
export interface Reported extends Proposal {
  readonly confidential: Category | null;
}

/** What the rules of triage make of the facts. */
export interface Proposal extends Flags {
  /** With the rule that led to it. */
  readonly priority: { readonly priority: Priority; readonly rule: TriageRule } | null;
  readonly category: FoundCategory | null;
  /** What is to be set and not only proposed, if whoever reports may have a say. */
  readonly applies: { readonly priority: boolean; readonly category: boolean };
}

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
    ...flagsBy((name) => holding.some((rule) => rule[name])),
  };
}

function holds({ conditions }: TriageRule, facts: Facts, title: string): boolean {
  return conditions.every(({ subject, anyOf }) => {
    const text = subject === 'title' ? title : facts[subject];
    return text !== undefined && anyOf.some((wanted) => contains(text, wanted));
  });
}
