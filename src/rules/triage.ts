import { categoryLabels } from '../incident/categories.ts';
import { isAboutToBeRanked } from '../incident/triage.ts';
import { because } from '../messages/receipt.ts';
import type { Intent, Rule } from '../plan/situation.ts';

/**
 * What the policy makes of the facts is set where it says so and whoever reports may have a say; otherwise it is only proposed. A
 * stranger pages nobody by filling in a form.
 */
export const triage: Rule = (situation) => {
  const { incident, policy, words } = situation;
  const { issue, proposal, trusted } = incident;
  if (!trusted || incident.kind !== 'incident' || incident.resolved || incident.ended) return [];
  const intents: Intent[] = [];
  const { priority, category, applies } = proposal;
  if (priority && isAboutToBeRanked(incident)) {
    const why = words.triage.why(because(situation, priority.rule));
    intents.push({ do: 'add-labels', issue: issue.number, labels: [policy.priorities[priority.priority].label], why });
  }
  const wasSet = issue.timeline.some(
    (event) => event.kind === 'unlabeled' && policy.categories.some(({ label }) => label === event.label),
  );
  if (category && applies.category && !incident.categorization && !wasSet) {
    intents.push({
      do: 'add-labels',
      issue: issue.number,
      labels: categoryLabels(category),
      why: words.triage.whyCategory,
    });
  }
  return intents;
};
