import { meetingAfter } from '../../capabilities/review/meetings.ts';
import type { Run } from '../context.ts';

/** Sees to it, on scheduled runs, that a meeting that is near has its agenda. */
export async function prepareReview(run: Run): Promise<void> {
  const { policy, now, trigger, report } = run;
  // GitHub was asked to wait where incidents are left: an agenda would only be refused as well.
  if (trigger.kind !== 'sweep' || policy.review === null || report.stop !== null) return;
  const meeting = meetingAfter(policy.review.rhythm, now);
  if (now < meeting.opens) return;
  const { prepareAgenda } = await import('../post-incident/follow.ts');
  await prepareAgenda(run, meeting);
}
