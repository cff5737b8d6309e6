import { fail, ok, skipped, warn, type Check, type Finding } from './check.ts';
import { accessOf } from './workflows.ts';

/** Whether what the policy wants to know of changes can be read, and rolled back: the rights of the job that asks, and the workflow. */
export const changesCheck: Check = async (ground) => {
  const { github, policy, workflows, words: all } = ground;
  const { changes: words } = all;
  if (!policy?.changes) return [];
  if (workflows === null) return [skipped(all.noWorkflows)];
  const { rollback } = policy.changes;
  const needs = [
    // In a public repository everybody may read them.
    ...((await github.isPrivate())
      ? [['deployments', 'read', warn] as const, ['pull-requests', 'read', warn] as const]
      : []),
    ...(rollback === null ? [] : [['actions', 'write', fail] as const]),
  ];
  const lacks = workflows.flatMap(({ path, jobs }) =>
    jobs
      // The job for pull requests runs the same command, and only reads.
      .filter((job) => job.command === 'run' && job.permissions !== null && accessOf(job, 'issues') === 'write')
      .flatMap((job) =>
        needs
          .filter(([thing, access]) => ![access, 'write'].includes(accessOf(job, thing)))
          .map(([thing, access, find]) => {
            const line = `${thing}: ${access}`;
            const what = thing === 'actions' ? words.noRollback : words.lacks;
            return find(what(path, job.name, line), words.line(path, job.name, line));
          }),
      ),
  );
  return [...(lacks.length > 0 ? lacks : [ok(words.good)]), ...(rollback === null ? [] : await workflowOf(rollback))];

  async function workflowOf(name: string): Promise<readonly Finding[]> {
    const state = await github.workflowState(name);
    if (state === null) return [fail(words.noWorkflow(name), words.mend)];
    return state === 'active' ? [] : [fail(words.disabled(name), `\`gh workflow enable ${name}\``)];
  }
};
