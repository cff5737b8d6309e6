import type { GitHub, LabelLooks, Snapshot } from '../github/port.ts';
import { mark, readMark } from '../incident/mark.ts';
import type { Issue } from '../incident/issue.ts';
import type { Inputs } from '../inputs.ts';
import { block, inline, plain } from '../messages/foreign.ts';
import { wordsOf } from '../messages/words.ts';
import type { Policy } from '../policy/policy.ts';
import type { Report } from '../report.ts';
import { readAlert, type Alert } from './alert.ts';

/** No issue yet: the mark of an alert is written before its issue has a number. */
const UNNUMBERED = 0;

/**
 * Files an alert as an incident, unless an open incident has its key already. What else is due is left to the run that follows:
 * an alert's payload exists nowhere else, so this does nothing that could hold it up.
 */
export async function fileAlert(
  github: GitHub,
  snapshot: Snapshot,
  inputs: Inputs,
  policy: Policy,
  looks: LabelLooks,
  report: Report,
): Promise<Report> {
  const alert = readAlert(inputs.payload);
  const words = wordsOf(policy.language).alert;
  const open = snapshot.issues.find((issue) => issue.state === 'open' && issue.own && keyOf(issue) === alert.key);
  if (open) {
    report.filed.push({ issue: open.number, what: words.known(open.number, plain(alert.key)) });
    return report;
  }
  const labels = [inputs.label, ...(alert.priority ? [policy.priorities[alert.priority].label] : [])];
  const title = plain(alert.title, 250);
  const number = inputs.dryRun ? null : await github.openIncident(title, alertBody(alert, policy), labels, looks);
  report.filed.push({ issue: number, what: words.filed(title) });
  return report;
}

function alertBody(alert: Alert, policy: Policy): string {
  const words = wordsOf(policy.language).alert;
  const source = alert.source === null ? [] : [`- ${words.source}: ${inline(alert.source)}`];
  return [
    `${mark('alert', UNNUMBERED, { key: alert.key })}\n${words.intro}`,
    [...source, `- ${words.key}: ${inline(alert.key, 200)}`].join('\n'),
    ...(alert.body.trim() === '' ? [] : [block(alert.body, 20_000)]),
  ].join('\n\n');
}

function keyOf(issue: Issue): string | null {
  const key = readMark('alert', UNNUMBERED, issue.body)?.key;
  return typeof key === 'string' ? key : null;
}
