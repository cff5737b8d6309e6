import { isMap, isScalar, isSeq, type Document } from 'yaml';
import type { Policy } from '../capabilities/policy.ts';
import { isOurs } from './job-steps.ts';

/** The job that builds the status page, serves it, and tells it to hosted pages. */
export const PAGE_JOB = 'page';

/** The names of the secrets with which hosted pages are written, each once. Nothing else is done with them. */
export function pageSecretsOf({ statusPage }: Pick<Policy, 'statusPage'>): readonly string[] {
  return [...new Set((statusPage?.to.hosted ?? []).map(({ token }) => token))];
}

/** Takes from the example what serves the page on GitHub Pages: its steps, and the rights that they take. */
export function withoutPages(workflow: Document): void {
  const path = ['jobs', PAGE_JOB];
  const steps = workflow.getIn([...path, 'steps']);
  if (isSeq(steps)) steps.items = steps.items.filter(isOurs);
  workflow.deleteIn([...path, 'environment']);
  for (const right of ['pages', 'id-token']) workflow.deleteIn([...path, 'permissions', right]);
  const jobs = workflow.get('jobs');
  const job = isMap(jobs) ? jobs.items.find(({ key }) => isScalar(key) && key.value === PAGE_JOB) : undefined;
  if (isScalar(job?.key))
    job.key.commentBefore =
      ' The status page: told to the hosted pages of the policy when it must show something else.';
}
