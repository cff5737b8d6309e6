import { once } from '../../model/once.ts';
import type { Run } from '../context.ts';

/** The page is in a file of its own, which no run loads where there is none. */
const load = once(() => import('../site/build.ts'));

/** Builds the status page, and writes it nowhere: that is for whoever has the report. */
export async function buildSite(run: Run): Promise<void> {
  await (await load()).build(run);
}

/** Says on the report whether the status page must be built again. */
export async function notePage(run: Run): Promise<void> {
  if (run.policy.statusPage === null || run.inputs.dryRun) return;
  await (await load()).comparePage(run);
}
