import { GitHubError, type GitHub, type LabelLooks, type Snapshot } from './github/port.ts';
import type { Inputs } from './inputs.ts';
import { plain } from './messages/foreign.ts';
import { wordsOf } from './messages/words.ts';
import type { Policy } from './policy/policy.ts';
import type { Report } from './report.ts';
import { readAlert } from './intake/alert.ts';
import { alertBody, incidentOf } from './intake/incident.ts';

const ATTEMPTS = 3;

/**
 * Files an alert as an incident, unless an open incident has its key already. What else is due is left to the run that follows:
 * an alert's payload exists nowhere else, so this does nothing that could hold it up.
 */
export async function fileAlert(
  github: GitHub,
  snapshot: Snapshot,
  again: () => Promise<Snapshot>,
  inputs: Inputs,
  policy: Policy,
  looks: LabelLooks,
  report: Report,
): Promise<Report> {
  const alert = readAlert(inputs.payload);
  const words = wordsOf(policy.language).alert;
  const known = incidentOf(snapshot.issues, alert);
  if (known !== null) {
    report.filed.push({ issue: known, what: words.known(known, plain(alert.key)) });
    return report;
  }

  /** Opens the incident. If nobody knows whether that happened, looks whether it did, and tries again if not. */
  async function open(): Promise<number> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await github.openIncident(title, alertBody(alert, policy), labels, looks);
      } catch (error) {
        if (attempt === ATTEMPTS || !(error instanceof GitHubError) || error.trouble !== 'no-answer') throw error;
        const opened = incidentOf((await again()).issues, alert);
        if (opened !== null) return opened;
      }
    }
  }
  const labels = [inputs.label, ...(alert.priority ? [policy.priorities[alert.priority].label] : [])];
  const title = plain(alert.title, 250);
  const number = inputs.dryRun ? null : await open();
  report.filed.push({ issue: number, what: words.filed(title) });
  return report;
}
