import type { Policy } from '../capabilities/policy.ts';
import { initWords } from './init-words.ts';
import { secretsOf } from './workflow.ts';

/** The three things to do once the files are there, numbered. */
export function nextSteps(
  policy: Policy,
  { policyFile, incidentLabel }: { readonly policyFile: string; readonly incidentLabel: string },
): readonly string[] {
  const { next } = initWords(policy.language);
  const secrets = secretsOf(policy);
  const second =
    secrets.length > 0
      ? next.secrets(secrets.map((name) => `gh secret set ${name}`).join(' && '))
      : policy.roles.size === 0
        ? next.people(policyFile)
        : next.check;
  const steps = [next.push, second, next.labels(incidentLabel, policy.priorities.P0.label)];
  return ['', next.heading, ...steps.map((step, i) => `  ${i + 1}. ${step}`)];
}
