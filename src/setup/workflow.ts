import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { POLICY_FILE } from '../policy/file.ts';
import { EXAMPLE_WORKFLOW } from './workflow-text.ts';

const USUAL_LABEL = 'incident';

/** The workflow for a repository: the example, told where the policy is and what incidents are called if that is not as usual. */
export function workflowFor(policyFile: string, incidentLabel: string): string {
  // The first comment tells people how to come by the file.
  const example = EXAMPLE_WORKFLOW.replace(/^(?:#.*\n)+/, '');
  if (policyFile === POLICY_FILE && incidentLabel === USUAL_LABEL) return example;
  const workflow = parseDocument(example);
  workflow.setIn(['on', 'pull_request', 'paths', 0], policyFile);
  const jobs = workflow.get('jobs');
  for (const { value: job } of isMap(jobs) ? jobs.items : []) {
    const steps = isMap(job) ? job.get('steps') : null;
    for (const step of isSeq(steps) ? steps.items : []) {
      if (!isMap(step)) continue;
      const uses = step.get('uses', true);
      if (!isScalar(uses) || !String(uses.value).startsWith('tocsin/tocsin@')) continue;
      if (policyFile !== POLICY_FILE) step.setIn(['with', 'policy'], policyFile);
      if (incidentLabel !== USUAL_LABEL) step.setIn(['with', 'label'], incidentLabel);
    }
  }
  return workflow.toString({ lineWidth: 0, singleQuote: true });
}
