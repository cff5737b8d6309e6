import { mark, readMark } from '../incident/mark.ts';
import type { Issue } from '../incident/issue.ts';
import { block, inline } from '../messages/foreign.ts';
import { wordsOf } from '../messages/words.ts';
import type { Policy } from '../policy/policy.ts';
import type { Alert } from './alert.ts';

/** No issue yet: the mark of an alert is written before its issue has a number. */
const UNNUMBERED = 0;

/** The body of the incident that an alert opens: a mark with its key, and what it says. */
export function alertBody(alert: Alert, policy: Policy): string {
  const words = wordsOf(policy.language).alert;
  const source = alert.source === null ? [] : [`- ${words.source}: ${inline(alert.source)}`];
  return [
    `${mark('alert', UNNUMBERED, { key: alert.key })}\n${words.intro}`,
    [...source, `- ${words.key}: ${inline(alert.key, 200)}`].join('\n'),
    ...(alert.body.trim() === '' ? [] : [block(alert.body, 20_000)]),
  ].join('\n\n');
}

/** The open incident that an alert belongs to, by its key. Only an issue that we opened counts. */
export function incidentOf(issues: readonly Issue[], { key }: Alert): number | null {
  return issues.find((issue) => issue.state === 'open' && issue.own && keyOf(issue) === key)?.number ?? null;
}

function keyOf(issue: Issue): string | null {
  const key = readMark('alert', UNNUMBERED, issue.body)?.key;
  return typeof key === 'string' ? key : null;
}
