import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { POLICY_FILE } from '../policy/file.ts';
import type { Policy } from '../capabilities/policy.ts';
import { EXAMPLE_WORKFLOW } from './workflow-text.ts';

const USUAL_LABEL = 'incident';
/** The job in which people are told. */
const TELLING_JOB = 'incidents';

/**
 * The workflow for a repository: the example, told where the policy is and what incidents are called if that is not as usual, with
 * the secrets that the notifiers and the heartbeat name, and the permission to see when the schedule last ran if that is watched.
 */
export function workflowFor(policy: Policy, policyFile: string, incidentLabel: string): string {
  // The first comment tells people how to come by the file.
  const example = EXAMPLE_WORKFLOW.replace(/^(?:#.*\n)+/, '');
  const secrets = secretsOf(policy);
  const isUsual = policyFile === POLICY_FILE && incidentLabel === USUAL_LABEL;
  if (isUsual && secrets.length === 0 && policy.heartbeat.sweepWithin === null) return example;
  const workflow = parseDocument(example);
  if (policyFile !== POLICY_FILE) workflow.setIn(['on', 'pull_request', 'paths'], [policyFile]);
  if (policy.heartbeat.sweepWithin !== null) workflow.setIn(['jobs', TELLING_JOB, 'permissions', 'actions'], 'read');
  const jobs = workflow.get('jobs');
  for (const { key, value: job } of isMap(jobs) ? jobs.items : []) {
    for (const step of stepsOf(job)) {
      if (policyFile !== POLICY_FILE) step.setIn(['with', 'policy'], policyFile);
      if (incidentLabel !== USUAL_LABEL) step.setIn(['with', 'label'], incidentLabel);
      if (String(key) !== TELLING_JOB) continue;
      for (const name of secrets) step.setIn(['env', name], `\${{ secrets.${name} }}`);
    }
  }
  return workflow.toString({ lineWidth: 0, singleQuote: true });
}

/** The names of the secrets that the policy needs, each once. */
export function secretsOf({ notifiers, heartbeat }: Policy): readonly string[] {
  const named = notifiers.flatMap(({ secrets }) => Object.values(secrets));
  return [...new Set([...named, ...(heartbeat.url === null ? [] : [heartbeat.url])])];
}

/** The steps of a job that run Tocsin. */
function stepsOf(job: unknown): readonly YAMLMap[] {
  const steps = isMap(job) ? job.get('steps') : null;
  return (isSeq(steps) ? steps.items : []).filter((step) => {
    const uses = isMap(step) ? step.get('uses', true) : null;
    return isScalar(uses) && String(uses.value).startsWith('tocsin/tocsin@');
  }) as YAMLMap[];
}
