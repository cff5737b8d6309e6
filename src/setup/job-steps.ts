import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';

/** Whether a step of a workflow runs Tocsin. */
export function isOurs(step: unknown): boolean {
  const uses = isMap(step) ? step.get('uses', true) : null;
  return isScalar(uses) && String(uses.value).startsWith('tocsin/tocsin@');
}

/** The steps of a job that run Tocsin. */
export function jobStepsOf(job: unknown): readonly YAMLMap[] {
  const steps = isMap(job) ? job.get('steps') : null;
  return (isSeq(steps) ? steps.items : []).filter(isOurs) as YAMLMap[];
}
