import type { Instant } from '../calendar/calendar.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { Issue } from '../model/issue.ts';
import { factHeadings } from '../capabilities/report/form.ts';
import { loadPolicy } from '../capabilities/load.ts';
import { isIncident } from '../capabilities/membership/membership.ts';
import { knownLabels, spell } from '../capabilities/membership/spelling.ts';
import { withDigests } from '../engine/digest.ts';
import { choosePolicy } from '../policy/file.ts';
import type { Snapshot } from '../github/port.ts';
import { labelClash, labelLooks } from '../setup/labels.ts';
import type { ShippedFrom } from '../model/shipped.ts';
import type { HeldRole } from '../model/role.ts';
import type { Job, Start } from './context.ts';
import { readRequest } from './first-read.ts';
import { isOver } from './budget.ts';
import { findPolicy } from './policy-in-force.ts';
import { readPostIncident } from './read-post-incident.ts';
import { newReport, type Report } from './report.ts';
import { isAfterWatch } from './watch/inputs.ts';
import { watchUnderWay } from './watch/under-way.ts';
import { runWords } from './words.ts';

type Completed = Pick<Snapshot, 'issues' | 'failures' | 'partial'>;

/**
 * Until when the watch lasts that is under way. Nobody asks unless there are signs of one: it labels what it watches, and it starts runs.
 * Where it cannot be seen there is none.
 */
async function watchOf(
  { github, inputs, now }: Start,
  policy: Policy,
  issues: readonly Issue[],
): Promise<Instant | null> {
  const { workflow, event } = inputs;
  const isLabelled = issues.some(({ state, labels }) => state === 'open' && labels.includes(policy.labels.watched));
  const mayBe = isLabelled || event === 'workflow_dispatch' || inputs.command === 'watch';
  if (!mayBe || workflow === null || policy.watch.for.length === 0 || isAfterWatch(inputs)) return null;
  return watchUnderWay(github, workflow, policy, now).catch(() => null);
}

/** Jobs that one after the other work on the same reading of the policy and the incidents, which takes one request. */
export function withIncidents(...jobs: readonly Job[]): (start: Start) => Promise<Report> {
  return async (start) => {
    const { inputs, github, trigger } = start;
    const wanted = readRequest(inputs, trigger, start.now);
    const snapshot = await github.read(wanted);
    const found = choosePolicy(inputs.policy, snapshot.policies);
    if (trigger.kind === 'issue' && snapshot.accounts.includes(trigger.by?.toLowerCase() ?? '')) {
      const loaded = await loadPolicy(found.text, found.file);
      const language = loaded.ok ? loaded.policy.language : null;
      return newReport(inputs.dryRun, { idle: { reason: 'own-act' }, language });
    }
    const inForce = await findPolicy(github, found);
    const { policy } = inForce;
    const clash = labelClash(policy, inputs.label);
    if (clash !== null) throw new Error(clash);
    const knowledge = {
      incidentLabel: inputs.label,
      roles: new Map<string, HeldRole>(),
      headings: factHeadings(),
    };
    const { repository, adoptedAt } = snapshot;
    const known = knownLabels(policy, inputs.label);
    /** What is no incident costs no timeline. */
    const complete = async ({ issues: read, others, ...rest }: Snapshot): Promise<Completed> => {
      const lacking = others.filter((it) => isIncident(spell(it, known), policy, inputs.label, knowledge.headings));
      const more = lacking.length > 0 ? await github.complete(lacking) : { issues: [], failures: [], partial: [] };
      return {
        issues: withDigests([...read, ...more.issues]),
        failures: [...rest.failures, ...more.failures],
        partial: [...rest.partial, ...more.partial],
      };
    };
    const { issues, failures, partial } = await complete(snapshot);
    const after = await readPostIncident({ ...start, policy, issues }, snapshot);
    const report = newReport(inputs.dryRun, {
      inForce,
      failures: [...failures, ...after.failures],
      advice: partial.length > 0 ? [runWords(policy.language).partial(partial.map((it) => `#${it}`).join(', '))] : [],
    });
    // One clock: what is on a timeline was stamped by GitHub's.
    const now = snapshot.now ?? start.now;
    const looks = labelLooks(policy, inputs.label);
    const readAgain = async () => (await complete(await github.read(wanted))).issues;
    const told = new Map<string, number>();
    const watchedUntil = await watchOf({ ...start, now }, policy, issues);
    const going = {
      ...start,
      now,
      policy,
      repository,
      knowledge,
      looks,
      issues,
      postIncident: after.issues,
      reports: after.reports,
      adoptedAt,
      readAgain,
      told,
      shipped: new Map<string, Promise<ShippedFrom>>(),
      watchedUntil,
      report,
    };
    for (const [place, job] of jobs.entries()) {
      if (place > 0 && isOver(start)) {
        report.stop ??= 'time';
        break;
      }
      await job(going);
    }
    return report;
  };
}
