import { PROBLEM_MARK } from '../../capabilities/problem/track.ts';
import { readAnyMark } from '../../engine/mark.ts';
import { messageOf } from '../../model/error.ts';
import { once } from '../../model/once.ts';
import { isOver } from '../budget.ts';
import type { Job, Run } from '../context.ts';

/** What comes after incidents is in a file of its own, which no run loads that has nothing of it. */
const load = once(() => import('../post-incident/follow.ts'));

/**
 * Lets jobs know how the post-mortems stand, on which the clocks of their incidents depend, which problem tickets there are, and which
 * maintenance alerts are held for.
 */
export function knowingPostMortems(...jobs: readonly Job[]): Job {
  const each: Job = async (run) => {
    for (const [place, job] of jobs.entries()) if (place === 0 || !isOver(run)) await job(run);
  };
  return async (run) => {
    const isAll = run.trigger.kind === 'sweep';
    // Somebody may have taken its label off, or our mark out of its text.
    const isProblem = ({ own, labels, body }: Run['postIncident'][number]): boolean =>
      own && (labels.includes(run.policy.labels.problem) || readAnyMark(PROBLEM_MARK, body) !== null);
    const problems = isAll ? { problems: new Set(run.postIncident.filter(isProblem).map(({ number }) => number)) } : {};
    const known = { ...run.knowledge, ...problems, maintenances: { at: run.now, all: [] } };
    if (run.postIncident.length === 0) return each({ ...run, knowledge: known });
    const { standingsOf, maintenancesOf } = await load();
    const postMortems = await standingsOf(run);
    const maintenances = { at: run.now, all: await maintenancesOf(run) };
    return each({ ...run, knowledge: { ...known, postMortems, maintenances } });
  };
}

/** Keeps the records of incidents true on their post-mortems. */
export async function keepRecordsJob(run: Run): Promise<void> {
  if (run.report.settled.every(({ situation }) => situation.incident.postMortem.issue === null)) return;
  await (await load()).keepRecords(run);
}

/** Does what is due about what follows incidents: replies, approvals, action items, publication. */
export async function followUp(run: Run): Promise<void> {
  await addOpened(run);
  if (run.postIncident.length === 0) return;
  const { follow } = await load();
  await follow(run);
}

/** Reads the problem tickets that this run has opened, so that they get their cards in it. Post-mortems are read for their records. */
async function addOpened({ report, postIncident, github, inputs }: Run): Promise<void> {
  const known = new Set(postIncident.map(({ number }) => number));
  for (const { situation } of report.settled) {
    const { opened } = situation.incident.problem;
    if (opened === null || opened.state === 'closed' || known.has(opened.number) || inputs.dryRun) continue;
    try {
      const issue = await github.readIssue(opened.id);
      if (issue) postIncident.push(issue);
    } catch (error) {
      report.failures.push({ issue: opened.number, message: messageOf(error) });
    }
  }
}
