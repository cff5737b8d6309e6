import { pageSecretsOf } from '../page-job.ts';
import { secretsOf } from '../workflow.ts';
import { fail, ok, warn, withPolicy, type Finding, type DoctorGround } from './check.ts';

/**
 * Whether the secrets that the policy names reach the job. In a job its own variables tell; in a terminal the workflow does, which says
 * what is handed over and not whether it has a value.
 */
export const secretsCheck = withPolicy((ground) => {
  const names = secretsOf(ground.policy);
  const tokens = pageSecretsOf(ground.policy);
  if (names.length + tokens.length === 0) return Promise.resolve([ok(ground.words.secrets.none)]);
  return Promise.resolve([
    ...names.map((name) => look(ground, name)),
    ...tokens.map((name) => lookAtPageJob(ground, name)),
  ]);
});

/** A token of a hosted page belongs to the job that writes there, and to no other. */
function lookAtPageJob({ workflows, words: { secrets: words } }: DoctorGround, name: string): Finding {
  const jobs = (workflows ?? []).flatMap((it) => it.jobs);
  const isHanded = jobs.some(({ command, variables }) => command === 'site' && variables.has(name));
  return isHanded ? ok(words.toPage(name)) : fail(words.lacks(name), words.line(`${name}: \${{ secrets.${name} }}`));
}

function look({ variables, workflows, words: { secrets: words } }: DoctorGround, name: string): Finding {
  if (variables?.has(name)) return ok(words.there(name));
  const jobs = (workflows ?? []).flatMap((it) => it.jobs);
  const handed = jobs.filter((job) => job.variables.has(name));
  if (handed.length === 0) return fail(words.lacks(name), words.line(`${name}: \${{ secrets.${name} }}`));
  if (variables === null) return ok(words.handed(name));
  return handed.some(({ command }) => command === 'doctor')
    ? fail(words.empty(name), words.create(name))
    : warn(words.elsewhere(name), words.line(`${name}: \${{ secrets.${name} }}`));
}
