import { wantedOf } from '../../capabilities/changes/wanted.ts';
import { neighbourOf } from '../../capabilities/duplicates/neighbours.ts';
import { readIncident } from '../../capabilities/reading.ts';
import { messageOf } from '../../model/error.ts';
import { isOver } from '../budget.ts';
import type { Run } from '../context.ts';
import { settleIncident } from '../incident.ts';

/**
 * Looks, for the incidents that want it, at what is outside of them: what changed before, and rollbacks that were asked for. Only when everybody
 * has been told of everything, so that no page waits for an answer; what there is no time for the next run does.
 */
export async function lookAround(run: Run): Promise<void> {
  const { report, policy } = run;
  if (policy.changes === null || report.stop !== null) return;
  for (const [at, before] of report.settled.entries()) {
    if (isOver(run)) return;
    const { situation } = before;
    if (before.halted || wantedOf({ ...situation, looked: {} }) === null) continue;
    const all = report.settled.map((it) => neighbourOf(it.situation)).sort((a, b) => a.number - b.number);
    const alerts = all.filter(({ alert }) => alert !== null);
    try {
      const reading = readIncident(situation.incident.issue, run);
      const after = await settleIncident(run, reading, { all: () => all, alerts: () => alerts }, { looks: true });
      report.settled[at] = {
        ...after,
        done: [...before.done, ...after.done],
        failures: [...before.failures, ...after.failures],
        standing: [...new Set([...before.standing, ...after.standing])],
        alarms: [...before.alarms, ...after.alarms],
        lostLabels: before.lostLabels,
      };
      if (after.halted) return;
    } catch (error) {
      report.failures.push({ issue: situation.incident.issue.number, message: messageOf(error) });
    }
  }
}
