import { fail, ok, type Check, type Finding } from './check.ts';
import { accessOf } from './workflows.ts';

/** Whether subscribers can be told in Discussions, where the policy wants that: the category is there, and the job of the page may write. */
export const discussionsCheck: Check = async ({ github, policy, workflows, words: { discussions: words } }) => {
  const name = policy?.statusPage?.discussions ?? null;
  if (name === null) return [];
  const jobs = (workflows ?? []).flatMap(({ path, jobs }) => jobs.map((job) => ({ path, job })));
  const lacks = jobs
    .filter(({ job }) => job.command === 'site' && job.permissions !== null && accessOf(job, 'discussions') !== 'write')
    .map(({ path, job }) => fail(words.lacks(path, job.name), words.line(path, job.name)));
  return [await categoryFinding(), ...lacks];

  async function categoryFinding(): Promise<Finding> {
    const names = await github.discussionCategories();
    if (names === null) return fail(words.disabled, words.enable);
    const isThere = names.some((it) => it.toLowerCase() === name!.toLowerCase());
    return isThere ? ok(words.there(name!)) : fail(words.missing(name!, names.join(', ')), words.mend);
  }
};
