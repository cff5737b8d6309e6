import { ledgerOf } from '../../capabilities/reports/ledger.ts';
import { monthAt } from '../../figures/months.ts';
import { localHour } from '../../text/time.ts';
import type { Run } from '../context.ts';

/** Sees to it, on scheduled runs, that the month has its report, from a file of its own, which is loaded when anything may be due of it. */
export async function reportMonth(run: Run): Promise<void> {
  const { policy, trigger, report, inForce } = { ...run, inForce: run.report.inForce };
  if (trigger.kind !== 'sweep' || !policy.reports?.monthly || inForce?.instead) return;
  // Figures without all incidents would be wrong.
  if (report.stop !== null || report.left.length > 0 || isWritten(run)) return;
  await (await import('../reports/keep.ts')).keepReports(run);
}

/** Whether there is no other report than that of this month, and it was written today. */
function isWritten({ policy, now, reports }: Run): boolean {
  const [written, ...others] = reports.map(ledgerOf);
  if (!written || others.length > 0 || written.isFrozen || written.isPartial) return false;
  return written.month === monthAt(policy.zone, now) && written.day === localHour(policy, now).date;
}
