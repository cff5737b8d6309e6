import { once } from '../../model/once.ts';
import type { Run } from '../context.ts';

/** From a file of its own, which few runs load. */
const load = once(() => import('../on-call/publish.ts'));

/** Publishes on a scheduled run who is on call, and tells those whose shift has begun. */
export async function publishOnCall(run: Run): Promise<void> {
  const { policy, trigger, report } = run;
  // GitHub was asked to wait where incidents are left: the publication would only be refused as well.
  if (trigger.kind !== 'sweep' || !policy.publishOnCall || report.stop !== null) return;
  await (await load()).publishShifts(run);
}
