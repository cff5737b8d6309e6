import type { Job, Run } from '../context.ts';

/** What comes after incidents is in a file of its own, which no run loads that has nothing of it. */
const load = () => import('../post-incident/follow.ts');

/** Lets a job know how the post-mortems stand: the clocks of their incidents depend on it. */
export function knowingPostMortems(job: Job): Job {
  return async (run) => {
    if (run.postIncident.length === 0) return job(run);
    const { standingsOf } = await load();
    const postMortems = await standingsOf(run);
    return job({ ...run, knowledge: { ...run.knowledge, postMortems } });
  };
}

/** Does what is due about what follows incidents: replies, approvals, action items, publication. */
export async function followUp(run: Run): Promise<void> {
  if (run.postIncident.length === 0) return;
  const { follow } = await load();
  await follow(run);
}
