import { labelClash, labelsOf, planLabels } from '../labels.ts';
import { fail, ok, warn, withPolicy } from './check.ts';

/** The most labels that are named. */
const SHOWN = 10;

/** Whether the repository has the labels of the policy. How they look is nobody's business here. */
export const labelsCheck = withPolicy(async ({ github, policy, incidentLabel, words: { labels: words } }) => {
  const clash = labelClash(policy, incidentLabel);
  if (clash !== null) return [fail(clash, null)];
  const missing = planLabels(policy, incidentLabel, await github.labels()).filter(({ before }) => before === null);
  if (missing.length === 0) return [ok(words.all(labelsOf(policy, incidentLabel).length))];
  const names = missing.slice(0, SHOWN).map(({ change }) => `\`${change.name}\``);
  const list = [...names, ...(missing.length > SHOWN ? ['…'] : [])].join(', ');
  return [warn(words.missing(missing.length, list), words.sync)];
});
