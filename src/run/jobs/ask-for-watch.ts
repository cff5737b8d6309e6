import type { Run } from '../context.ts';
import { firstDue } from '../watch/due.ts';
import { watchUnderWay } from '../watch/under-way.ts';

/** So many incidents are looked at for something that is due soon, those that were dealt with first. */
const MOST_LOOKED_AT = 100;

/** Says on the report whether a watch is to begin: something that is watched is due soon, and no watch is under way. */
export async function askForWatch(run: Run): Promise<void> {
  const { inputs, policy, repository, report, watchedUntil, github, now } = run;
  const mayWatch = !repository.isPrivate || policy.watch.privateMinutes > 0;
  if (inputs.dryRun || inputs.workflow === null || watchedUntil !== null || !mayWatch) return;
  // In a wide outage one of the most urgent will do.
  const issues = report.settled.slice(0, MOST_LOOKED_AT).map(({ situation }) => situation.incident.issue);
  if ((await firstDue(run, issues, { asks: false })) === null) return;
  // Where it cannot be seen, the job that would start one looks itself.
  const until = await watchUnderWay(github, inputs.workflow, policy, now).catch(() => null);
  report.isWatchDue = until === null;
}
