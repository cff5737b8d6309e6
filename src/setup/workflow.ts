import { isMap, parseDocument } from 'yaml';
import { POLICY_FILE } from '../policy/file.ts';
import type { Policy } from '../capabilities/policy.ts';
import { jobStepsOf } from './job-steps.ts';
import { PAGE_JOB, pageSecretsOf, withoutPages } from './page-job.ts';
import { EXAMPLE_WORKFLOW } from './workflow-text.ts';

const USUAL_LABEL = 'incident';
/** The job in which people are told. */
const TELLING_JOB = 'incidents';
/** The job that looks whether something is due. */
const WATCHING_JOB = 'watch';
/** What the label of a watched incident is called in the example. */
const USUAL_WATCHED = 'watched';

/**
 * The workflow for a repository: the example, told where the policy is and what incidents are called if that is not as usual, with
 * the secrets that the notifiers, the heartbeat and the hosted pages name, the label of what is watched, neither a watch nor a status page
 * where there is none, and the right to write Discussions only where subscribers are told in them.
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
  const tokens = pageSecretsOf(policy);
  const isServed = policy.statusPage?.to.pages === true;
  const needsNothing = secrets.length + tokens.length === 0 && !hasSubscribers;
  if (isUsual && needsNothing && isWatching && isServed) return example;
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
  } else if (!isServed) withoutPages(workflow);
  if (hasSubscribers) workflow.setIn(['jobs', PAGE_JOB, 'permissions', 'discussions'], 'write');
  if (!isWatching && !hasPage) workflow.deleteIn(['jobs', TELLING_JOB, 'outputs']);
  const needed = new Map([
    [TELLING_JOB, secrets],
    [WATCHING_JOB, answersOf(policy)],
    [PAGE_JOB, tokens],
  ]);
  const jobs = workflow.get('jobs');
  for (const { key, value: job } of isMap(jobs) ? jobs.items : []) {
    for (const step of jobStepsOf(job)) {
      if (policyFile !== POLICY_FILE) step.setIn(['with', 'policy'], policyFile);
      if (incidentLabel !== USUAL_LABEL) step.setIn(['with', 'label'], incidentLabel);
      for (const name of needed.get(String(key)) ?? []) step.setIn(['env', name], `\${{ secrets.${name} }}`);
    }
  }
  return workflow.toString({ lineWidth: 0, singleQuote: true });
}

/** The names of the secrets with which notifiers are asked who has answered, each once. */
function answersOf({ notifiers }: Policy): readonly string[] {
  const asked = notifiers.filter(({ answers }) => answers === true);
  return [...new Set(asked.flatMap(({ secrets }) => Object.values(secrets)))];
}

/** The names of the secrets that the policy needs where people are told, each once. */
export function secretsOf({ notifiers, publicNotifiers, heartbeat }: Policy): readonly string[] {
  const named = [...notifiers, ...publicNotifiers].flatMap(({ secrets }) => Object.values(secrets));
  return [...new Set([...named, ...(heartbeat.url === null ? [] : [heartbeat.url])])];
}
