import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { POLICY_FILE } from '../policy/file.ts';
import type { Policy } from '../capabilities/policy.ts';
import { EXAMPLE_WORKFLOW } from './workflow-text.ts';

const USUAL_LABEL = 'incident';
/** The job in which people are told. */
const TELLING_JOB = 'incidents';
/** The job that looks whether something is due. */
const WATCHING_JOB = 'watch';
/** The job that builds and serves the status page. */
const PAGE_JOB = 'page';
/** What the label of a watched incident is called in the example. */
const USUAL_WATCHED = 'watched';

/**
 * The workflow for a repository: the example, told where the policy is and what incidents are called if that is not as usual, with
 * the secrets that the notifiers and the heartbeat name, the label of what is watched, neither a watch nor a status page where there is none,
 * and the right to write Discussions only where subscribers are told in them.
 */
export function workflowFor(policy: Policy, policyFile: string, incidentLabel: string): string {
  // The first comment tells people how to come by the file.
  const example = EXAMPLE_WORKFLOW.replace(/^(?:#.*\n)+/, '');
  const secrets = secretsOf(policy);
  const isWatching = policy.watch.for.length > 0;
  const isUsual =
    policyFile === POLICY_FILE && incidentLabel === USUAL_LABEL && policy.labels.watched === USUAL_WATCHED;
  const hasPage = policy.statusPage !== null;
  const hasSubscribers = (policy.statusPage?.discussions ?? null) !== null;
  if (isUsual && secrets.length === 0 && isWatching && hasPage && !hasSubscribers) return example;
  const workflow = parseDocument(example);
  if (policyFile !== POLICY_FILE) workflow.setIn(['on', 'pull_request', 'paths'], [policyFile]);
  const condition = ['jobs', TELLING_JOB, 'if'];
  // Two quotes are one within a text of GitHub's expressions.
  const watched = `'${policy.labels.watched.replaceAll("'", "''")}'`;
  workflow.setIn(
    condition,
    String(workflow.getIn(condition)).replace(`'${USUAL_WATCHED}'`, () => watched),
  );
  if (!isWatching) {
    workflow.deleteIn(['jobs', WATCHING_JOB]);
    workflow.deleteIn(['jobs', TELLING_JOB, 'outputs', WATCHING_JOB]);
    if (policy.heartbeat.sweepWithin === null) workflow.deleteIn(['jobs', TELLING_JOB, 'permissions', 'actions']);
  }
  if (!hasPage) {
    workflow.deleteIn(['jobs', PAGE_JOB]);
    workflow.deleteIn(['jobs', TELLING_JOB, 'outputs', PAGE_JOB]);
  }
  if (hasSubscribers) workflow.setIn(['jobs', PAGE_JOB, 'permissions', 'discussions'], 'write');
  if (!isWatching && !hasPage) workflow.deleteIn(['jobs', TELLING_JOB, 'outputs']);
  const jobs = workflow.get('jobs');
  for (const { key, value: job } of isMap(jobs) ? jobs.items : []) {
    for (const step of stepsOf(job)) {
      if (policyFile !== POLICY_FILE) step.setIn(['with', 'policy'], policyFile);
      if (incidentLabel !== USUAL_LABEL) step.setIn(['with', 'label'], incidentLabel);
      const needed = String(key) === TELLING_JOB ? secrets : String(key) === WATCHING_JOB ? answersOf(policy) : [];
      for (const name of needed) step.setIn(['env', name], `\${{ secrets.${name} }}`);
    }
  }
  return workflow.toString({ lineWidth: 0, singleQuote: true });
}

/** The names of the secrets with which notifiers are asked who has answered, each once. */
function answersOf({ notifiers }: Policy): readonly string[] {
  const asked = notifiers.filter(({ answers }) => answers === true);
  return [...new Set(asked.flatMap(({ secrets }) => Object.values(secrets)))];
}

/** The names of the secrets that the policy needs, each once. */
export function secretsOf({ notifiers, publicNotifiers, heartbeat }: Policy): readonly string[] {
  const named = [...notifiers, ...publicNotifiers].flatMap(({ secrets }) => Object.values(secrets));
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
