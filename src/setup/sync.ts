import type { GitHub } from '../github/port.ts';
import { describeChange, planLabels } from './labels.ts';
import type { Policy } from '../capabilities/policy.ts';

/**
 * Brings the labels of a repository up to date, or only says how. Gives a line for each change. A label is never deleted and
 * never gets another name.
 */
export async function syncLabels(
  github: GitHub,
  policy: Policy,
  incidentLabel: string,
  apply: boolean,
): Promise<readonly string[]> {
  const plan = planLabels(policy, incidentLabel, await github.labels());
  if (apply && plan.length > 0) await github.writeLabels(plan.map(({ change }) => change));
  return plan.map(describeChange);
}
