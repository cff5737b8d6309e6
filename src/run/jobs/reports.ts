import { reportLedgerOf } from '../../capabilities/reports/ledger.ts';
import { weekDue } from '../../capabilities/reports/week.ts';
import { monthAt } from '../../figures/months.ts';
import { once } from '../../model/once.ts';
import { localHour } from '../../text/time.ts';
import type { Run } from '../context.ts';

/** From a file of its own, which no run loads that has nothing of it. */
const load = once(() => import('../reports/reports.ts'));

/** Makes a report that is asked for, and writes it nowhere: that is for whoever has the report of the run. */
export async function makeFigures(run: Run): Promise<void> {
  await (await load()).makeReport(run);
}

/** Sees to it, on scheduled runs, that the month has its report. */
export async function reportMonth(run: Run): Promise<void> {
  const { policy, trigger, report, inForce } = { ...run, inForce: run.report.inForce };
  if (trigger.kind !== 'sweep' || !policy.reports?.monthly || inForce?.instead) return;
  // Figures without all incidents would be wrong.
  if (report.stop !== null || report.left.length > 0 || isWritten(run)) return;
  await (await load()).keepReports(run);
}

/** Whether there is no other report than that of this month, it was written today, and has told the week. */
function isWritten(run: Run): boolean {
  const { policy, now, reports } = run;
  if (weekDue(run, reports) !== null) return false;
  const [written, ...others] = reports.map(reportLedgerOf);
  if (!written || others.length > 0 || written.isFrozen || written.isPartial) return false;
  return written.month === monthAt(policy.zone, now) && written.day === localHour(policy, now).date;
}
