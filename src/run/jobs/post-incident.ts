import type { Job, Run } from '../context.ts';

/** What comes after incidents is in a file of its own, which no run loads that has nothing of it. */
const load = () => import('../post-incident/post-mortems.ts');

/** Lets a job know how the post-mortems stand: the clocks of their incidents depend on it. */
export function knowingPostMortems(job: Job): Job {
  return async (run) => {
    if (run.postIncident.length === 0) return job(run);
    const { standingsOf } = await load();
    const postMortems = await standingsOf(run);
    return job({ ...run, knowledge: { ...run.knowledge, postMortems } });
  };
}

/** Does what is due about post-mortems: replies, approvals, action items, publication. */
export async function followPostMortems(run: Run): Promise<void> {
  if (run.postIncident.length === 0) return;
  const { settlePostMortems } = await load();
  await settlePostMortems(run);
}
