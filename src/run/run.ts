import type { Instant } from '../calendar/calendar.ts';
import type { GitHub } from '../github/port.ts';
import type { Issue } from '../model/issue.ts';
import { isIncident } from '../capabilities/membership/membership.ts';
import { knownLabels, spell } from '../capabilities/membership/spelling.ts';
import { fileAlert } from './file-alert.ts';
import { readRequest } from './first-read.ts';
import type { Inputs } from './inputs.ts';
import { labelClash, labelLooks } from '../setup/labels.ts';
import { factHeadings } from '../capabilities/report/form.ts';
import type { Pager } from '../notify/send.ts';
import { isPublication } from '../capabilities/on-call/publication.ts';
import { neighbourOf } from '../capabilities/duplicates/neighbours.ts';
import { byUrgency } from './order.ts';
import { findPolicy } from './policy-in-force.ts';
import { publishOnCall } from './publish-on-call.ts';
import { checked, emptyReport, type Report } from './report.ts';
import { settle } from './settle.ts';
import { formProblems } from '../setup/check.ts';
import { syncLabels } from '../setup/sync.ts';
import { readTrigger } from './trigger.ts';
import { watch } from './watch.ts';

/**
 * One run, from the trigger to the report: reads the policy and the incidents in one request, decides for each what is due,
 * carries it out, the most urgent first. `now` is the one reading of the clock. Throws only if nothing could be read.
 */
export async function run(inputs: Inputs, github: GitHub, pager: Pager, now: Instant): Promise<Report> {
  if (inputs.command === 'sync') return sync(inputs, github);
  const trigger = readTrigger(inputs.event, inputs.payload);
  if (trigger.kind === 'nothing') return emptyReport(inputs.dryRun, trigger.why);
  if (trigger.kind === 'check' || inputs.command === 'check') {
    const ref = trigger.kind === 'check' ? trigger.ref : 'HEAD';
    const text = await github.readFile(ref, inputs.policy);
    const report = await checked(text, inputs.policy);
    const read = (path: string): Promise<string | null> => github.readFile(ref, path);
    const forms = await formProblems(text, inputs.policy, inputs.label, read);
    return { ...report, problems: [...report.problems, ...forms] };
  }

  const wanted = readRequest(inputs, trigger, now);
  const snapshot = await github.read(wanted);
  if (trigger.kind === 'issue' && snapshot.accounts.includes(trigger.by?.toLowerCase() ?? ''))
    return emptyReport(inputs.dryRun, 'the event is an act of Tocsin itself');
  const inForce = await findPolicy(github, snapshot.policy, inputs.policy);
  const { policy } = inForce;
  const looks = labelLooks(policy, inputs.label);
  const report = emptyReport(inputs.dryRun, null, inForce, snapshot.failures);
  const clash = labelClash(policy, inputs.label);
  if (clash !== null) throw new Error(clash);
  if (inputs.command === 'intake')
    return fileAlert(github, snapshot, () => github.read(wanted), inputs, policy, looks, now, report);

  const directory = { roles: new Map<string, string | null>() };
  const knowledge = { incidentLabel: inputs.label, roles: directory.roles, headings: factHeadings() };
  const ground = { now, policy, repository: snapshot.repository, knowledge };
  const known = knownLabels(policy, inputs.label);
  const issues = snapshot.issues.map((issue) => spell(issue, known));
  const incidents = issues.filter(
    (issue) => !isPublication(issue) && isIncident(issue, policy, inputs.label, knowledge.headings),
  );
  const isOld = ({ openedAt }: Issue): boolean => policy.enforceFrom !== null && openedAt < policy.enforceFrom;
  report.listed.push(...incidents.filter(isOld).map(({ number }) => number));
  const queue = byUrgency(
    incidents.filter((issue) => !isOld(issue)),
    ground,
    trigger.kind === 'issue' ? trigger.issue : null,
  );
  report.failures.push(...queue.failures);
  const neighbours = new Map(queue.neighbours.map((it) => [it.number, it]));
  for (const [i, issue] of queue.issues.entries()) {
    try {
      const settled = await settle(
        github,
        issue,
        { ...ground, incidents: [...neighbours.values()], pages: new Map() },
        directory,
        looks,
        inputs.dryRun,
        pager,
      );
      report.settled.push(settled);
      neighbours.set(issue.number, neighbourOf(settled.situation));
      if (!settled.halted) continue;
    } catch (error) {
      report.failures.push({ issue: issue.number, message: error instanceof Error ? error.message : String(error) });
      continue;
    }
    report.left.push(...queue.issues.slice(i + 1).map(({ number }) => number));
    break;
  }
  await watch(report, trigger.kind === 'sweep', policy, inputs, github, pager, now);
  // GitHub was asked to wait where incidents are left: the publication would only be refused as well.
  if (trigger.kind === 'sweep' && policy.publishOnCall && report.left.length === 0)
    await publishOnCall(github, snapshot.repository, policy, directory.roles, looks, now, report);
  return report;
}

/** A run that only brings the labels up to date, whatever started it. */
async function sync(inputs: Inputs, github: GitHub): Promise<Report> {
  const inForce = await findPolicy(github, await github.readFile('HEAD', inputs.policy), inputs.policy);
  const report = emptyReport(inputs.dryRun, null, inForce);
  const clash = labelClash(inForce.policy, inputs.label);
  if (clash !== null) throw new Error(clash);
  const lines = await syncLabels(github, inForce.policy, inputs.label, !inputs.dryRun);
  report.filed.push(...lines.map((what) => ({ issue: null, do: 'sync-label' as const, what })));
  return report;
}
