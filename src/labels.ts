import type { LabelLooks } from './github/port.ts';
import { wordsOf } from './messages/words.ts';
import { knownLabels } from './incident/spelling.ts';
import { PRIORITIES, type Policy } from './policy/policy.ts';

const COLORS = { P0: 'b60205', P1: 'd93f0b', P2: 'fbca04', P3: '0e8a16' } as const;

/**
 * What is wrong if the incident label, an input, is also the name of another label of the policy; otherwise null. The policy
 * cannot be checked for that by itself.
 */
export function labelClash(policy: Policy, incidentLabel: string): string | null {
  const [, ...others] = knownLabels(policy, incidentLabel);
  const clash = others.find((label) => label.toLowerCase() === incidentLabel.toLowerCase());
  return clash === undefined
    ? null
    : `The input \`label\` is "${incidentLabel}", which the policy uses for something else: give one of them another name.`;
}

/** How the labels of a policy look when they must be created; colours as six hex digits. */
export function labelLooks(policy: Policy, incidentLabel: string): LabelLooks {
  const { descriptions } = wordsOf(policy.language).label;
  const { labels, priorities } = policy;
  const looks = new Map([
    [incidentLabel, { color: '5319e7', description: descriptions.incident }],
    [labels.needsAssessment, { color: 'd4c5f9', description: descriptions.needsAssessment }],
    [labels.mitigated, { color: 'bfd4f2', description: descriptions.mitigated }],
    [labels.resolved, { color: 'c2e0c6', description: descriptions.resolved }],
    [labels.breached, { color: 'e11d21', description: descriptions.breached }],
    [labels.postMortem, { color: '1d76db', description: descriptions.postMortem }],
    ...PRIORITIES.map(
      (it) => [priorities[it].label, { color: COLORS[it], description: descriptions.priority }] as const,
    ),
  ]);
  return (label) => looks.get(label) ?? { color: 'ededed', description: '' };
}
