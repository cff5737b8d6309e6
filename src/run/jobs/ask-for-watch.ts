import type { Run } from '../context.ts';
import { isAnyDue } from '../watch/due.ts';
import { waitsUntil } from '../watch/waiting.ts';
import { runWords } from '../words.ts';
import { minutesLeft, watchUnderWay } from '../watch/under-way.ts';

/** So many incidents are looked at for something that is due soon, those that were dealt with first: in a wide outage one will do. */
const MOST_LOOKED_AT = 100;

/** Says on the report whether a watch is to begin: something that is watched is due soon, no watch is under way, and one may be. */
export async function askForWatch(run: Run): Promise<void> {
  const { inputs, policy, repository, report, watchedUntil, github, now } = run;
  const mayWatch = !repository.isPrivate || policy.watch.privateMinutes > 0;
  if (inputs.dryRun || inputs.workflow === null || watchedUntil !== null || !mayWatch) return;
  const issues = report.settled.slice(0, MOST_LOOKED_AT).map(({ situation }) => situation.incident.issue);
  if (!isAnyDue(run, issues) && (waitsUntil(run, issues) ?? now) <= now) return;
  try {
    const until = await watchUnderWay(github, inputs.workflow, policy, now);
    if (until !== null) return;
    report.isWatchDue = (await minutesLeft(run)) > 0;
    if (!report.isWatchDue) report.advice.push(runWords(policy.language).minutesSpent(policy.watch.privateMinutes));
  } catch {
    // The job that would start one looks itself.
    report.isWatchDue = true;
  }
}
