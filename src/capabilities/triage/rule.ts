import { categoryLabels } from '../category/category.ts';
import { isAboutToBeSorted, pendingPriority } from './pending.ts';
import { because } from '../receipt/text.ts';
import type { Intent, Rule } from '../situation.ts';

/**
 * What the policy makes of the facts is set where it says so and whoever reports may have a say; otherwise it is only proposed. A
 * stranger pages nobody by filling in a form.
 */
export const triageRule: Rule = (situation) => {
  const { incident, policy, words } = situation;
  const {
    issue,
    triage: { proposal },
  } = incident;
  const intents: Intent[] = [];
  const { priority, category } = proposal;
  const pending = pendingPriority(incident);
  if (pending !== null) {
    const isRule = priority?.priority === pending;
    const why = isRule ? words.triage.why(because(situation, priority.rule)) : words.graver.why;
    intents.push({ do: 'add-labels', issue: issue.number, labels: [policy.priorities[pending].label], why });
  }
  if (category && isAboutToBeSorted(incident, policy)) {
    intents.push({
      do: 'add-labels',
      issue: issue.number,
      labels: categoryLabels(category),
      why: words.triage.whyCategory,
    });
  }
  return intents;
};
