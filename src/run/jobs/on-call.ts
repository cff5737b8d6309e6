import type { Run } from '../context.ts';

/** Publishes on a scheduled run who is on call, and tells those whose shift has begun; from a file of its own, which few runs load. */
export async function publishOnCall(run: Run): Promise<void> {
  const { policy, trigger, report } = run;
  // GitHub was asked to wait where incidents are left: the publication would only be refused as well.
  if (trigger.kind !== 'sweep' || !policy.publishOnCall || report.stop !== null) return;
  await (await import('../on-call/publish.ts')).publish(run);
}
