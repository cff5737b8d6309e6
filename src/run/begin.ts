import { factHeadings } from '../capabilities/report/form.ts';
import type { ReadRequest } from '../github/port.ts';
import { loadPolicy } from '../capabilities/load.ts';
import { labelClash, labelLooks } from '../setup/labels.ts';
import type { Job, Start } from './context.ts';
import { findPolicy } from './policy-in-force.ts';
import { newReport, type Report } from './report.ts';

/** How long after its last change a closed incident is still looked at, in milliseconds: its run may have been lost. */
const LATELY = 45 * 24 * 3_600_000;

/** How long an open issue is looked at that may be an incident but lacks the label, in milliseconds: its run may be lost too. */
const RECENTLY = 24 * 3_600_000;

/** Jobs that one after the other work on the same reading of the policy and the incidents, which takes one request. */
export function withIncidents(...jobs: readonly Job[]): (start: Start) => Promise<Report> {
  return async (start) => {
    const { inputs, github, now, trigger } = start;
    const wanted: ReadRequest = {
      policyPath: inputs.policy,
      incidentLabel: inputs.label,
      subject: trigger.kind === 'issue' ? trigger.issue : null,
      everything: trigger.kind === 'sweep',
      touchedSince: now - RECENTLY,
      closedSince: now - LATELY,
    };
    const snapshot = await github.read(wanted);
    if (trigger.kind === 'issue' && snapshot.accounts.includes(trigger.by?.toLowerCase() ?? '')) {
      const loaded = await loadPolicy(snapshot.policy, inputs.policy);
      const language = loaded.ok ? loaded.policy.language : null;
      return newReport(inputs.dryRun, { idle: { reason: 'own-act' }, language });
    }
    const inForce = await findPolicy(github, snapshot.policy, inputs.policy);
    const { policy } = inForce;
    const clash = labelClash(policy, inputs.label);
    if (clash !== null) throw new Error(clash);
    const report = newReport(inputs.dryRun, { inForce, failures: [...snapshot.failures] });
    const knowledge = {
      incidentLabel: inputs.label,
      roles: new Map<string, string | null>(),
      headings: factHeadings(),
    };
    const { repository, issues } = snapshot;
    const looks = labelLooks(policy, inputs.label);
    const readAgain = () => github.read(wanted);
    for (const job of jobs) await job({ ...start, policy, repository, knowledge, looks, issues, readAgain, report });
    return report;
  };
}
