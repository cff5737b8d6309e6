import type { Instant } from '../calendar/calendar.ts';
import { GitHubError, isUnanswered, type GitHub, type LabelLooks, type Snapshot } from '../github/port.ts';
import { knows, merge, readAlertLog, withLog, countOf, type Firing } from '../capabilities/alerts/log.ts';
import { messageOf } from '../model/error.ts';
import type { Issue } from '../model/issue.ts';
import type { Inputs } from './inputs.ts';
import { readAlerts, type Alert } from '../intake/alert.ts';
import { filingsOf, type Filing } from '../intake/filing.ts';
import { alertBody, newLog } from '../intake/incident.ts';
import { propose } from '../capabilities/triage/proposal.ts';
import { plain } from '../text/foreign.ts';
import { factHeadings } from '../capabilities/report/form.ts';
import { wordsOf } from '../capabilities/words.ts';
import type { Policy } from '../capabilities/policy.ts';
import type { Report } from './report.ts';

const ATTEMPTS = 3;

/**
 * Files the alerts of an event: counts them on the incident that they belong to, or opens one. What else is due is left to the
 * run that follows: an alert's payload exists nowhere else, so this does nothing that could hold it up. Throws only if no key
 * can be read; whatever else fails is in the report, and does not stop the other alerts.
 */
export async function fileAlert(
  github: GitHub,
  snapshot: Snapshot,
  again: () => Promise<Snapshot>,
  inputs: Inputs,
  policy: Policy,
  looks: LabelLooks,
  now: Instant,
  report: Report,
): Promise<Report> {
  const { alerts, problems } = readAlerts(inputs.payload, inputs.event, policy, now);
  const words = wordsOf(policy.language).alert;
  const { hidden } = wordsOf(policy.language).confidentiality;
  const knowledge = {
    incidentLabel: inputs.label,
    roles: new Map<string, string | null>(),
    headings: factHeadings(),
  };
  report.failures.push(...problems.map((message) => ({ issue: null, message })));

  const filingsIn = (alert: Alert, issues: readonly Issue[]): readonly Filing[] =>
    filingsOf(alert, issues, policy, knowledge);

  /** Opens the incident. If nobody knows whether that happened, looks whether it did, and tries again if not. */
  async function open(alert: Alert, follows: number | null): Promise<number> {
    const labels = [inputs.label, ...(alert.priority ? [policy.priorities[alert.priority].label] : [])];
    const body = alertBody(alert, newLog(alert), follows, policy);
    for (let attempt = 1; ; attempt++) {
      try {
        return (await github.openIssue(plain(alert.title, 250), body, labels, looks)).number;
      } catch (error) {
        if (attempt === ATTEMPTS || !isUnanswered(error)) throw error;
        const [found] = filingsIn(alert, (await again()).issues);
        if (found?.do === 'nothing') return found.issue.number;
      }
    }
  }

  /** Writes firings into the mark of an incident, and looks whether they are there: another run may write at the same time. */
  async function add(start: Issue, firings: readonly Firing[]): Promise<void> {
    let issue = start;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const log = readAlertLog(issue);
      if (log === null) throw new Error(words.unmarked(issue.number));
      try {
        await github.editBody(issue, withLog(issue.body, merge(log, firings)));
      } catch (error) {
        if (!isUnanswered(error)) throw error;
      }
      const seen = await github.readIssue(issue.id);
      if (seen === null) throw new Error(words.unmarked(issue.number));
      const written = readAlertLog(seen);
      if (written && firings.every((it) => knows(written, it))) return;
      issue = seen;
    }
    throw new Error(words.unwritten(start.number));
  }

  /** Nothing of what is confidential is repeated in logs and outputs. */
  const isHidden = (alert: Alert): boolean =>
    propose(policy, alert.facts, alert.title).category?.category.confidential ?? false;
  const titleOf = (alert: Alert): string => (isHidden(alert) ? hidden : plain(alert.title, 250));
  const keyOf = (alert: Alert): string => (isHidden(alert) ? hidden : plain(alert.key));

  async function file(alert: Alert, filing: Filing): Promise<void> {
    if (filing.do === 'open') {
      const { firings, follows } = filing;
      const number = inputs.dryRun ? null : await open({ ...alert, firings }, follows);
      report.filed.push({ issue: number, what: words.filed(titleOf(alert), follows) });
      return;
    }
    const { number } = filing.issue;
    const key = keyOf(alert);
    if (filing.do === 'nothing') {
      report.filed.push({ issue: number, what: words.known(number, key) });
      return;
    }
    if (!inputs.dryRun) await add(filing.issue, filing.firings);
    const count = countOf(merge(readAlertLog(filing.issue)!, filing.firings));
    report.filed.push({
      issue: number,
      what: filing.isNew ? words.counted(number, key, count) : words.ended(number, key),
    });
  }

  let halted: string | null = null;
  for (const alert of alerts) {
    for (const filing of filingsIn(alert, snapshot.issues)) {
      try {
        if (halted !== null) throw new Error(halted);
        await file(alert, filing);
      } catch (error) {
        const message = messageOf(error);
        // GitHub asks to stop: what is left would only be refused as well, each after its own wait.
        if (error instanceof GitHubError && error.trouble === 'rate-limited') halted = message;
        const issue = filing.do === 'open' ? null : filing.issue.number;
        report.failures.push({ issue, message: words.notFiled(keyOf(alert), message) });
      }
    }
  }
  return report;
}
